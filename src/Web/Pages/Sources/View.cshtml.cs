using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Sources;
using Tutor.Web.Reading;

namespace Tutor.Web.Pages.Sources;

/// <summary>A source at a place, as text with the quoted words marked; a PDF is drawn as well where JavaScript runs.</summary>
public sealed class ViewModel(TutorDb db, CourseAccess access, SourceReader reader) : SeatedPage(db, access, CourseThing.Source, Courses.Seat.Learner)
{
    public Source Source { get; private set; } = null!;

    public ShownPlace Place { get; private set; } = null!;

    /// <summary>Page or slide; 0 for documents without.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public bool IsPdf => Number > 0 && SourceWords.Kind(Source.Name) == "PDF";

    public string Back => Seat.IsStaff ? $"/teach/{Course.Id}" : $"/courses/{Course.Id}";

    private string Unit => SourceWords.Kind(Source.Name) == "PPTX" ? "Slide" : "Page";

    public string PlaceName => Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Unit} {Number} of {Source.Pages}");

    public string EarlierName => Number == 0 ? "Earlier" : string.Create(CultureInfo.InvariantCulture, $"{Unit} {Number - 1}");

    public string LaterName => Number == 0 ? "Later" : string.Create(CultureInfo.InvariantCulture, $"{Unit} {Number + 1}");

    public string PictureLabel => $"{PlaceName} of {Source.Name}, drawn. {(Place.Lines.Count > 0 ? "The quoted words are marked." : "")} The same page follows as text.";

    /// <summary>Lines in points from the top left, each with the letters of it that are quoted: [[x, y, width, height, from, to, of], …].</summary>
    public string BoxesJson => JsonSerializer.Serialize(Place.Lines.Select(l => new[] { l.Box.X, l.Box.Y, l.Box.Width, l.Box.Height, l.From, l.To, l.Of }));

    public async Task<IActionResult> OnGetAsync(Guid? chunk, int start, int length, int? at)
    {
        Source = await Db.Sources.AsNoTracking().SingleAsync(s => s.Id == Id, Aborted);
        if (Number == 0 && Source.Pages is > 0) Number = 1;
        if (Number > Source.Pages || (Number > 0 && Source.Pages is null)) return NotFound();
        var marks = await reader.FindAsync(Id, chunk, start, length, Aborted);
        Place = Number > 0 ? await reader.PageAsync(Source, Number, marks, Aborted) : await reader.StretchAsync(Source, at, marks, Aborted);
        return Page();
    }
}
