using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>What a module is called: the material's own heading without its number and its shouting, or the words its text is about.</summary>
internal static partial class OutlineTitles
{
    private const int MaxLength = 120, MaxJoined = 75;

    /// <summary>The chapter a piece belongs to; empty where there is none.</summary>
    public static string PartOf(OutlinePiece piece)
    {
        var path = SectionPath(piece);
        return piece.Depth > 1 && path.Count >= piece.Depth ? Clean(path[piece.Depth - 2]) : "";
    }

    public static string TitleOf(OutlinePiece piece, WordWeights weights, string sourceName)
    {
        if (piece.Depth == 0) return piece.WholeSource && FileTitle(sourceName) is { } name ? name : TopTerms.Of(piece.Chunks, weights);
        var titles = SectionTitles(piece);
        if (titles.Count == 0) return FileTitle(sourceName) ?? TopTerms.Of(piece.Chunks, weights);
        var title = piece.Partial ? PartialTitle(piece, titles[0].Title, weights) : Combined(titles);
        return Shorten(title);
    }

    public static bool HasSectionNumber(string title) => SectionNumber().IsMatch(title);

    /// <summary>Without leading number or "Chapter 3", shouting turned into a title; never empty.</summary>
    public static string Clean(string title)
    {
        var clean = White().Replace(title, " ").Trim();
        var bare = Number().Replace(clean, "").Trim();
        if (bare.Any(char.IsLetter)) clean = bare;
        return Unshouted(clean);
    }

    /// <summary>A heading all in capitals as a title.</summary>
    public static string Unshouted(string title) => IsShouted(title) ? TitleCase(title) : title;

    /// <summary>The path of the chunk that stands for the piece: the first that is as deep as a section.</summary>
    private static IReadOnlyList<string> SectionPath(OutlinePiece piece) =>
        (piece.Chunks.FirstOrDefault(c => c.Headings.Count >= piece.Depth) ?? piece.Chunks[0]).Headings;

    /// <summary>Titles of the sections in a piece with their words, in order; openings and the like only where there is nothing else.</summary>
    private static List<(string Title, int Words)> SectionTitles(OutlinePiece piece)
    {
        var all = piece.Chunks
            .Where(c => c.Headings.Count >= piece.Depth)
            .GroupBy(c => c.Headings[piece.Depth - 1], StringComparer.Ordinal)
            .Select(g => (Title: g.Key, Words: g.Sum(c => c.Words)))
            .ToList();
        var named = all.Where(t => !IsOpening(t.Title)).ToList();
        if (named.Count > 0) return named;
        // An introduction that stands alone is better known by its chapter.
        var path = piece.Chunks[0].Headings;
        return path.Count == 0 ? all : [(path[Math.Max(0, Math.Min(piece.Depth - 1, path.Count) - 1)], piece.Words)];
    }

