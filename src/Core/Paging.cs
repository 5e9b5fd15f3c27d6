using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Tutor;

/// <summary>Rows that are listed oldest first.</summary>
public interface IDated
{
    Guid Id { get; }
    DateTimeOffset CreatedAt { get; }
}

/// <param name="Next">Opaque; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> selector) => new([.. Items.Select(selector)], Next);
}

/// <summary>Pages that neither skip nor repeat a row when others are added meanwhile: the cursor names the last row seen, not a count.</summary>
public static class Paging
{
    public const int Size = 100;

    private static Refusal NoCursor { get; } = new(
        RefusalKind.Invalid, "unknown-cursor", "The cursor is not one of ours", "Start again without a cursor, and pass back `next` exactly as it came.");

    /// <summary>The page after a cursor, by time and id.</summary>
    public static async Task<Outcome<Page<T>>> PageAsync<T>(this IQueryable<T> rows, string? cursor, CancellationToken ct) where T : class, IDated
    {
        if (cursor is { Length: > 0 })
        {
            if (Read(cursor) is not var (at, id)) return NoCursor;
            rows = rows.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.CreatedAt, r.Id), ValueTuple.Create(at, id)));
        }
        var page = await rows.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Take(Size + 1).ToListAsync(ct);
        return page.Count <= Size ? new Page<T>(page, null) : new Page<T>(page[..Size], Write(page[Size - 1]));
    }

    /// <summary>The page before a cursor, newest first.</summary>
    public static async Task<Outcome<Page<T>>> NewestPageAsync<T>(this IQueryable<T> rows, string? cursor, CancellationToken ct) where T : class, IDated
    {
        if (cursor is { Length: > 0 })
        {
            if (Read(cursor) is not var (at, id)) return NoCursor;
            rows = rows.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.CreatedAt, r.Id), ValueTuple.Create(at, id)));
        }
        var page = await rows.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(Size + 1).ToListAsync(ct);
        return page.Count <= Size ? new Page<T>(page, null) : new Page<T>(page[..Size], Write(page[Size - 1]));
    }

    private static string Write(IDated last) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.CreatedAt.UtcTicks}:{last.Id:N}")));

    private static (DateTimeOffset At, Guid Id)? Read(string cursor)
    {
        if (!Base64Url.IsValid(cursor)) return null;
        return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(':') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
    }
}
