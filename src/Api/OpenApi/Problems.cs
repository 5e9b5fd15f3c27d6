using System.Text.Json.Nodes;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Http;
using Tutor.People;
using Tutor.Review;

namespace Tutor.OpenApi;

/// <summary>A real problem for each status, as the API document shows it.</summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    private static readonly Dictionary<int, Refusal> s_refusals = new Refusal[]
    {
        Invalid(), GeneralRefusals.SignedOut, CourseRefusals.StaffOnly, CourseRefusals.NoSuch(CourseThing.Module), AssessmentRefusals.NoAttemptsLeft(3), GeneralRefusals.TooLarge,
        GeneralRefusals.WrongType, ReviewRefusals.FailsChecks([new CheckResult("key-proved", false, "The quoted passage does not say what the key says about this question.")]),
        PersonRefusals.TooManyWrong(TimeSpan.FromMinutes(5)), GeneralRefusals.DatabaseAway,
    }.ToDictionary(r => Refused.StatusOf(r.Kind));

    public static JsonNode? Of(int status) => s_refusals.TryGetValue(status, out var refusal)
        ? new JsonObject { ["type"] = Refused.TypeOf(refusal.Code), ["title"] = refusal.Title, ["status"] = status, ["detail"] = refusal.Detail, ["instance"] = "/api/v1/…", ["traceId"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00" }
        : null;

    private static Refusal Invalid()
    {
        var inputs = new Inputs();
        inputs.Add("title", "A title is missing.");
        return inputs.Refusal!;
    }
}