    private static string Combined(List<(string Title, int Words)> titles)
    {
        var numbered = titles.Where(t => HasSectionNumber(t.Title)).ToList();
        if (numbered.Count == 1) return Clean(numbered[0].Title);
        var main = titles.MaxBy(t => t.Words);
        if (main.Words * 2 > titles.Sum(t => t.Words)) return Clean(main.Title);
        var largest = titles.OrderByDescending(t => t.Words).Take(3).Select(t => t.Title).ToHashSet(StringComparer.Ordinal);
        return Joined([.. titles.Where(t => largest.Contains(t.Title)).Select(t => Clean(t.Title)).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>A part of a large section: the section's name and what this part of it is about.</summary>
    private static string PartialTitle(OutlinePiece piece, string section, WordWeights weights)
    {
        var below = piece.Chunks
            .Where(c => c.Headings.Count > piece.Depth && c.Headings[piece.Depth - 1] == section)
            .Select(c => Clean(c.Headings[piece.Depth]))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (below.Count == 0) return $"{Clean(section)}: {TopTerms.Of(piece.Chunks, weights)}";
        var full = $"{Clean(section)}: {Joined(below)}";
        return full.Length <= MaxJoined ? full : $"{Clean(section)}: {below[0]}";
    }

    /// <summary>At most three are named; of more, the first two say enough. A dot parts them, for titles hold "and" and commas of their own.</summary>
    private static string Joined(List<string> titles) => string.Join(" · ", titles.Take(titles.Count == 3 ? 3 : 2));

    /// <summary>A file's name as words; null where it is a code ("IMG_0042", "m82172").</summary>
    private static string? FileTitle(string sourceName)
    {
        var name = White().Replace(Path.GetFileNameWithoutExtension(sourceName).Replace('_', ' ').Replace('-', ' ').Replace('.', ' '), " ").Trim();
        return name.Split(' ').Any(w => w.Length >= 3 && w.All(char.IsLetter)) && !CodeName().IsMatch(name) ? Capitalised(name) : null;
    }

    /// <summary>An introduction, preface or list of objectives that is not one of the numbered sections.</summary>
    public static bool IsOpening(string title) => !HasSectionNumber(title) && Opening().IsMatch(Clean(title));

    /// <summary>What is searched but not taught: lists of references, index, answers and exercises, wherever they stand.</summary>
    public static bool IsApparatus(string title) => Apparatus().IsMatch(Clean(title));

    /// <summary>At the end of a chapter also its glossary and summary: they repeat what its sections teach.</summary>
    public static bool IsBackMatter(string title) => !HasSectionNumber(title) && (IsApparatus(title) || Recapitulation().IsMatch(Clean(title)));

    private static bool IsShouted(string title) => title.Count(char.IsLetter) > 4 && title.Where(char.IsLetter).All(char.IsUpper);

    private static string TitleCase(string title)
    {
        var words = title.ToLowerInvariant().Split(' ');
        for (var i = 0; i < words.Length; i++)
            if (i == 0 || i == words.Length - 1 || !ContentWords.IsFunctionWord(words[i]) || words[i].Length > 4) words[i] = Capitalised(words[i]);
        return string.Join(' ', words);
    }

    internal static string Capitalised(string text) => text.Length == 0 ? text : CultureInfo.InvariantCulture.TextInfo.ToUpper(text[..1]) + text[1..];

    private static string Shorten(string title)
    {
        if (title.Length <= MaxLength) return title;
        var cut = title.LastIndexOf(' ', MaxLength - 1);
        return string.Concat(title.AsSpan(0, cut > 40 ? cut : MaxLength - 1).TrimEnd([' ', ',', ':']), "…");
    }

    [GeneratedRegex(@"^\d+(\.\d+)+\b")]
    private static partial Regex SectionNumber();

    /// <summary>"2.1 ", "3) ", "Chapter 4: ", "IV. ", "Week 2 - ", "§ 12".</summary>
    [GeneratedRegex(@"^(?:(?:chapter|section|unit|module|part|lesson|lecture|week|kapitel|chapitre|cap[ií]tulo)\s+(?:\d+(?:\.\d+)*|[IVXLC]+)\b\s*[:.–—-]*\s*|§\s*\d+\s*|\d+(?:\.\d+)*\s*[.):–—-]?\s+|[IVXLC]+\.\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(introduction( to .*)?|preface|foreword|overview|welcome|about this (chapter|book|course)|(chapter )?outline|objectives|learning (objectives|outcomes|goals)|einleitung|introducción|introduction générale)$", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(references|bibliography|works cited|literature|further (reading|research)|(suggested|recommended) readings?|index|answer key|answers|solutions|((chapter|section) )?(review|quiz|test)( questions)?|(critical thinking|personal application|review|discussion|study|practice|self-check) questions|exercises|problems|acknowledge?ments|about the authors?|copyright|credits|licen[cs]e|attributions?|table of contents|contents|literaturverzeichnis|bibliographie|referencias)$", RegexOptions.IgnoreCase)]
    private static partial Regex Apparatus();

    [GeneratedRegex(@"^(key (terms|concepts|words)|glossary|vocabulary|(chapter )?(summary|recap)|glossar|zusammenfassung|glosario|resumen)$", RegexOptions.IgnoreCase)]
    private static partial Regex Recapitulation();

    /// <summary>One group of a few letters and digits, as machines name files.</summary>
    [GeneratedRegex(@"^(img|dsc|scan|doc|file|document|untitled|new|copy|download)?\s*\d[\d\s]*$", RegexOptions.IgnoreCase)]
    private static partial Regex CodeName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
