using Xunit;

[assembly: AssemblyFixture(typeof(Tutor.ApiHost))]

namespace Tutor;

/// <summary>The server the classes of this project share, each with people and courses of its own; no worker takes the rows they make.</summary>
public sealed class ApiHost : TutorApp
{
    protected override string ServerRoles => "web";
}
