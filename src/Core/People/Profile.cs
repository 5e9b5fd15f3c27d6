using System.Globalization;
using Tutor.Review;

namespace Tutor.People;

/// <summary>How a person likes to learn; decides which variant of a lesson they read.</summary>
/// <param name="Language">BCP 47, as <see cref="CultureInfo"/> spells it; followed where a model can write it.</param>
/// <param name="Ai">False: they read the reviewed course, and no language model is asked anything for them.</param>
public sealed record Profile(Detail Detail, LessonStyle Style, string Language, bool Ai = true)
{
    public static Profile Of(User user) => new(user.Detail, user.Style, user.Language, user.Ai);

    /// <summary>This profile with what was asked for; whatever is null stays.</summary>
    public Outcome<Profile> With(string? detail, string? style, string? language = null, bool? ai = null)
    {
        var inputs = new Inputs();
        var profile = new Profile(
            inputs.Word<Detail>("detail", detail, "Detail") ?? Detail,
            inputs.Word<LessonStyle>("style", style, "Style") ?? Style,
            language is null ? Language : LanguageOf(language, inputs),
            ai ?? Ai);
        return inputs.Refusal is { } refusal ? refusal : profile;
    }

    private static string LanguageOf(string tag, Inputs inputs)
    {
        try
        {
            if (tag.Trim() is { Length: > 0 } name) return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            // Told below, with what a tag looks like.
        }
        inputs.Add("language", "Language must be a language tag such as en, de, fr, es, pt-BR or zh.");
        return tag;
    }
}
