namespace Tutor.Sources;

/// <summary>A rectangle on a PDF page, in points (1/72 inch) from the page's top left corner.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height);
