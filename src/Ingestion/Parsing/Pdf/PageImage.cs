using System.Text;

namespace Tutor.Parsing.Pdf;

/// <summary>A page as a reader sees it: grey values, one a square point.</summary>
internal sealed class PageImage
{
    // Of 255: less is no letter on its ground.
    private const int Contrast = 24;
    private readonly byte[] _grey;
    private readonly int _width;
    private readonly int _height;

    private PageImage(byte[] grey, int width, int height) => (_grey, _width, _height) = (grey, width, height);

    /// <summary>Reads a binary PGM; null where it is none, or larger than any page.</summary>
    public static async Task<PageImage?> ReadAsync(Stream output, CancellationToken ct)
    {
        const int largest = 64 << 20;
        if (await TokenAsync(output, ct) != "P5") return null;
        if (!int.TryParse(await TokenAsync(output, ct), out var width) || !int.TryParse(await TokenAsync(output, ct), out var height)) return null;
        if (await TokenAsync(output, ct) != "255" || width <= 0 || height <= 0 || (long)width * height > largest) return null;
        var grey = new byte[width * height];
        return await output.ReadAtLeastAsync(grey, grey.Length, throwOnEndOfStream: false, ct) == grey.Length ? new PageImage(grey, width, height) : null;
    }

    /// <summary>Whether anything can be seen in the middle of a rectangle.</summary>
    public bool Shows(Extent extent)
    {
        // Letters of the lines above and below may reach into the box's edges.
        int x0 = Clamp(extent.X0, _width), x1 = Clamp(Math.Ceiling(extent.X1), _width);
        int y0 = Clamp(extent.Y0 + (.2 * extent.Height), _height), y1 = Clamp(Math.Ceiling(extent.Y1 - (.2 * extent.Height)), _height);
        int darkest = 255, lightest = 0;
        for (var y = y0; y < y1; y++)
            foreach (var grey in _grey.AsSpan((y * _width) + x0, Math.Max(0, x1 - x0)))
            {
                darkest = Math.Min(darkest, grey);
                lightest = Math.Max(lightest, grey);
            }
        return lightest - darkest >= Contrast;
    }

    private static int Clamp(double value, int most) => (int)Math.Clamp(value, 0, most);

    private static async Task<string> TokenAsync(Stream stream, CancellationToken ct)
    {
        var token = new StringBuilder();
        var one = new byte[1];
        while (token.Length < 12 && await stream.ReadAsync(one, ct) == 1 && !char.IsWhiteSpace((char)one[0])) token.Append((char)one[0]);
        return token.ToString();
    }
}
