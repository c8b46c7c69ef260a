using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Showrunner.Data;

namespace Showrunner.Lives.Intake;

public static partial class EventStore
{
    private const string EventColumns = "session_id, source, event_no, kind, at, received_at, product, count, orders, amount_minor, is_total, text, person, items";

    /// <summary>COPY straight into the table where all are taken for new, which fails if one is not; else all of them go beside it and only the new ones over.</summary>
    /// <returns>The new ones; null when all are.</returns>
    private static HashSet<LiveEvent>? InsertPostgres(AppDb db, IReadOnlyCollection<List<LiveEvent>> groups, int count, bool areNew, CancellationToken cancel)
    {
        if (count == 0) return null;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (areNew)
        {
            Copy("live_event");
            return null;
        }
        Run("CREATE TEMPORARY TABLE IF NOT EXISTS live_incoming (LIKE live_event) ON COMMIT DELETE ROWS");
        Copy("live_incoming");
        var byKey = groups.SelectMany(events => events).ToDictionary(happened => (happened.SessionId, happened.Source, happened.EventNo));
        HashSet<LiveEvent> fresh = [];
        using var insert = new NpgsqlCommand($"INSERT INTO live_event ({EventColumns}) SELECT {EventColumns} FROM live_incoming ON CONFLICT DO NOTHING RETURNING session_id, source, event_no", connection);
        using var rows = insert.ExecuteReader();
        while (rows.Read()) fresh.Add(byKey[(rows.GetInt64(0), rows.GetString(1), rows.GetString(2))]);
        return fresh;

        void Run(string sql)
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }

        void Copy(string table)
        {
            using var copy = connection.BeginRawBinaryCopy($"COPY {table} ({EventColumns}) FROM STDIN (FORMAT BINARY)");
            var wire = new PostgresWire(copy);
            try
            {
                wire.Header();
                foreach (var happened in groups.SelectMany(events => events))
                {
                    cancel.ThrowIfCancellationRequested();
                    Put(wire, happened);
                }
                wire.Trailer();
            }
            catch
            {
                copy.Cancel();
                throw;
            }
        }
    }

    private static void Put(PostgresWire wire, LiveEvent happened)
    {
        wire.Row(14);
        wire.Long(happened.SessionId);
        wire.Text(happened.Source);
        wire.Text(happened.EventNo);
        wire.Text(EventKinds.CodeOf(happened.Kind));
        wire.Instant(happened.At);
        wire.Instant(happened.ReceivedAt);
        wire.Text(happened.Product);
        wire.Long(happened.Count);
        wire.Long(happened.Orders);
        wire.Long(happened.AmountMinor);
        wire.Bool(happened.IsTotal);
        wire.Text(happened.Text);
        wire.Text(happened.Person);
        wire.Text(happened.Items);
    }

    private static readonly string UpsertMinutes =
        $"INSERT INTO live_minute ({string.Join(", ", MinuteSql.Columns)}) SELECT * FROM unnest({string.Join(", ", MinuteSql.Columns.Select((_, place) => "$" + (place + 1)))}) {MinuteSql.Upsert}";

    private static void WriteMinutesPostgres(AppDb db, List<StoredShow> shows)
    {
        var rows = shows.SelectMany(show => show.Rows.Select(row => (Show: show, Row: row))).ToList();
        using var command = new NpgsqlCommand(UpsertMinutes, (NpgsqlConnection)db.Database.GetDbConnection());
        Add(NpgsqlDbType.Bigint, rows.ConvertAll(r => r.Show.SessionId));
        Add(NpgsqlDbType.TimestampTz, rows.ConvertAll(r => DateTimeOffset.FromUnixTimeSeconds(r.Row.Key.Minute * 60)));
        Add(NpgsqlDbType.Text, rows.ConvertAll(r => r.Row.Key.Source));
        Add(NpgsqlDbType.Text, rows.ConvertAll(r => r.Row.Key.Product));
        Add(NpgsqlDbType.Boolean, rows.ConvertAll(r => r.Row.Key.IsTotal));
        Add(NpgsqlDbType.Bigint, rows.ConvertAll(r => r.Show.Before + 1));
        Add(NpgsqlDbType.TimestampTz, rows.ConvertAll(r => r.Row.SampledAt));
        foreach (var measure in LiveMeasures.All) Add(NpgsqlDbType.Bigint, rows.ConvertAll(r => r.Row[measure]));
        command.Prepare(); // once for each connection of the pool: there is much to plan in it
        command.ExecuteNonQuery();

        void Add<T>(NpgsqlDbType type, List<T> values) => command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() });
    }
}
