using Xunit;

namespace Tutor.People;

public sealed class CountingWrongPasswords : IDisposable
{
    private readonly SignInThrottle _throttle = new();

    [Fact]
    public void An_address_waits_after_the_last_it_may_have_and_others_do_not()
    {
        for (var n = 0; n < SignInThrottle.WrongPasswords; n++)
        {
            Assert.Null(_throttle.Wait("192.0.2.1"));
            _throttle.CountWrong("192.0.2.1");
        }
        Assert.InRange(_throttle.Wait("192.0.2.1")!.Value, TimeSpan.FromSeconds(1), SignInThrottle.Window);
        Assert.Null(_throttle.Wait("192.0.2.2"));
    }

    [Fact]
    public void Asking_costs_nothing()
    {
        for (var n = 0; n < 3 * SignInThrottle.WrongPasswords; n++) Assert.Null(_throttle.Wait("192.0.2.1"));
    }

    public void Dispose() => _throttle.Dispose();
}
