using Xunit;

namespace Tutor.Web;

public sealed class ShowingAQuote
{
    [Theory]
    [InlineData("Cells divide.", "Cells divide.")]
    [InlineData("Mitosis | one cell | two cells", "Mitosis · one cell · two cells")]
    [InlineData("Phase | Result\nMitosis | two cells", "Phase · Result; Mitosis · two cells")]
    [InlineData("P(A|B) is conditional.", "P(A|B) is conditional.")]
    public void Cells_of_a_table_are_parted_by_dots(string quote, string shown) => Assert.Equal(shown, Words.Shown(quote));
}
