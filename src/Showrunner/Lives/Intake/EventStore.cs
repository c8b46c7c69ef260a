using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Showrunner.Data;
using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Intake;

/// <summary>
/// Writes batches of events with what they change, all of them in one transaction: events, minutes, feeds and shows are never apart.
/// A show is written by one at a time, in the order of the shows' numbers, so that nobody waits for each other in a circle.
/// </summary>
public static partial class EventStore
{
    public static async Task<IReadOnlyList<StoredShow>> Write(AppDb db, IReadOnlyList<Batch> batches, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try { return await Write(db, batches, areNew: true, now, cancel); }
        catch (PostgresException known) when (known.SqlState == PostgresErrorCodes.UniqueViolation) { return await Write(db, batches, areNew: false, now, cancel); }
    }

    /// <param name="areNew">Most batches hold new events only: then none is looked for first.</param>
    private static async Task<IReadOnlyList<StoredShow>> Write(AppDb db, IReadOnlyList<Batch> batches, bool areNew, DateTimeOffset now, CancellationToken cancel)
    {
        if (!db.IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", cancel); // answered means durable, even when the power goes
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = batches.Select(batch => batch.SessionId).Distinct().Order().ToArray();
        var versions = await Lock(db, ids, cancel);
        var fresh = Fresh(db, batches.Where(batch => versions.ContainsKey(batch.SessionId)).ToList(), areNew, cancel);
        List<StoredShow> shows = [];
        foreach (var group in fresh.SelectMany(pair => pair.Value).GroupBy(happened => happened.SessionId))
        {
            var minutes = new CountMinutes();
            var events = group.ToList();
            foreach (var happened in events) minutes.Take(happened);
            shows.Add(new(group.Key, versions[group.Key], minutes.Rows, events, now));
        }
        WriteMinutes(db, shows, cancel);
        await WriteShows(db, shows, cancel);
        await WriteFeeds(db, fresh, now, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var batch in batches) batch.Done(fresh.TryGetValue(batch, out var own) ? own.Count : 0);
        return shows;
    }

    /// <summary>Holds the shows until the transaction ends; their versions.</summary>
    private static async Task<Dictionary<long, long>> Lock(AppDb db, long[] ids, CancellationToken cancel)
    {
        var rows = db.IsPostgres
            ? db.Database.SqlQueryRaw<Held>("SELECT id, version FROM live_session WHERE id = ANY({0}) ORDER BY id FOR UPDATE", ids)
            : db.LiveSessions.Where(s => ids.Contains(s.Id)).Select(s => new Held { Id = s.Id, Version = s.Version });
        return (await rows.ToListAsync(cancel)).ToDictionary(held => held.Id, held => held.Version);
    }

    internal sealed class Held
    {
        public long Id { get; init; }
        public long Version { get; init; }
    }

    /// <summary>Stores what is not stored yet and says what that is.</summary>
    private static Dictionary<Batch, List<LiveEvent>> Fresh(AppDb db, List<Batch> batches, bool areNew, CancellationToken cancel)
    {
        var seen = new HashSet<(long, string, string)>();
        var once = batches.ToDictionary(batch => batch, batch => batch.Events.Where(happened => seen.Add((happened.SessionId, happened.Source, happened.EventNo))).ToList());
        var isNew = db.IsPostgres ? InsertPostgres(db, once.Values, seen.Count, areNew, cancel) : InsertSqlite(db, once.Values, cancel);
        if (isNew is not null)
            foreach (var events in once.Values) events.RemoveAll(happened => !isNew.Contains(happened));
        return once;
    }

    private static Task WriteShows(AppDb db, List<StoredShow> shows, CancellationToken cancel) => RunAll(db, """
        UPDATE live_session SET version = version + 1, last_received_at = @now,
          last_event_at = CASE WHEN last_event_at > @last THEN last_event_at ELSE @last END,
          started_at = CASE WHEN @start < started_at THEN @start ELSE started_at END,
          ended_at = CASE WHEN @finish IS NULL THEN ended_at ELSE @finish END
        WHERE id = @id
        """, shows.Select(show => new (string, object?)[]
        {
            ("id", show.SessionId), ("now", show.ReceivedAt), ("last", show.Events.Max(happened => happened.At)),
            ("start", show.Events.Where(happened => happened.Kind == EventKind.SessionStarted).Select(happened => (DateTimeOffset?)happened.At).Min()),
            ("finish", show.Events.Where(happened => happened.Kind == EventKind.SessionEnded).Select(happened => (DateTimeOffset?)happened.At).Max()),
        }), cancel);

    private static Task WriteFeeds(AppDb db, Dictionary<Batch, List<LiveEvent>> fresh, DateTimeOffset now, CancellationToken cancel)
    {
        var told = fresh.SelectMany(pair => pair.Key.Events.CountBy(happened => happened.Source).Select(source => (pair.Key.SessionId, Source: source.Key, All: source.Value, Refused: 0)))
            .Concat(fresh.Keys.Where(batch => batch.Refused > 0).Select(batch => (batch.SessionId, batch.Source, All: 0, batch.Refused)))
            .GroupBy(part => (part.SessionId, part.Source));
        var isNew = fresh.Values.SelectMany(events => events).ToLookup(happened => (happened.SessionId, happened.Source));
        return RunAll(db, """
            INSERT INTO live_feed (session_id, source, events, repeated, refused, late, ahead, first_received_at, last_received_at, last_event_at)
            VALUES (@id, @source, @events, @repeated, @refused, @late, @ahead, @now, @now, @last)
            ON CONFLICT (session_id, source) DO UPDATE SET events = live_feed.events + excluded.events, repeated = live_feed.repeated + excluded.repeated,
              refused = live_feed.refused + excluded.refused, late = live_feed.late + excluded.late, ahead = live_feed.ahead + excluded.ahead, last_received_at = excluded.last_received_at,
              last_event_at = CASE WHEN excluded.last_event_at IS NULL OR live_feed.last_event_at > excluded.last_event_at THEN live_feed.last_event_at ELSE excluded.last_event_at END
            """, told.Select(feed =>
        {
            var own = isNew[feed.Key].ToList();
            return new (string, object?)[]
            {
                ("id", feed.Key.SessionId), ("source", feed.Key.Source), ("events", (long)own.Count), ("repeated", (long)feed.Sum(part => part.All) - own.Count), ("refused", (long)feed.Sum(part => part.Refused)),
                ("late", (long)own.Count(happened => now - happened.At > Batch.LateAfter)), ("ahead", (long)own.Count(happened => happened.At > now)), ("now", now), ("last", own.Count == 0 ? null : own.Max(happened => happened.At)),
            };
        }), cancel);
    }

    /// <summary>One statement for many rows: in one go where the database takes batches, one after the other elsewhere.</summary>
    private static async Task RunAll(AppDb db, string sql, IEnumerable<(string Name, object? Value)[]> rows, CancellationToken cancel)
    {
        var (connection, transaction) = (db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());
        if (connection.CanCreateBatch)
        {
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var row in rows)
            {
                var one = batch.CreateBatchCommand();
                one.CommandText = sql;
                foreach (var (name, value) in row) one.Parameters.Add(Parameter(one.CreateParameter(), db, name, value));
                batch.BatchCommands.Add(one);
            }
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
            return;
        }
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            foreach (var (name, value) in row) command.Parameters.Add(Parameter(command.CreateParameter(), db, name, value));
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static DbParameter Parameter(DbParameter parameter, AppDb db, string name, object? value)
    {
        parameter.ParameterName = name;
        parameter.Value = value switch { null => DBNull.Value, DateTimeOffset at when !db.IsPostgres => Instants.ToMicroseconds(at), _ => value };
        if (value is null or DateTimeOffset && db.IsPostgres) parameter.DbType = System.Data.DbType.DateTimeOffset; // which instants may be missing, NULL has no type
        return parameter;
    }
}
