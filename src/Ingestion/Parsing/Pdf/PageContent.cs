using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>A word as poppler's layout analysis places it; coordinates in points from the page's top left corner.</summary>
/// <param name="group">Number of poppler's block on the page, in reading order.</param>
/// <param name="row">Number of poppler's line.</param>
internal sealed class Word(string text, Extent extent, int group, int row, bool rotated)
{
    public string Text { get; } = text;
    public Extent Extent { get; } = extent;
    public int Group { get; } = group;
    public int Row { get; } = row;
    public bool Rotated { get; } = rotated;

    /// <summary>The run it was painted with; null where it was not painted, or the readers disagree.</summary>
    public Run? Run { get; private set; }

    public static void FindRuns(IEnumerable<Word> words, IEnumerable<Run> runs)
    {
        var index = new RunIndex(runs);
        foreach (var word in words) word.Run = index.Find(word);
    }
}

/// <summary>A run of text in one font, in the order the page's own content paints it.</summary>
internal sealed record Run(string Text, Extent Extent, int Order, Face Face)
{
    /// <summary>Set where wide spaces follow: the next run belongs to the same justified line, not to the next cell.</summary>
    public bool JoinsNext { get; set; }
}

/// <param name="Size">Points.</param>
/// <param name="Pale">Nearly white.</param>
internal readonly record struct Face(double Size, bool Bold, bool Italic, bool Pale);

/// <summary>A rectangle by its edges.</summary>
internal readonly record struct Extent(double X0, double Y0, double X1, double Y1)
{
    public double Width => X1 - X0;
    public double Height => Y1 - Y0;
    public double MiddleX => (X0 + X1) / 2;
    public double MiddleY => (Y0 + Y1) / 2;

    public Extent With(Extent other) => new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    /// <summary>Whether both stand on one line of print: the middle of the lower one lies within the other.</summary>
    public bool SameRow(Extent other) =>
        Height <= other.Height ? MiddleY > other.Y0 && MiddleY < other.Y1 : other.MiddleY > Y0 && other.MiddleY < Y1;

    public double OverlapX(Extent other) => Math.Max(0, Math.Min(X1, other.X1) - Math.Max(X0, other.X0));

    /// <summary>Broken fonts tell no height: then the box is set up around the baseline from a type size.</summary>
    public Extent AtLeast(double size) => Height >= size / 2 ? this : this with { Y0 = Y1 - (.8 * size), Y1 = Y1 + (.25 * size) };

    public Box ToBox() => new(Round(X0), Round(Y0), Round(Width), Round(Height));

    private static double Round(double points) => Math.Round(points, 2);
}

/// <summary>What the readers tell of one page.</summary>
internal sealed record PageContent(int Number, double Width, double Height, IReadOnlyList<Word> Words, IReadOnlyList<Run> Runs);
