using System.Text.RegularExpressions;

namespace Tutor.Facts;

/// <summary>What a heading says, without what numbers it, and what a heading makes of its section.</summary>
internal static partial class HeadingText
{
    public static string Plain(string heading) => Number().Replace(heading.Trim(), "").TrimEnd(':', '.', ' ');

    public static SectionRole RoleOf(string heading)
    {
        var plain = Plain(heading);
        return Glossary().IsMatch(plain) ? SectionRole.Glossary
            : Summary().IsMatch(plain) ? SectionRole.Summary
            : Apparatus().IsMatch(plain) ? SectionRole.Apparatus
            : SectionRole.Body;
    }

    /// <summary>True under a heading of references, exercises or objectives, however deep.</summary>
    public static bool IsApparatus(IReadOnlyList<string> headings) => headings.Count > 0 && Apparatus().IsMatch(Plain(headings[^1]));

    /// <summary>"Learning objectives", "By the end of this section, you will be able to".</summary>
    public static bool AnnouncesObjectives(string text) => Objectives().IsMatch(Plain(text));

    [GeneratedRegex(@"^(?:(?:chapter|section|unit|part|module|lesson|lecture|week)\s+)?(?:\d+(?:\.\d+)*|[IVXLC]+(?=\.))[.):]?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:key terms|glossary|key concepts and terms|important terms|vocabulary|definitions|terms to know|terminology)$", RegexOptions.IgnoreCase)]
    private static partial Regex Glossary();

    [GeneratedRegex(@"^(?:(?:chapter |section )?summary|chapter review|key takeaways|in summary|key concepts|recap|conclusion)$", RegexOptions.IgnoreCase)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^(?:references|bibliography|further (?:reading|research)|review questions|(?:section )?quiz|exercises|problems|critical thinking questions|personal application questions|short answer|questions|answers|(?:learning|chapter|section|module|lesson) (?:objectives|outcomes|goals)|objectives|acknowledge?ments|index|preface|table of contents|contents|credits|attributions?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Apparatus();

    [GeneratedRegex(@"^(?:(?:learning|chapter|section|module|lesson|course) )?(?:objectives|outcomes|goals)$|\b(?:you|students|learners) (?:will|should) be able to$|^learning (?:objectives|outcomes|goals)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Objectives();
}
