using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Memory;

namespace Tutor.People;

/// <summary>A person's own settings.</summary>
public sealed class Preferences(TutorDb db, PeopleMemory memory, Changes changes)
{
    public async Task<Profile> OfAsync(Guid userId, CancellationToken ct) =>
        await memory.Profiles.GetAsync(userId, () => ReadAsync(userId, ct), _ => (userId, userId)) ?? throw new InvalidOperationException($"There is nobody {userId}.");

    /// <summary>Takes what is given; whatever is null stays.</summary>
    public async Task<Outcome<Profile>> ChangeAsync(Guid userId, string? detail, string? style, string? language, bool? ai, CancellationToken ct)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        if (!Profile.Of(user).With(detail, style, language, ai).Succeeded(out var profile, out var refusal)) return refusal;
        (user.Detail, user.Style, user.Language, user.Ai) = (profile.Detail, profile.Style, profile.Language, profile.Ai);
        await db.SaveChangesAsync(ct);
        changes.Note(userId);
        return profile;
    }

    private Task<Profile?> ReadAsync(Guid userId, CancellationToken ct) =>
        db.Users.Where(u => u.Id == userId).Select(u => new Profile(u.Detail, u.Style, u.Language, u.Ai)).SingleOrDefaultAsync(ct);
}
