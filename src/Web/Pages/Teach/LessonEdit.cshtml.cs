using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Web.Pages.Teach;

/// <summary>A module's canonical lesson, sentence by sentence, with the quotes each rests on.</summary>
public sealed class LessonEditModel(TutorDb db, CourseAccess access, Reviewing reviewing) : SeatedPage(db, access, CourseThing.Module, Courses.Seat.Staff)
{
    private LessonBody _body = null!;

    public string ModuleTitle { get; private set; } = "";

    /// <summary>As written, or as the person has them in the form.</summary>
    [BindProperty]
    public List<SectionForm> Sections { get; set; } = [];

    /// <summary>The revision the form was made from: its places are those of the form.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    public IReadOnlyList<Citation> Citations => _body.Citations;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is not { } revision) return NotFound();
        Seen = revision.Id;
        Sections = [.. _body.Sections.Select(s => new SectionForm { Heading = s.Heading, Sentences = [.. s.Sentences.Select(SentenceForm.Of)] })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is not { } revision) return NotFound();
        if (revision.Id != Seen || Sections.Count != _body.Sections.Count) return Explain(ReviewRefusals.ChangedMeanwhile);
        var edit = new LessonEdit([.. _body.Sections.Select((s, i) => s with { Heading = Sections[i].Heading?.Trim() ?? "", Sentences = Edited(s, Sections[i]) }).Where(s => s.Sentences.Count > 0)]);
        var decision = new NewDecision("edit", Content: JsonSerializer.SerializeToElement(edit, JsonColumn.Options), RevisionId: Seen);
        if (!(await reviewing.DecideAsync(revision.ReviewableId, decision, Caller.Id, Aborted)).Succeeded(out var made, out var refusal)) return Explain(refusal with { Errors = null });
        Say("The lesson is changed. Learners read it when you publish.");
        SayUndo($"/teach/modules/{Id}", made.Id);
        return Redirect($"/teach/modules/{Id}");
    }

    private static List<LessonSentence> Edited(LessonSection section, SectionForm form)
    {
        var sentences = new List<LessonSentence>();
        for (var i = 0; i < form.Sentences.Count; i++)
        {
            var (text, rests) = (form.Sentences[i].Text?.Trim() ?? "", form.Sentences[i].Places);
            if (form.Sentences[i].Out || text.Length == 0) continue;
            sentences.Add(i < section.Sentences.Count ? section.Sentences[i] with { Text = text, Citations = rests } : new LessonSentence(text, rests, Detail.Standard) { Opens = true });
        }
        return sentences;
    }

    private async Task<Revision?> ReadAsync()
    {
        if (await Db.Modules.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id && m.State != ModuleState.Removed, Aborted) is not { } module) return null;
        ModuleTitle = module.Title;
        var revision = await Db.Reviewables.AsNoTracking().Where(r => r.ModuleId == Id && r.Kind == ReviewableKind.Lesson)
            .Join(Db.Revisions.AsNoTracking(), r => r.RevisionId, v => v.Id, (r, v) => v).SingleOrDefaultAsync(Aborted);
        if (revision is not null) _body = revision.As<LessonBody>();
        return revision;
    }
}

public sealed class SectionForm
{
    public string? Heading { get; set; }

    public List<SentenceForm> Sentences { get; set; } = [];
}

public sealed class SentenceForm
{
    public string? Text { get; set; }

    /// <summary>Numbers of quotes, from 1, separated by commas.</summary>
    public string? Rests { get; set; }

    public bool Out { get; set; }

    /// <summary>From 0; what is no number is no quote, and the check of the whole says so.</summary>
    public IReadOnlyList<int> Places =>
        [.. (Rests ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1)];

    internal static SentenceForm Of(LessonSentence sentence) =>
        new() { Text = sentence.Text, Rests = string.Join(", ", sentence.Citations.Select(c => (c + 1).ToString(CultureInfo.InvariantCulture))) };
}
