using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Retrieval;

/// <summary>A course in a database of its own, with the real classes of retrieval over it.</summary>
internal sealed class ACourse
{
    private static readonly EmbeddingModels s_models = new(new LsaModels(), [new LsaModels()]);

    private readonly TestDatabase _database;

    public ACourse(TestDatabase database)
    {
        _database = database;
        Terms = new TermReader(new Stems(database.DataSource));
        Store = new EmbeddingStore(database.DataSource, s_models, Terms);
        Reference = new ReferenceSearch(database.DataSource, s_models, Terms);
        Loader = new CourseIndexLoader(database.DataSource, s_models, Terms);
        Cache = new CourseIndexCache(Loader);
        Upkeep = new EmbeddingUpkeep(database.DataSource, s_models, Store, NullLogger<EmbeddingUpkeep>.Instance);
    }

    public Guid Id { get; } = Guid.NewGuid();
    public TermReader Terms { get; }
    public EmbeddingStore Store { get; }
    public ReferenceSearch Reference { get; }
    public CourseIndexLoader Loader { get; }
    public CourseIndexCache Cache { get; }
    public EmbeddingUpkeep Upkeep { get; }

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
        await using var db = _database.NewContext();
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

    /// <summary>A source that waits: the course is not settled.</summary>
    public async Task<Source> QueuedAsync()
    {
        await using var db = _database.NewContext();
        var id = Guid.NewGuid();
        var source = new Source { Id = id, CourseId = Id, Name = "later.md", Sha256 = id.ToString("N"), State = SourceState.Queued };
        db.Sources.Add(source);
        await db.SaveChangesAsync(Ct);
        return source;
    }

    public async Task SetStateAsync(Source source, SourceState state)
    {
        await using var db = _database.NewContext();
        await db.Sources.Where(s => s.Id == source.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, state), Ct);
    }

    public async Task MakeReadyAsync(Source source)
    {
        await using var db = _database.NewContext();
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
        await using var db = _database.NewContext();
        return await new PassageSearch(db, Cache, Reference).SearchAsync(Id, query, take, Ct);
    }

    public async Task<T> ScalarAsync<T>(string sql, bool orNull = false)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter("course", Id));
        var value = await command.ExecuteScalarAsync(Ct);
        return orNull && value is null or DBNull ? default! : (T)value!;
    }
}
