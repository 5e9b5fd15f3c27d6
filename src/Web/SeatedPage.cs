using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web;

/// <summary>A page of something that belongs to a course. The person's seat is found before any handler runs; without one there is no such page.</summary>
/// <param name="thing">What the id in the address names.</param>
/// <param name="needed">Staff refuses learners.</param>
public abstract class SeatedPage(TutorDb db, CourseAccess access, CourseThing thing, Seat needed) : TutorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CourseSeat Seat { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    protected TutorDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!(await access.SeatAsync(thing, Id, Caller, needed, Aborted)).Succeeded(out var seat, out var refusal))
        {
            context.Result = refusal.Kind == RefusalKind.Forbidden ? StatusCode(StatusCodes.Status403Forbidden) : NotFound();
            return;
        }
        Seat = seat;
        Course = await HttpContext.RequestServices.GetRequiredService<CourseReading>().OfAsync(seat.CourseId, Aborted);
        await next();
    }
}
