using Tutor.Courses.Joining;
using Xunit;

namespace Tutor.Courses;

public sealed class ReadingAClassList
{
    [Theory]
    [InlineData("ada@example.org", "ada@example.org|")]
    [InlineData("Ada Lovelace <ada@example.org>", "ada@example.org|Ada Lovelace")]
    [InlineData("\"Lovelace, Ada\" <ada@example.org>;", "ada@example.org|Lovelace Ada")]
    [InlineData("4711;Lovelace;Ada;ada@example.org", "ada@example.org|Lovelace Ada")]
    [InlineData("a@example.org, b@example.org;c@example.org", "a@example.org|", "b@example.org|", "c@example.org|")]
    [InlineData("Ada <a@example.org>, Bob <b@example.org>", "a@example.org|Ada", "b@example.org|Bob")]
    [InlineData("a@example.org b@example.org", "a@example.org|", "b@example.org|")]
    [InlineData("a@example.org, nobody", "a@example.org|nobody")]
    [InlineData("a@example.org, b@example.org, nobody", "a@example.org|", "b@example.org|", "?|")]
    [InlineData("Name,E-mail\r\nAda,ada@example.org\r\n\r\n", "ada@example.org|Ada")]
    [InlineData("Grace Hopper", "?|")]
    public void Addresses_and_the_names_beside_them_are_found(string text, params string[] expected) =>
        Assert.Equal(expected, ClassList.Read(text).Select(p => $"{p.Email ?? "?"}|{p.Name}"));

    [Fact]
    public void Lines_count_as_they_stand() => Assert.Equal([2, 4], ClassList.Read("E-mail\na@example.org\n\nnobody").Select(p => p.Line));
}
