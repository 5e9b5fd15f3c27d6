using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Chats;

/// <summary>A person's messages of today.</summary>
/// <param name="Limit">Null for none.</param>
/// <param name="ResetsAt">Midnight UTC.</param>
public sealed record ChatQuota(int? Limit, int Used, DateTimeOffset ResetsAt)
{
    public int? Left => Limit is { } limit ? Math.Max(0, limit - Used) : null;
}

/// <summary>Counts messages by person and day.</summary>
public sealed class ChatQuotas(TutorDb db, ChatSettings settings, TimeProvider clock)
{
    public async Task<ChatQuota> OfAsync(Guid personId, CancellationToken ct)
    {
        var today = Today();
        var used = await db.Database.SqlQuery<int>($"""select used as "Value" from chat_days where person_id = {personId} and day = {today}""").SingleOrDefaultAsync(ct);
        return Quota(used);
    }

    /// <summary>Counts one message more, in the caller's transaction: of many at once no more than the limit come through.</summary>
    public async Task<Outcome<ChatQuota>> SpendAsync(Guid personId, CancellationToken ct)
    {
        var (today, limit) = (Today(), settings.MessagesPerDay ?? int.MaxValue);
        var used = await db.Database.SqlQuery<int>($"""
            insert into chat_days as d (person_id, day, used) select {personId}, {today}, 1 where {limit} > 0
            on conflict (person_id, day) do update set used = d.used + 1 where d.used < {limit}
            returning used as "Value"
            """).ToListAsync(ct);
        return used is [var count] ? Quota(count) : ChatRefusals.QuotaSpent(Quota(limit), clock.GetUtcNow());
    }

    private ChatQuota Quota(int used) => new(settings.MessagesPerDay, used, new DateTimeOffset(Today().AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
