using Tutor.Checks;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>A part of the explanation: what one objective is told under one heading of the material.</summary>
internal sealed record LessonPiece(int? Objective, string Source, List<LessonCandidate> Told, List<LessonCandidate> Examples)
{
    public string Heading { get; init; } = "";

    public int Index => Told.Concat(Examples).Min(c => c.Index);

    /// <summary>Sentences that a standard lesson tells.</summary>
    public int Length(IReadOnlyDictionary<int, LessonPlace> places) => Told.Count(c => places[c.Index].Detail <= Detail.Standard);
}

/// <summary>Parts the explanation as the material itself is parted: sentences stand under the heading their author gave them, or under the objective that this heading is about.</summary>
internal sealed class LessonPieces(IReadOnlyDictionary<int, LessonPlace> places, IReadOnlyList<LessonObjective> objectives, string title)
{
    public IReadOnlyList<LessonPiece> Of(IReadOnlyList<LessonCandidate> explanation, IReadOnlyList<LessonCandidate> examples)
    {
        var pieces = new List<LessonPiece>();
        foreach (var heading in explanation.Concat(examples).OrderBy(c => c.Index).GroupBy(SourceOf))
            pieces.AddRange(Under(heading.Key, [.. heading.Where(explanation.Contains)], [.. heading.Where(examples.Contains)]));
        return Named(Joined([.. pieces.OrderBy(p => p.Index)]));
    }

    /// <summary>What answers no objective joins what stands beside it under the same heading.</summary>
    private List<LessonPiece> Under(string source, List<LessonCandidate> told, List<LessonCandidate> examples)
    {
        var pieces = new List<LessonPiece>();
        foreach (var group in told.GroupBy(c => places[c.Index].Objective)) pieces.Add(new LessonPiece(group.Key, source, [.. group], []));
        foreach (var group in examples.GroupBy(c => places[c.Index].Objective))
        {
            var home = pieces.FirstOrDefault(p => p.Objective == group.Key) ?? pieces.FirstOrDefault();
            if (home is null) pieces.Add(home = new LessonPiece(group.Key, source, [], []));
            home.Examples.AddRange(group);
        }
        foreach (var loose in pieces.Where(IsLoose).ToList())
        {
            if (pieces.Count == 1) break;
            pieces.Remove(loose);
            var host = pieces.LastOrDefault(p => p.Index < loose.Index) ?? pieces[0];
            pieces[pieces.IndexOf(host)] = host with { Told = [.. host.Told.Concat(loose.Told).OrderBy(c => c.Index)], Examples = [.. host.Examples.Concat(loose.Examples).OrderBy(c => c.Index)] };
        }
        return pieces;
    }

    /// <summary>True where no objective is answered: it serves none, or one whose answer stands elsewhere.</summary>
    private bool IsLoose(LessonPiece piece) => piece.Objective is null || !piece.Told.Concat(piece.Examples).Any(c => places[c.Index].Required);

    /// <summary>Neighbours that serve one objective, and of which one is a single sentence, stand together under the objective.</summary>
    private List<LessonPiece> Joined(List<LessonPiece> pieces)
    {
        var joined = new List<LessonPiece>();
        foreach (var piece in pieces)
        {
            var last = joined.Count > 0 ? joined[^1] : null;
            if (last is { Objective: not null } && last.Objective == piece.Objective && Math.Min(last.Length(places), piece.Length(places)) < 2)
                joined[^1] = last with { Source = "", Told = [.. last.Told, .. piece.Told], Examples = [.. last.Examples, .. piece.Examples] };
            else joined.Add(piece);
        }
        return joined;
    }

    private List<LessonPiece> Named(List<LessonPiece> pieces)
    {
        var named = new Dictionary<LessonPiece, string>(ReferenceEqualityComparer.Instance);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // What every reader sees is named first.
        foreach (var piece in pieces.OrderByDescending(IsAbout).ThenByDescending(p => Math.Min(2, p.Length(places))))
            if (NamesOf(piece).FirstOrDefault(used.Add) is { } name) named[piece] = name;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (named.ContainsKey(pieces[i])) continue;
            var name = NamesOf(pieces[i]).First();
            var owner = pieces.FindIndex(p => string.Equals(named.GetValueOrDefault(p), name, StringComparison.OrdinalIgnoreCase));
            named[pieces[i]] = named[pieces[owner]];
            // Two objectives under one heading share it where they stand together; else the later one goes on.
            if (Math.Abs(owner - i) > 1 && pieces.Skip(Math.Min(owner, i) + 1).Take(Math.Abs(owner - i) - 1).Any(p => named.GetValueOrDefault(p) != named[pieces[owner]]))
                named[pieces[Math.Max(owner, i)]] = name + ", continued";
        }
        return [.. pieces.Select(p => p with { Heading = named[p] })];
    }

    /// <summary>True where the objective is about what the material's heading names.</summary>
    private bool IsAbout(LessonPiece piece) =>
        piece.Objective is { } i && ContentWords.Of(piece.Source).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } source && source.SetEquals(ContentWords.Of(LessonHeadings.HeadingOf(objectives[i].Body.Text)));

    /// <summary>Best first. The material's own heading where it says what the piece is about, else the objective's matter.</summary>
    private IEnumerable<string> NamesOf(LessonPiece piece)
    {
        var matter = piece.Objective is { } i ? LessonHeadings.HeadingOf(objectives[i].Body.Text) : null;
        var source = piece.Source.Length > 0 && (matter is null || piece.Source != OutlineTitles.Clean(title)) ? piece.Source : null;
        if (source is not null) yield return source;
        if (matter is not null) yield return matter;
        if (source is null && matter is null) yield return title;
    }

    private static string SourceOf(LessonCandidate c) => c.Heading.Length == 0 ? "" : OutlineTitles.Clean(c.Heading);
}
