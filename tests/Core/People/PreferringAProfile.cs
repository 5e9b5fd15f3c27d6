using Tutor.Review;
using Xunit;

namespace Tutor.People;

public sealed class PreferringAProfile
{
    private static readonly Profile s_usual = new(Detail.Standard, LessonStyle.Prose, "en");

    [Fact]
    public void What_is_left_out_stays() => Assert.Equal(new Profile(Detail.Deep, LessonStyle.Prose, "en"), s_usual.With("deep", null).Value);

    [Theory]
    [InlineData("de", "de")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData(" zh ", "zh")]
    public void A_language_is_kept_as_it_is_spelled_everywhere(string given, string kept) => Assert.Equal(kept, s_usual.With(null, null, given).Value.Language);

    [Theory]
    [InlineData("")]
    [InlineData("klingon!")]
    [InlineData("e")]
    public void A_language_that_is_none_is_refused(string given) => Assert.Contains("language", s_usual.With(null, null, given).Refusal!.Errors!.Keys);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(["detail", "style"], s_usual.With("x", "y").Refusal!.Errors!.Keys.Order(StringComparer.Ordinal));
}
