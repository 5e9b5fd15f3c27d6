using System.Buffers;
using System.Text;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Cuts a stream into lines without making strings of them: poppler's output is about twenty times the text it holds
/// (100 MB for a book of 1,000 pages).
/// </summary>
internal static class Utf8Lines
{
    // A line that is longer is cut: no element of the readers is.
    private const int LongestLine = 1 << 20;

    /// <param name="line">Gets each line without its end; false stops the reading.</param>
    /// <remarks>
    /// On a thread of its own: pipes come in pieces of 4 KB, and waiting for each asynchronously takes three times the processor
    /// time of the parsing itself. Who cancels also ends the writer, and with it the stream.
    /// </remarks>
    public static Task ReadAsync(Stream stream, LineReader line, CancellationToken ct) =>
        Task.Factory.StartNew(() => Read(stream, line), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Read(Stream stream, LineReader line)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestLine);
        try
        {
            var filled = 0;
            for (int read; (read = stream.Read(buffer.AsSpan(filled))) > 0;)
            {
                filled += read;
                var used = Consume(buffer.AsSpan(0, filled), line, out var goOn);
                if (!goOn) return;
                if (used == 0 && filled == buffer.Length) used = filled;
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
            }
            line(buffer.AsSpan(0, filled));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public delegate bool LineReader(ReadOnlySpan<byte> line);

    /// <summary>The value of an attribute; empty where there is none.</summary>
    /// <param name="name">With the space before and <c>="</c> behind it.</param>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name)
    {
        var at = element.IndexOf(name);
        if (at < 0) return default;
        var value = element[(at + name.Length)..];
        var end = value.IndexOf((byte)'"');
        return end < 0 ? default : value[..end];
    }

    /// <summary>A plain decimal number; 0 where there is none, which is no coordinate of any use.</summary>
    public static double Number(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name)
    {
        var value = Value(element, name);
        double number = 0, scale = 0;
        var negative = value.Length > 0 && value[0] == '-';
        foreach (var digit in value[(negative ? 1 : 0)..])
        {
            if (digit == '.' && scale == 0) scale = 1;
            else if (digit is < (byte)'0' or > (byte)'9') return 0;
            else
            {
                number = (number * 10) + (digit - '0');
                scale *= 10;
            }
        }
        if (scale > 0) number /= scale;
        return negative ? -number : number;
    }

    /// <summary>Text with its entities resolved.</summary>
    public static string Text(ReadOnlySpan<byte> escaped)
    {
        var text = Encoding.UTF8.GetString(escaped);
        return escaped.Contains((byte)'&') ? System.Net.WebUtility.HtmlDecode(text) : text;
    }

    private static int Consume(ReadOnlySpan<byte> bytes, LineReader line, out bool goOn)
    {
        goOn = true;
        var used = 0;
        for (int end; goOn && (end = bytes[used..].IndexOf((byte)'\n')) >= 0; used += end + 1) goOn = line(bytes.Slice(used, end));
        return used;
    }
}
