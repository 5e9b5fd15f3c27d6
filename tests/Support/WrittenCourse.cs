using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor;

/// <summary>
/// A course as the writers leave it, put straight into the database: one ready source, and modules with two objectives, a lesson and items each.
/// For tests of what comes after writing.
/// </summary>
public sealed class WrittenCourse
{
    public const string Text = "Working memory holds about four chunks at a time. Long-term memory holds far more. Chunking joins small units into larger ones. Rehearsal keeps items active.";
    private readonly List<WrittenModule> _modules = [];

    private WrittenCourse(Guid id, Source source, Chunk chunk) => (Id, Source, Chunk) = (id, source, chunk);

    public Guid Id { get; }
    public Source Source { get; }
    public Chunk Chunk { get; }
    public IReadOnlyList<WrittenModule> Modules => _modules;

    /// <param name="instructor">Who teaches it.</param>
    /// <param name="modules">How many modules.</param>
    /// <param name="items">Items of each module; they take turns over its two objectives.</param>
    public static async Task<WrittenCourse> AddAsync(TutorDb db, Guid instructor, int modules = 1, int items = 6)
    {
        var (courseId, sourceId, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        db.Courses.Add(new Course { Id = courseId, Title = "Memory", CreatedAt = now });
        db.CourseStaff.Add(new CourseStaff { CourseId = courseId, UserId = instructor });
        var source = new Source
        {
            Id = sourceId, CourseId = courseId, Name = "memory.md", Sha256 = Convert.ToHexStringLower(sourceId.ToByteArray()).PadLeft(64, '0'), Bytes = Text.Length,
            CreatedAt = now, State = SourceState.Ready, Progress = 1, ChunkCount = 1, ReadyAt = now,
        };
        var chunk = new Chunk
        {
            Id = Guid.CreateVersion7(), CourseId = courseId, SourceId = sourceId, Text = Text, Headings = ["Memory"], Parts = [new ChunkPart(BlockKind.Paragraph, 0, Text.Length, 0)],
            Lines = [new Line(0, Text.Length, Page: 3)], Words = 27, Hash = new string('0', 64),
        };
        db.Sources.Add(source);
        db.Chunks.Add(chunk);
        var course = new WrittenCourse(courseId, source, chunk);
        for (var i = 0; i < modules; i++) course._modules.Add(course.AddModule(db, i, items, now));
        await db.SaveChangesAsync();
        return course;
    }

    public Citation Cite(int start = 0, int length = 49) => Citation.Of(Chunk, Source.Name, start, length);

    private WrittenModule AddModule(TutorDb db, int position, int items, DateTimeOffset now)
    {
        var module = new Module { Id = Guid.CreateVersion7(), CourseId = Id, Position = position, Title = $"Module {position + 1}", Part = "Memory", ChunkIds = [Chunk.Id], CreatedAt = now };
        db.Modules.Add(module);
        var written = new WrittenModule(module, [], [], Guid.CreateVersion7());
        for (var i = 0; i < 2; i++)
            written.Objectives.Add(Add(db, module, ReviewableKind.Objective, i, null, new ObjectiveBody($"Explain side {i + 1} of working memory", BloomLevel.Understand, [Cite()]), now));
        var sentence = new LessonSentence("Working memory holds about four chunks at a time.", [0], Detail.Brief, Required: true) { Opens = true };
        Add(db, module, ReviewableKind.Lesson, 0, null,
            new LessonBody([.. written.Objectives.Select(o => new LessonSection(LessonSectionKind.Explanation, "Working memory", o, [sentence]))], [Cite()]), now, written.LessonId);
        for (var i = 0; i < items; i++) written.Items.Add(AddItem(db, written, i, now));
        return written;
    }

    private WrittenItem AddItem(TutorDb db, WrittenModule module, int i, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        IReadOnlyList<Choice> choices = [.. Enumerable.Range(0, 4).Select(n => new Choice(
            NamedGuid.Create(id, $"choice {n}"), $"Choice {n} of item {i}", n == i % 4, [Cite()], n == i % 4 ? null : $"Choice {n} is something else."))];
        // Each rests on words of its own, as a pool's items mostly do.
        var body = new ItemBody(i % 2 == 0 ? "term-to-definition" : "cause-to-effect", BloomLevel.Remember, $"What does item {i} of {module.Module.Title} ask?", choices, "It is said so.", [Cite(i * 6, 5)]);
        Add(db, module.Module, ReviewableKind.Item, i, module.Objectives[i % 2], body, now, id);
        return new WrittenItem(id, body);
    }

    private static Guid Add(TutorDb db, Module module, ReviewableKind kind, int position, Guid? objective, object body, DateTimeOffset now, Guid? id = null)
    {
        var (reviewableId, revisionId) = (id ?? Guid.CreateVersion7(), Guid.CreateVersion7());
        db.Reviewables.Add(new Reviewable
        {
            Id = reviewableId, CourseId = module.CourseId, ModuleId = module.Id, Kind = kind, ObjectiveId = objective, Position = position, RevisionId = revisionId, CreatedAt = now,
            Revisions =
            [
                new Revision
                {
                    Id = revisionId, ReviewableId = reviewableId, Number = 1, Body = RevisionBodies.Write(body), Writer = "extractive/1",
                    Checks = [new CheckResult("quote-in-source", true, "Every quote stands in the material word for word.")], CreatedAt = now,
                },
            ],
        });
        return reviewableId;
    }
}

public sealed record WrittenModule(Module Module, List<Guid> Objectives, List<WrittenItem> Items, Guid LessonId)
{
    public Guid Id => Module.Id;
}

public sealed record WrittenItem(Guid Id, ItemBody Body)
{
    public Guid Key => Body.Choices.Single(c => c.IsKey).Id;
    public Guid Wrong => Body.Choices.First(c => !c.IsKey).Id;
}
