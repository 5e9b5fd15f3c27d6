using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tutor.Memory;

namespace Tutor.Work;

/// <summary>Something of a course changed; whoever cares reads the row again.</summary>
/// <param name="Kind"><c>source</c> or <c>generation</c>.</param>
public sealed record CourseChange(string Kind, Guid CourseId, Guid Id);

/// <summary>
/// Hears what any process changed in a course, through PostgreSQL's notifications. What is said while the connection is away is lost:
/// readers re-read state when they (re)connect. Nothing but ids travels.
/// </summary>
public sealed class CourseEvents(NpgsqlDataSource database, Changes changes, ILogger<CourseEvents> log) : BackgroundService
{
    public const string Channel = "tutor_events";

    /// <summary>What triggers tell of people and courses: an id each.</summary>
    private const string ChangesChannel = "tutor_changes";

    /// <summary>How often it is proved that the connection hears: well within <see cref="Changes.Trust"/>.</summary>
    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(200);

    /// <summary>The kind that says: something is due, ahead of the clock.</summary>
    public const string WorkKind = "work";
    private readonly ConcurrentDictionary<Channel<CourseChange>, Guid?> _readers = new();

    /// <summary>SQL that tells everybody; the parameters are kind, course and id.</summary>
    public static string Notify(string kind, Guid courseId, Guid id) => $"select pg_notify('{Channel}', '{kind}:{courseId:N}:{id:N}')";

    /// <summary>Changes from now on, until the token is cancelled (a normal end). A reader that falls behind misses the oldest.</summary>
    /// <param name="courseId">Null for all courses.</param>
    public async IAsyncEnumerable<CourseChange> ReadAsync(Guid? courseId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var channel = System.Threading.Channels.Channel.CreateBounded<CourseChange>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        _readers[channel] = courseId;
        // The token completes the channel rather than cancelling the read: the end of a stream is no failure.
        await using var end = ct.Register(() => channel.Writer.TryComplete());
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(CancellationToken.None)) yield return change;
        }
        finally
        {
            _readers.TryRemove(channel, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Lost the connection that hears events ({Reason}); trying again in a second.", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) { } // The host stops.
        }
        foreach (var (reader, _) in _readers) reader.Writer.TryComplete();
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, e) =>
        {
            if (e.Channel == ChangesChannel) Note(e.Payload);
            else Pass(e.Payload);
        };
        await using (var listen = new NpgsqlCommand($"listen {Channel}; listen {ChangesChannel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        changes.Forget(); // Whatever was said before.
        await using var beat = new NpgsqlCommand("select 1", connection);
        while (!ct.IsCancellationRequested)
        {
            // PostgreSQL hands over what was committed before it answers.
            var asked = Stopwatch.GetTimestamp();
            await beat.ExecuteScalarAsync(ct);
            changes.Heard(asked);
            for (var since = asked; Stopwatch.GetElapsedTime(since) < s_beat;) await connection.WaitAsync(s_beat, ct);
        }
    }

    private void Note(string id)
    {
        if (Guid.TryParse(id, out var changed)) changes.Note(changed);
    }

    private void Pass(string payload)
    {
        if (payload.Split(':') is not [var kind, var course, var id] || !Guid.TryParse(course, out var courseId) || !Guid.TryParse(id, out var changed)) return;
        foreach (var (reader, wanted) in _readers)
            if (wanted is null || wanted == courseId)
                reader.Writer.TryWrite(new CourseChange(kind, courseId, changed));
    }
}
