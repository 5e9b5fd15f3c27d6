using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Retrieval.Embedding;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Retrieval;

/// <summary>A course in a database of its own, with the real classes of retrieval over it.</summary>
internal sealed class ACourse(TestDatabase database)
{
    private static readonly EmbeddingModels s_models = new(new LsaModels(), [new LsaModels()]);

    public Guid Id { get; } = Guid.NewGuid();
    public EmbeddingStore Store { get; } = new(database.DataSource, s_models);
    public ReferenceSearch Reference { get; } = new(database.DataSource, s_models);
    public CourseIndexLoader Loader { get; } = new(database.DataSource, s_models);
    public CourseIndexCache Cache { get; } = new(new CourseIndexLoader(database.DataSource, s_models));

    public static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    public static async Task<ACourse> InAsync(TestDatabase database)
    {
        var course = new ACourse(database);
        await using var db = database.NewContext();
        db.Courses.Add(new Course { Id = course.Id, Title = "A course" });
        await db.SaveChangesAsync(Ct);
        return course;
    }

    /// <summary>A source that is parsed: its chunks are stored, none is embedded, nothing can be found.</summary>
    public async Task<(Source Source, List<Chunk> Chunks)> ParsedAsync(params string[] texts)
    {
        await using var db = database.NewContext();
        var id = Guid.NewGuid();
        var source = new Source { Id = id, CourseId = Id, Name = "chapter.md", Sha256 = id.ToString("N"), State = SourceState.Embedding, Fence = 1, ChunkCount = texts.Length };
        var chunks = texts.Select((text, ordinal) => new Chunk
        {
            Id = NamedGuid.Create(id, $"{ordinal}"), CourseId = Id, SourceId = id, Ordinal = ordinal,
            Text = text, Headings = ["Chapter"], Parts = [], Lines = [new Line(0, text.Length, Page: ordinal + 1)], Hash = "",
        }).ToList();
        db.Sources.Add(source);
        db.Chunks.AddRange(chunks);
        await db.SaveChangesAsync(Ct);
        return (source, chunks);
    }

    public Task EmbedAsync(Source source, IReadOnlyList<Chunk> chunks) => Store.EmbedAsync(Id, chunks, Fences.Source(source.Id, source.Fence), null, Ct);

    public async Task MakeReadyAsync(Source source)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await db.Sources.Where(s => s.Id == source.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SourceState.Ready), Ct);
        await ContentVersion.RaiseAsync(db, Id, Ct);
        await transaction.CommitAsync(Ct);
    }

    public async Task<Source> ReadyAsync(params string[] texts)
    {
        var (source, chunks) = await ParsedAsync(texts);
        await EmbedAsync(source, chunks);
        await MakeReadyAsync(source);
        return source;
    }

    public async Task<IReadOnlyList<Passage>> SearchAsync(string query, int take = 10)
    {
        await using var db = database.NewContext();
        return await new PassageSearch(db, Cache, Reference).SearchAsync(Id, query, take, Ct);
    }

    public async Task<T> ScalarAsync<T>(string sql, bool orNull = false)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter("course", Id));
        var value = await command.ExecuteScalarAsync(Ct);
        return orNull && value is null or DBNull ? default! : (T)value!;
    }
}
