using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.People;
using Tutor.Retrieval;

namespace Tutor.Courses;

/// <param name="IsStaff">Whether the person works on the course, rather than learns in it.</param>
public sealed record FoundCourse(Guid Id, string Title, bool IsStaff);

public sealed record FoundModule(Guid Id, string Title, FoundCourse Course);

/// <summary>Passages of one course, best first.</summary>
public sealed record FoundPassages(FoundCourse Course, IReadOnlyList<Passage> Passages);

/// <summary>For admins only.</summary>
public sealed record FoundPerson(Guid Id, string Name, string Email);

public sealed record Found(IReadOnlyList<FoundCourse> Courses, IReadOnlyList<FoundModule> Modules, IReadOnlyList<FoundPassages> Passages, IReadOnlyList<FoundPerson> People)
{
    public bool IsEmpty => Courses.Count + Modules.Count + Passages.Count + People.Count == 0;
}

/// <summary>One box for everything: courses and modules by their titles, passages by what they say, for admins people too. Only of the caller's own courses.</summary>
public sealed class Finding(TutorDb db, CourseAccess access, Outline outline, PassageSearch search)
{
    /// <summary>More is browsing, not finding.</summary>
    private const int Most = 8, MostCourses = 6, PassagesEach = 3;

    /// <param name="courseId">The course one is in: its passages come first.</param>
    public async Task<Found> FindAsync(string query, Guid? courseId, Caller caller, CancellationToken ct)
    {
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return new Found([], [], [], []);
        var mine = await MineAsync(caller, ct);
        var courses = mine.Where(c => HasAll(c.Course.Title, words)).Take(Most).Select(c => c.Course).ToList();
        return new Found(courses, await ModulesAsync(mine, words, ct), await PassagesAsync(mine, query, courseId, ct), caller.IsAdmin ? await PeopleAsync(words, ct) : []);
    }

    private async Task<List<(FoundCourse Course, Guid? Publication)>> MineAsync(Caller caller, CancellationToken ct)
    {
        var rows = await access.Of(caller).OrderByDescending(c => c.CreatedAt).Take(200).Select(c => new
        {
            c.Id, c.Title, c.PublicationId, Staff = db.CourseStaff.Any(s => s.CourseId == c.Id && s.UserId == caller.Id),
        }).ToListAsync(ct);
        return [.. rows.Select(c => (new FoundCourse(c.Id, c.Title, c.Staff || caller.IsAdmin), c.PublicationId))];
    }

    private async Task<List<FoundModule>> ModulesAsync(List<(FoundCourse Course, Guid? Publication)> mine, string[] words, CancellationToken ct)
    {
        var taught = mine.Where(c => c.Course.IsStaff).ToDictionary(c => c.Course.Id, c => c.Course);
        var rows = db.Modules.AsNoTracking().Where(m => taught.Keys.Contains(m.CourseId) && m.State != ModuleState.Removed);
        foreach (var pattern in words.Select(Pattern)) rows = rows.Where(m => EF.Functions.ILike(m.Title, pattern, Escape));
        var found = (await rows.OrderBy(m => m.Title).Take(Most).ToListAsync(ct)).Select(m => new FoundModule(m.Id, m.Title, taught[m.CourseId])).ToList();
        foreach (var (course, publication) in mine.Where(c => !c.Course.IsStaff && c.Publication is not null).Take(MostCourses))
            found.AddRange((await outline.PublishedAsync(publication!.Value, ct)).Where(m => HasAll(m.Title, words)).Select(m => new FoundModule(m.Id, m.Title, course)));
        return [.. found.Take(Most)];
    }

    /// <summary>Of each course the best few that share a word with the query; the course that answers most of its words first.</summary>
    private async Task<List<FoundPassages>> PassagesAsync(List<(FoundCourse Course, Guid? Publication)> mine, string query, Guid? courseId, CancellationToken ct)
    {
        var terms = Tokenizer.Terms(query).ToHashSet(StringComparer.Ordinal);
        var found = new List<(FoundPassages Passages, int Shared)>();
        foreach (var (course, _) in mine.OrderByDescending(c => c.Course.Id == courseId).Take(MostCourses))
        {
            var passages = (await search.SearchAsync(course.Id, query, PassagesEach, ct)).Where(p => Shared(p, terms) > 0).ToList();
            if (passages.Count > 0) found.Add((new FoundPassages(course, passages), passages.Max(p => Shared(p, terms))));
        }
        return [.. found.OrderByDescending(f => f.Passages.Course.Id == courseId).ThenByDescending(f => f.Shared).Select(f => f.Passages)];
    }

    private static int Shared(Passage passage, HashSet<string> terms) =>
        Tokenizer.Terms($"{string.Join(' ', passage.Chunk.Headings)} {passage.Chunk.Text}").Distinct().Count(t => terms.Contains(t) && !StopWords.Contains(t));

    private async Task<List<FoundPerson>> PeopleAsync(string[] words, CancellationToken ct)
    {
        var rows = db.Users.AsNoTracking();
        foreach (var pattern in words.Select(Pattern)) rows = rows.Where(u => EF.Functions.ILike(u.Name, pattern, Escape) || EF.Functions.ILike(u.Email!, pattern, Escape));
        return [.. (await rows.OrderBy(u => u.Name).Take(Most).Select(u => new { u.Id, u.Name, u.Email }).ToListAsync(ct)).Select(u => new FoundPerson(u.Id, u.Name, u.Email ?? ""))];
    }

    private const string Escape = "\\";

    /// <summary>For LIKE: the word anywhere, and nothing of it a wildcard.</summary>
    private static string Pattern(string word) =>
        "%" + word.Replace(Escape, @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";

    private static bool HasAll(string title, string[] words) => words.All(w => title.Contains(w, StringComparison.CurrentCultureIgnoreCase));
}
