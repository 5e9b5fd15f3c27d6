using Npgsql;
using Tutor.Hosts;

namespace Tutor.Courses;

/// <summary>Further courses with the rows of one that was ingested, under ids of their own, loaded by COPY.</summary>
public static class CopiedCourses
{
    private static readonly string[] s_tables = ["courses", "sources", "source_blocks", "chunks", "chunk_vectors", "chunk_terms", "course_models"];
    private static readonly string[] s_renamed = ["course_id", "source_id", "chunk_id"];

    /// <param name="number">Makes the new ids.</param>
    public static async Task AddAsync(BenchDatabase database, Guid course, int number, CancellationToken ct)
    {
        await using var from = await database.Source.OpenConnectionAsync(ct);
        await using var to = await database.Source.OpenConnectionAsync(ct);
        foreach (var table in s_tables)
        {
            var columns = await ColumnsAsync(from, table, ct);
            var read = string.Join(", ", columns.Select(c => IsRenamed(table, c) ? $"md5({c} || '-{number}')::uuid" : c));
            await using var rows = await from.BeginRawBinaryCopyAsync($"copy (select {read} from {table} where {Of(table, course)}) to stdout (format binary)", ct);
            await using var copy = await to.BeginRawBinaryCopyAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)", ct);
            await rows.CopyToAsync(copy, ct);
        }
    }

    private static bool IsRenamed(string table, string column) => s_renamed.Contains(column) || (column == "id" && table is ("courses" or "sources" or "chunks"));

    private static string Of(string table, Guid course) => table switch
    {
        "courses" => $"id = '{course}'",
        "source_blocks" => $"source_id in (select id from sources where course_id = '{course}')",
        _ => $"course_id = '{course}'",
    };

    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position", connection) { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new List<string>();
        while (await reader.ReadAsync(ct)) columns.Add(reader.GetString(0));
        return columns;
    }
}
