using Tutor.Review;

namespace Tutor.Checks;

/// <summary>How well one option answers a stem, by the course alone.</summary>
/// <param name="Score">0 to 1: the weighted share of the option's words in its best place, times that of the stem's.</param>
/// <param name="Place">The piece of the course's text that this place is, or begins with; -1 where no place is about it.</param>
/// <param name="Apart">The same, of single sentences outside of the key's place.</param>
internal readonly record struct Solved(double Score, int Place, double Apart, int ApartPlace);

/// <summary>
/// Answers an item as somebody with the book open who knows neither the key nor its evidence: for each option it looks for the place of the course, a
/// sentence or two, that says this option of what is asked. It knows words, and no meaning.
/// </summary>
internal sealed class RetrievalSolver(CourseEvidence course)
{
    /// <summary>Two sentences, of which the second takes up the first, say it less surely than one.</summary>
    private const double OfTwo = 0.9;

    /// <summary>
    /// What the key must score, and what share of that makes another option as good. Of 589 items the extractive writer makes of two textbooks they refuse 2;
    /// of 520 spoilt ones that pass every other check (the key moved to a distractor with the quotes of both, stems exchanged) they refuse 470.
    /// </summary>
    private const double Found = 0.3, AsGood = 0.9;

    /// <param name="item">With exactly one key.</param>
    public CheckResult Check(ItemBody item)
    {
        var solved = Solve(item);
        var key = solved[Index(item)];
        for (var i = 0; i < solved.Count; i++)
        {
            if (item.Choices[i].IsKey) continue;
            if (key.Score >= Found && solved[i].Score > key.Score) return Fails(item, i, course.TextOf(solved[i].Place));
            if (key.Score >= Found && solved[i].Apart >= AsGood * key.Score) return Fails(item, i, course.TextOf(solved[i].ApartPlace));
        }
        return ItemChecks.Form(
            "solver-finds-key", key.Score >= Found, "Somebody with the material open finds this key and no other.",
            "Nobody finds this key in the material: no sentence or two of it say both what is asked and what the key says.");
    }

    /// <summary>In the order of the item's choices.</summary>
    internal IReadOnlyList<Solved> Solve(ItemBody item)
    {
        var asked = CourseEvidence.Set(item.Stem);
        asked.ExceptWith(CourseEvidence.FormWords);
        var places = Places(asked);
        var key = Best(places, CourseEvidence.Set(item.Choices[Index(item)].Text));
        return [.. item.Choices.Select(c => c.IsKey ? key : Rival(places, asked, CourseEvidence.Set(c.Text), key))];
    }

    private static int Index(ItemBody item) => item.Choices.TakeWhile(c => !c.IsKey).Count();

    private static CheckResult Fails(ItemBody item, int other, string place) =>
        new("solver-finds-key", false, $"“{QuoteCheck.Shorten(item.Choices[other].Text)}” may be taken for the key: the material says “{QuoteCheck.Shorten(place)}”");

    /// <summary>A sentence, or two of which the second leans on the first, with the weighted share of the stem's words in it.</summary>
    private readonly record struct Spot(int First, int Count, double Share);

    private List<Spot> Places(HashSet<string> asked)
    {
        var spots = new List<Spot>();
        foreach (var piece in asked.SelectMany(course.With).SelectMany(p => (int[])[p - 1, p]).Where(p => p >= 0).Distinct().Order())
        {
            Add(new Spot(piece, 1, Share(asked, piece, 1)));
            if (course.GoesOn(piece)) Add(new Spot(piece, 2, OfTwo * Share(asked, piece, 2)));
        }
        return spots;

        void Add(Spot spot)
        {
            if (spot.Share >= Found * AsGood) spots.Add(spot);
        }
    }

    private Solved Best(List<Spot> places, HashSet<string> wanted)
    {
        var best = new Solved(0, -1, 0, -1);
        foreach (var spot in places)
            if (spot.Share > best.Score && spot.Share * Share(wanted, spot.First, spot.Count) is var score && score > best.Score) best = new Solved(score, spot.First, score, spot.First);
        return best;
    }

    // An option that holds a word of the stem would bring its own sentence with it: the rest of the stem has to stand there too. A sentence beside
    // the key's speaks of the next thing, and a row of a table shares its head with all the others: neither makes an option right by itself.
    private Solved Rival(List<Spot> places, HashSet<string> asked, HashSet<string> wanted, Solved key)
    {
        var best = new Solved(0, -1, 0, -1);
        var rest = asked.Where(w => !wanted.Contains(w)).ToHashSet(StringComparer.Ordinal);
        if (rest.Count == 0) return best;
        foreach (var spot in places)
        {
            if (spot.Share <= best.Apart) continue;
            var about = rest.Count == asked.Count ? spot.Share : (spot.Count == 1 ? 1 : OfTwo) * Share(rest, spot.First, spot.Count);
            var score = about * Share(wanted, spot.First, spot.Count);
            if (score > best.Score) best = best with { Score = score, Place = spot.First };
            if (score > best.Apart && spot.Count == 1 && spot.First != key.Place && course.HeadOf(spot.First) is null) best = best with { Apart = score, ApartPlace = spot.First };
        }
        return best;
    }

    private double Share(HashSet<string> words, int first, int count)
    {
        var total = course.Weights.Sum(words);
        return total == 0 ? 0 : course.Weights.Sum(words.Where(w => Holds(w, first, count))) / total;
    }

    private bool Holds(string word, int first, int count) =>
        course.Holds(first, word) || (count == 2 && course.Holds(first + 1, word)) || (course.HeadOf(first) is { } head && course.Holds(head, word));
}
