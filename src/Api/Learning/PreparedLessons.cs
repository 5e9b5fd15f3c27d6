using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Tutor.Lessons;
using Tutor.Memory;

namespace Tutor.Learning;

/// <summary>Lessons as the bytes that are sent, made once for all who read the same: the tag names every byte of them.</summary>
public sealed class PreparedLessons(IOptions<JsonOptions> json)
{
    private readonly BoundedMemory<(string Tag, Guid Id), PreparedLesson> _prepared = new(mostBytes: 32 << 20);

    internal PreparedLesson Of(LessonReading reading)
    {
        if (_prepared.TryGet((reading.Tag, reading.Id), out var known)) return known;
        var plain = JsonSerializer.SerializeToUtf8Bytes(LessonView.Of(reading), json.Value.SerializerOptions);
        var prepared = new PreparedLesson(reading.Tag, plain, Zip(plain));
        _prepared.Put((reading.Tag, reading.Id), prepared, 500 + prepared.Bytes);
        return prepared;
    }

    private static byte[] Zip(byte[] plain)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal)) gzip.Write(plain);
        return zipped.ToArray();
    }
}

/// <summary>Answers a lesson, packed where the caller takes it packed, or that it has not changed.</summary>
internal sealed class PreparedLesson(string tag, byte[] plain, byte[] zipped) : IResult
{
    // Two encodings are two representations: each has a tag of its own.
    private readonly StringValues _plainTag = $"\"{tag}\"", _zippedTag = $"\"{tag}-gzip\"";
    private static readonly StringValues s_caching = "private, no-cache", s_encoding = "gzip", s_vary = HeaderNames.AcceptEncoding;

    public long Bytes => plain.LongLength + zipped.LongLength;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request.Headers, httpContext.Response);
        var packed = TakesGzip(request.AcceptEncoding);
        response.Headers.ETag = packed ? _zippedTag : _plainTag;
        response.Headers.CacheControl = s_caching;
        response.Headers.Vary = s_vary;
        if (IsKnown(request.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var body = packed ? zipped : plain;
        if (packed) response.Headers.ContentEncoding = s_encoding;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private bool IsKnown(StringValues sent)
    {
        if (sent.Count == 0) return false;
        foreach (var line in sent)
            foreach (var one in (line ?? "").Split(',', StringSplitOptions.TrimEntries))
                if (one == "*" || Is(one)) return true;
        return false;
    }

    private bool Is(string sent)
    {
        var strong = sent.StartsWith("W/", StringComparison.Ordinal) ? sent[2..] : sent;
        return strong == _plainTag || strong == _zippedTag;
    }

    private static bool TakesGzip(StringValues accepted) => accepted.Count > 0
        && StringWithQualityHeaderValue.TryParseList(accepted, out var encodings)
        && encodings.Any(e => (e.Value == "gzip" || e.Value == "*") && e.Quality != 0);
}
