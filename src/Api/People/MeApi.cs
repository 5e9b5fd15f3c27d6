using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.Review;

namespace Tutor.People;

internal static class MeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("People");
        me.MapGet("", GetAsync).WithSummary("The account the token belongs to");
        me.MapGet("/export", ExportAsync).WithSummary("Everything that is kept about the caller");
        me.MapDelete("", LeaveAsync).WithSummary("Deletes the caller's account and everything that is theirs")
            .WithDescription("Takes the password. What they made for others stays, without their name. The only instructor of a course, or the only administrator, is told what to do first.")
            .Refuses(RefusalKind.Invalid, RefusalKind.Conflict, RefusalKind.TooMany);
        me.MapGet("/preferences", GetPreferencesAsync).WithSummary("How the caller likes to learn");
        me.MapPut("/preferences", PutPreferencesAsync)
            .WithSummary("Sets how the caller likes to learn")
            .WithDescription("detail: brief, standard, deep. style: prose, examples, outline. language: a language tag, followed where a model can write it. ai: false where no language model may be asked anything for the caller, who then reads the reviewed course as it stands. What is left out stays.")
            .Refuses(RefusalKind.Invalid);
    }

    private static async Task<Ok<PersonView>> GetAsync(Caller caller, UserManager<User> users)
    {
        var user = (await users.FindByIdAsync(caller.Id.ToString()))!;
        return TypedResults.Ok(PersonView.Of(user, await users.GetRolesAsync(user)));
    }

    private static async Task<Ok<PersonalDataView>> ExportAsync(Caller caller, MyData data, CancellationToken ct) => TypedResults.Ok(PersonalDataView.Of(await data.OfAsync(caller.Id, ct)));

    // A body of a DELETE has to be named as such.
    private static async Task<Results<NoContent, Refused>> LeaveAsync([FromBody] LeaveBody body, Caller caller, Leaving leaving, CancellationToken ct) =>
        (await leaving.LeaveAsync(caller.Id, body.Password, ct)).Refusal is { } refusal ? refusal.ToResult() : TypedResults.NoContent();

    private static async Task<Ok<PreferencesView>> GetPreferencesAsync(Caller caller, Preferences preferences, CancellationToken ct) =>
        TypedResults.Ok(PreferencesView.Of(await preferences.OfAsync(caller.Id, ct)));

    private static async Task<Results<Ok<PreferencesView>, Refused>> PutPreferencesAsync(ChangePreferences body, Caller caller, Preferences preferences, CancellationToken ct) =>
        (await preferences.ChangeAsync(caller.Id, body.Detail, body.Style, body.Language, body.Ai, ct)).Succeeded(out var profile, out var refusal)
            ? TypedResults.Ok(PreferencesView.Of(profile))
            : refusal.ToResult();
}

public sealed record LeaveBody(string? Password) : IExample<LeaveBody>
{
    public static LeaveBody Example { get; } = new("lighthouse over calm water");
}

/// <summary>Everything that is kept about a person.</summary>
public sealed record PersonalDataView(
    AboutMe Account, Profile Preferences, IReadOnlyList<MySignIn> SignIns, IReadOnlyList<MyCourse> Courses, IReadOnlyList<MyReading> Readings,
    IReadOnlyList<MyQuiz> Quizzes, IReadOnlyList<MyObjective> Mastery, IReadOnlyList<MyFlag> Flags, IReadOnlyList<MyDecision> Decisions, IReadOnlyList<MyChat> Chats) : IExample<PersonalDataView>
{
    public static PersonalDataView Example { get; } = new(
        new AboutMe(Examples.Id(1), "rosalind@example.org", "Rosalind Reader", Examples.Time, ["learner"]), new Profile(Detail.Standard, LessonStyle.Prose, "en", true),
        [], [new MyCourse(Examples.Id(2), "Memory", "learner", Examples.Time, ["Working memory"])], [], [], [new MyObjective("Explain why chunking widens working memory", 0.67, 3, Examples.Time)], [], [], []);

    internal static PersonalDataView Of(PersonalData d) => new(d.Account, d.Preferences, d.SignIns, d.Courses, d.Readings, d.Quizzes, d.Mastery, d.Flags, d.Decisions, d.Chats);
}

public sealed record ChangePreferences(string? Detail = null, string? Style = null, string? Language = null, bool? Ai = null) : IExample<ChangePreferences>
{
    public static ChangePreferences Example { get; } = new("brief", "examples", "en", true);
}

public sealed record PreferencesView(Detail Detail, LessonStyle Style, string Language, bool Ai) : IExample<PreferencesView>
{
    public static PreferencesView Example { get; } = new(Detail.Brief, LessonStyle.Examples, "en", true);

    internal static PreferencesView Of(Profile profile) => new(profile.Detail, profile.Style, profile.Language, profile.Ai);
}
