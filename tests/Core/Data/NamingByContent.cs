using Xunit;

namespace Tutor.Data;

public sealed class NamingByContent
{
    private static readonly Guid Scope = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Fact]
    public void The_same_name_in_the_same_scope_is_the_same_id()
    {
        Assert.Equal(NamedGuid.Create(Scope, "www.example.com"), NamedGuid.Create(Scope, "www.example.com"));
        Assert.NotEqual(NamedGuid.Create(Scope, "www.example.com"), NamedGuid.Create(Guid.Empty, "www.example.com"));
    }

    /// <summary>The example of RFC 9562, appendix B.2.</summary>
    [Fact]
    public void The_standards_example_comes_out() =>
        Assert.Equal(new Guid("5c146b14-3c52-8afd-938a-375d0df1fbf6"), NamedGuid.Create(Scope, "www.example.com"));
}
