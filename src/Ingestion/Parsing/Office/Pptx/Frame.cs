namespace Tutor.Parsing.Office.Pptx;

/// <summary>Where a shape stands on its slide, in English Metric Units from the top left corner.</summary>
internal readonly record struct Frame(long X, long Y, long Width, long Height)
{
    public long Right => X + Width;

    public long Bottom => Y + Height;
}
