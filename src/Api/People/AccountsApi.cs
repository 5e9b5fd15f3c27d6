using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.OpenApi;

namespace Tutor.People;

internal static class AccountsApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/accounts", CreateAsync)
        .AllowAnonymous()
        .WithTags("People").WithSummary("Registers a person")
        .WithDescription("The new account has the role learner. Instructors and admins are named by whoever runs the installation.")
        .Refuses(RefusalKind.Invalid, RefusalKind.Conflict);

    private static async Task<Results<Created<PersonView>, Refused>> CreateAsync(NewAccount body, Accounts accounts, CancellationToken ct) =>
        (await accounts.CreateAsync(body.Email, body.Password, body.Name, ct)).Succeeded(out var user, out var refusal)
            ? TypedResults.Created("/api/v1/me", PersonView.Of(user, [Roles.Learner]))
            : refusal.ToResult();
}

/// <param name="Password">At least 10 characters.</param>
public sealed record NewAccount(string Email, string Password, string Name) : IExample<NewAccount>
{
    public static NewAccount Example { get; } = new("ada@example.org", "lighthouse over calm water", "Ada Lovelace");
}

/// <param name="Roles">learner, instructor, admin.</param>
public sealed record PersonView(Guid Id, string Email, string Name, IReadOnlyList<string> Roles) : IExample<PersonView>
{
    public static PersonView Example { get; } = new(Examples.Id(1), "ada@example.org", "Ada Lovelace", [People.Roles.Learner]);

    internal static PersonView Of(User user, IEnumerable<string> roles) => new(user.Id, user.Email!, user.Name, [.. roles.Order(StringComparer.Ordinal)]);
}
