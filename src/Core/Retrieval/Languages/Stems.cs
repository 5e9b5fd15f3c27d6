using System.Collections.Concurrent;
using Npgsql;

namespace Tutor.Retrieval.Languages;

/// <summary>
/// Stems of words as PostgreSQL's Snowball dictionaries give them (English ones as <see cref="EnglishStemmer"/> does, which is the same
/// algorithm without the way to the server). What was asked for once is remembered.
/// </summary>
public sealed class Stems(NpgsqlDataSource data)
{
    /// <summary>About 100 bytes each.</summary>
    private const int MostRemembered = 400_000;

    private readonly ConcurrentDictionary<(string Language, string Word), string> _known = new();

    /// <summary>All words in one statement.</summary>
    /// <param name="words">Lower case, with their accents.</param>
    /// <returns>For each word its stem; none for a stop word of the language.</returns>
    internal async Task<Dictionary<string, string?>> OfAsync(string language, IReadOnlyCollection<string> words, CancellationToken ct)
    {
        var stems = new Dictionary<string, string?>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var word in words)
        {
            if (_known.TryGetValue((language, word), out var stem)) stems[word] = stem.Length == 0 ? null : stem;
            else if (stems.TryAdd(word, null)) unknown.Add(word);
        }
        if (unknown.Count == 0) return stems;
        if (_known.Count > MostRemembered) _known.Clear();
        await using var command = data.CreateCommand("select w, coalesce((ts_lexize($1::regdictionary, w))[1], '') from unnest($2::text[]) w");
        command.Parameters.Add(new() { Value = $"pg_catalog.{language}_stem" });
        command.Parameters.Add(new() { Value = unknown.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (word, stem) = (reader.GetString(0), reader.GetString(1));
            _known[(language, word)] = stem;
            stems[word] = stem.Length == 0 ? null : stem;
        }
        return stems;
    }
}
