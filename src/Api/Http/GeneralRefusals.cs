using Microsoft.AspNetCore.Http;

namespace Tutor.Http;

/// <summary>What is said where no use case had the word: unknown addresses, unreadable bodies, faults of ours.</summary>
internal static class GeneralRefusals
{
    private const string Calls = "The calls there are stand in /openapi/v1.json.";

    public static Refusal SignedOut { get; } = new(
        RefusalKind.SignedOut, "signed-out", "You are not signed in",
        "Get an access token from POST /api/v1/sessions and send it as `Authorization: Bearer <accessToken>`; a token that has expired or was ended is renewed there as well.");

    public static Refusal Forbidden { get; } = new(
        RefusalKind.Forbidden, "not-allowed", "You may not do this",
        "Your account does not have the role this needs. Ask an administrator if it should.");

    public static Refusal NoRoute { get; } = new(RefusalKind.NotFound, "no-such-address", "There is nothing at this address", Calls);

    public static Refusal DatabaseAway { get; } = new(
        RefusalKind.Unavailable, "database-away", "The database cannot be reached",
        "Nothing was changed. Try again in a few seconds.") { RetryAfter = TimeSpan.FromSeconds(5) };

    public static Refusal DiskFull { get; } = new(
        RefusalKind.Unavailable, "disk-full", "There is no space left for files",
        "Nothing of the file was kept. Tell the administrator, and upload it again when there is space.") { RetryAfter = TimeSpan.FromMinutes(5) };

    public static Refusal TooLarge { get; } = new(
        RefusalKind.TooLarge, "too-large", "The request is too large", "A JSON body may have 1 MB, an uploaded file 200 MB. Send less at once.");

    public static Refusal WrongType { get; } = new(
        RefusalKind.UnsupportedType, "unsupported-content-type", "The content type is not one this call takes",
        "Send JSON with `Content-Type: application/json`, or files as `multipart/form-data` where the call takes files.");

    public static Refusal BadJson(string? path) => new(
        RefusalKind.Invalid, "unreadable-json", "The body is not JSON this call can read",
        path is { Length: > 1 } ? $"The value at {path} is missing, broken or of the wrong type. {Calls}" : $"Check commas, quotes and brackets, and that the body is not empty. {Calls}");

    public static Refusal BadParameter(string? name) => new(
        RefusalKind.Invalid, "unreadable-parameter", "A value in the address or a header cannot be read",
        name is null ? $"Check the parameters of the address. {Calls}" : $"The parameter {name} is missing or of the wrong type. {Calls}");

    public static Refusal NoForgeryToken { get; } = new(
        RefusalKind.Invalid, "no-antiforgery-token", "The request carries no proof that it comes from our own pages",
        "Reload the page and try again. Programs send an access token instead of the cookie.");

    /// <summary>For an answer that carries a status and nothing else; null where a status needs no words.</summary>
    public static Refusal? ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => SignedOut,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NoRoute,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => WrongType,
        _ => null,
    };
}
