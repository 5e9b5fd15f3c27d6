namespace Tutor;
public sealed class Smoke { [Xunit.Fact] public void Builds() => Xunit.Assert.True(1 + 1 == 2); }
