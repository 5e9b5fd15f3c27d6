using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Review;

/// <summary>Makes the body an edit leads to, out of the body it changes. Form is judged here; sense is the checks' affair.</summary>
public sealed class EditedBodies(TutorDb db)
{
    private const int MaxChoices = 8;

    public async Task<Outcome<object>> ObjectiveAsync(Guid courseId, ObjectiveBody? old, ObjectiveEdit edit, CancellationToken ct)
    {
        var inputs = new Inputs();
        var citations = await CitationsAsync(courseId, "citations", edit.Citations, old?.Citations ?? [], inputs, ct);
        var body = new ObjectiveBody(
            edit.Text is null && old is not null ? old.Text : inputs.Text("text", edit.Text, "The objective's text", max: 400),
            inputs.Word<BloomLevel>("level", edit.Level, "Level") ?? old?.Level ?? BloomLevel.Understand,
            citations);
        return inputs.Refusal is { } refusal ? refusal : body;
    }

    public async Task<Outcome<object>> ItemAsync(Guid itemId, Guid courseId, ItemBody old, ItemEdit edit, CancellationToken ct)
    {
        var inputs = new Inputs();
        var body = new ItemBody(
            edit.Kind is null ? old.Kind : inputs.Text("kind", edit.Kind, "The kind", max: 60),
            inputs.Word<BloomLevel>("level", edit.Level, "Level") ?? old.Level,
            edit.Stem is null ? old.Stem : inputs.Text("stem", edit.Stem, "The question", max: 1000),
            edit.Choices is null ? old.Choices : await ChoicesAsync(itemId, courseId, old, edit.Choices, inputs, ct),
            edit.Explanation is null ? old.Explanation : inputs.Text("explanation", edit.Explanation, "The explanation", max: 2000),
            await CitationsAsync(courseId, "citations", edit.Citations, old.Citations, inputs, ct));
        return inputs.Refusal is { } refusal ? refusal : body;
    }

    public async Task<Outcome<object>> LessonAsync(Guid courseId, LessonBody old, LessonEdit edit, CancellationToken ct)
    {
        var inputs = new Inputs();
        var citations = await CitationsAsync(courseId, "citations", edit.Citations, old.Citations, inputs, ct);
        var sections = edit.Sections ?? old.Sections;
        if (sections.Any(s => s?.Sentences is null || string.IsNullOrWhiteSpace(s.Heading)))
            inputs.Add("sections", "Every section needs a heading and sentences.");
        else if (sections.SelectMany(s => s.Sentences).Any(s => string.IsNullOrWhiteSpace(s?.Text) || s.Citations is null || s.Citations.Any(c => c < 0 || c >= citations.Count)))
            inputs.Add("sections", "Every sentence needs a text, and names its citations by their place in the list, from 0.");
        return inputs.Refusal is { } refusal ? refusal : new LessonBody(sections, citations);
    }

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(
        Guid itemId, Guid courseId, ItemBody old, IReadOnlyList<ChoiceEdit> edits, Inputs inputs, CancellationToken ct)
    {
        if (edits.Count is < 2 or > MaxChoices) inputs.Add("choices", $"A question has 2 to {MaxChoices} choices.");
        var choices = new List<Choice>();
        // JSON may hold null where a choice is meant; it is a choice that says nothing.
        foreach (var edit in edits.Select(e => (ChoiceEdit?)e ?? new ChoiceEdit()))
        {
            var was = edit.Id is { } id ? old.Choices.FirstOrDefault(c => c.Id == id) : null;
            if (edit.Id is not null && was is null) inputs.Add("choices", "A choice's id must be one the question has; leave it out for a new choice.");
            var text = edit.Text is null && was is not null ? was.Text : inputs.Text("choices", edit.Text, "A choice's text", max: 500);
            choices.Add(new Choice(
                was?.Id ?? NamedGuid.Create(itemId, "choice " + text),
                text,
                edit.IsKey ?? was?.IsKey ?? false,
                await CitationsAsync(courseId, "choices", edit.Citations, was?.Citations ?? [], inputs, ct),
                edit.Explanation ?? was?.Explanation));
        }
        if (choices.Count(c => c.IsKey) != 1) inputs.Add("choices", "Exactly one choice is the key.");
        if (choices.DistinctBy(c => c.Id).Count() != choices.Count || choices.Select(c => c.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() != choices.Count)
            inputs.Add("choices", "No two choices may be the same.");
        return choices;
    }

    // A citation that stays as it was stays whole, even when its source is gone; a new one must stand in a passage of the course.
    private async Task<IReadOnlyList<Citation>> CitationsAsync(
        Guid courseId, string field, IReadOnlyList<CitationEdit>? edits, IReadOnlyList<Citation> old, Inputs inputs, CancellationToken ct)
    {
        if (edits is null) return old;
        var citations = new List<Citation>();
        foreach (var edit in edits.Select(e => (CitationEdit?)e ?? new CitationEdit(Guid.Empty)))
        {
            var kept = old.FirstOrDefault(c => c.ChunkId == edit.ChunkId && c.Quote == edit.Quote) ?? await FindAsync(courseId, edit, ct);
            if (kept is not null) citations.Add(kept);
            else inputs.Add(field, $"The quote “{Shorten(edit.Quote)}” does not stand in the passage it names. Copy the words exactly as they stand there.");
        }
        return citations;
    }

    private async Task<Citation?> FindAsync(Guid courseId, CitationEdit edit, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(edit.Quote)) return null;
        var found = await db.Chunks.AsNoTracking().Where(c => c.Id == edit.ChunkId && c.CourseId == courseId)
            .Join(db.Sources, c => c.SourceId, s => s.Id, (c, s) => new { Chunk = c, s.Name }).SingleOrDefaultAsync(ct);
        var quote = edit.Quote.Trim();
        var start = found?.Chunk.Text.IndexOf(quote, StringComparison.Ordinal) ?? -1;
        return start < 0 ? null : Citation.Of(found!.Chunk, found.Name, start, quote.Length);
    }

    private static string Shorten(string? text) => text switch
    {
        null => "",
        { Length: > 80 } => text[..77] + "…",
        _ => text,
    };
}
