using Tutor.Courses;
using Tutor.Learning;
using Tutor.Lessons;

namespace Tutor.Web;

/// <summary>How long the next step of a course takes.</summary>
public sealed class NextSteps(Outline outline, LessonService lessons)
{
    /// <summary>Null where there is no next step.</summary>
    public async Task<int?> MinutesAsync(CourseSeat seat, Dashboard board, CancellationToken ct)
    {
        if (board.Next is not { } next || seat.PublicationId is not { } publication) return null;
        var module = (await outline.PublishedAsync(publication, ct)).Single(m => m.Id == next.ModuleId);
        var reading = await lessons.PublishedAsync(publication, next.ModuleId, board.Preferences.Detail, board.Preferences.Style, ct);
        var place = next.Kind == NextKind.Learn ? board.Modules.Single(m => m.Id == next.ModuleId).Place : 0;
        return StudyTime.Minutes(module, reading, 1 - (place / (double)Readings.End));
    }
}
