using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Showrunner.Accounts;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;
using Chance = Showrunner.Engine.Simulation.Chance;

namespace Showrunner.Benchmarks.Live;

/// <summary>
/// Events of a thousand shows sent over HTTP by four clients on the same machine until all are answered, against the same rows written raw into an empty
/// table of the same shape and key: COPY from a file, prepared inserts in one transaction. Higher is better. Then the wall of these shows is asked for.
/// </summary>
internal static class IntakeBenchmark
{
    private const int Shows = 1000, PerBatch = 500, Clients = 32, Looks = 40;
    private const double Least = 0.5, MostWall = 0.150, MostMb = 1500;

    public static async Task Run(Ask ask)
    {
        var events = ask.Rows ?? 400_000;
        foreach (var engine in ask.Engines)
        {
            await using var home = await Home.Make(ask, engine);
            var key = await Prepare(home);
            var port = FreePort();
            using var desk = Child.Start([Child.Released, "serve", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), .. home.Words]);
            _ = desk.StandardOutput.ReadToEndAsync();
            var errors = desk.StandardError.ReadToEndAsync();
            using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            try
            {
                while (!await IsUp(http)) if (desk.HasExited) throw new InvalidOperationException(await errors);
                var (product, floor) = (new List<double>(), new List<double>());
                for (var round = 0; round <= Math.Max(5, ask.Rounds); round++)
                {
                    var batches = Batches(events, round);
                    var sent = await Send(http, batches);
                    var raw = engine == "postgres" ? await CopyAgain(home, round, ask.Folder.Path) : await InsertAgain(home, round);
                    if (round == 0) continue; // warm
                    product.Add(events / sent);
                    floor.Add(events / raw);
                    Ask.Say(string.Create(CultureInfo.InvariantCulture, $"intake on {engine}, round {round}: {product[^1]:N0} events/s, raw {floor[^1]:N0} rows/s"));
                }
                var walls = new List<double>();
                for (var i = 0; i < Looks; i++) walls.Add(await Home.Seconds(async () => (await http.GetAsync("/api/live")).EnsureSuccessStatusCode()));
                var (wall, memory) = (Spread.Percentile(walls, 0.95), Child.PeakMb(desk.Id));
                var ratio = Spread.Of(product.Zip(floor, (p, f) => p / f));
                ask.Results.Add(new Result($"intake of {events:N0} events of {Shows:N0} shows, {engine}", $"{Spread.Of(product).Median:N0} events/s", $"raw: {Spread.Of(floor).Median:N0} rows/s", ratio, $"≥ {Least:0.0}", ratio.Median >= Least,
                    new() { ["events_per_second"] = Spread.Of(product).Median, ["floor_rows_per_second"] = Spread.Of(floor).Median }));
                ask.Results.Add(new Result($"its wall and memory, {engine}", $"p95 {wall * 1000:0} ms; {memory:0} MB", "–", null, $"< {MostWall * 1000:0} ms, < {MostMb:0} MB", wall < MostWall && memory < MostMb, new() { ["wall_p95_seconds"] = wall, ["peak_mb"] = memory }));
            }
            finally
            {
                desk.Kill(entireProcessTree: true);
                await desk.WaitForExitAsync();
            }
        }
    }

    /// <summary>A thousand open shows and a key that may send.</summary>
    private static async Task<string> Prepare(Home home)
    {
        await using (await home.Application()) { }
        await using var db = home.Open();
        var market = await db.Markets.SingleAsync(m => m.Code == "ID");
        var now = TimeProvider.System.GetUtcNow();
        var person = Person.Create("Bench", "bench@example.test", "en", now);
        person.Assign(Role.Admin, null);
        db.People.Add(person);
        await db.SaveChangesAsync();
        var (key, secret) = ApiKey.Create(Actor.Program("bench") with { PersonId = person.Id }, "Feed", ["lives.feed", "lives.see"], null, 1, now);
        db.ApiKeys.Add(key);
        db.LiveSessions.AddRange(Enumerable.Range(0, Shows).Select(show => new LiveSession { MarketId = market.Id, Number = Room(show), StartedAt = now.AddMinutes(-1), AuthorName = "bench" }));
        await db.SaveChangesAsync();
        return secret;
    }

    private static string Room(int show) => string.Create(CultureInfo.InvariantCulture, $"room-{show}");

    private static List<(string Path, byte[] Body)> Batches(int events, int round)
    {
        var now = TimeProvider.System.GetUtcNow();
        List<(string, byte[])> batches = [];
        for (var batch = 0; batch * PerBatch < events; batch++)
        {
            var chance = Chance.Of(round, batch, 1, 2);
            var text = new StringBuilder();
            for (var i = 0; i < PerBatch; i++)
            {
                var at = now.AddSeconds(-chance.Below(50)).ToString("O", CultureInfo.InvariantCulture);
                var what = chance.Next() switch
                {
                    < 0.35 => "\"like\",\"count\":3",
                    < 0.55 => "\"joined\",\"person\":\"viewer4711\"",
                    < 0.75 => "\"comment\",\"text\":\"Berapa harganya kak?\",\"person\":\"viewer4711\"",
                    < 0.90 => $"\"product_click\",\"product\":\"17290000000000{chance.Below(8)}\"",
                    < 0.95 => $"\"order_paid\",\"product\":\"17290000000000{chance.Below(8)}\",\"quantity\":1,\"amount\":89000,\"currency\":\"IDR\"",
                    _ => "\"viewers\",\"count\":812",
                };
                text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{round}-{batch}-{i}\",\"at\":\"{at}\",\"type\":{what}}}\n");
            }
            batches.Add(($"/api/live/{Room(batch % Shows)}/events", Encoding.UTF8.GetBytes(text.ToString())));
        }
        return batches;
    }

    private static async Task<double> Send(HttpClient http, List<(string Path, byte[] Body)> batches)
    {
        var next = -1;
        return await Home.Seconds(() => Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var at && at < batches.Count)
            {
                using var body = new ByteArrayContent(batches[at].Body);
                using var answer = await http.PostAsync(batches[at].Path, body);
                if (answer.StatusCode == HttpStatusCode.TooManyRequests) throw new InvalidOperationException("the desk was too busy for four clients");
                answer.EnsureSuccessStatusCode();
            }
        }))));
    }

    private const string Columns = "session_id, source, event_no, kind, at, received_at, product, count, orders, amount_minor, is_total, text, person, items";

    private static async Task<double> CopyAgain(Home home, int round, string folder)
    {
        var file = Path.Combine(folder, "live_event.pgcopy");
        await using var connection = new NpgsqlConnection(home.Place.ConnectionString + ";Command Timeout=0");
        await connection.OpenAsync();
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {Columns} FROM live_event WHERE event_no LIKE '{round}-%') TO STDOUT (FORMAT BINARY)"))
        await using (var target = File.Create(file)) await copy.CopyToAsync(target, 1 << 18);
        await using (var fresh = new NpgsqlCommand("DROP TABLE IF EXISTS floor_event; CREATE TABLE floor_event (LIKE live_event INCLUDING ALL)", connection)) await fresh.ExecuteNonQueryAsync();
        await using var source = File.OpenRead(file);
        return await Home.Seconds(async () =>
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY floor_event ({Columns}) FROM STDIN (FORMAT BINARY)");
            await source.CopyToAsync(copy, 1 << 18);
        });
    }

    private static async Task<double> InsertAgain(Home home, int round)
    {
        await using var connection = new SqliteConnection(home.Place.ConnectionString);
        await connection.OpenAsync();
        await Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000; PRAGMA cache_size=-16000;");
        var shape = (string)(await Scalar("SELECT sql FROM sqlite_master WHERE name = 'live_event'"))!;
        await Run("DROP TABLE IF EXISTS floor_event; " + shape.Replace("live_event", "floor_event", StringComparison.Ordinal));
        List<object[]> rows = [];
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = $"SELECT {Columns} FROM live_event WHERE event_no LIKE '{round}-%'";
            await using var reader = await read.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
        }
        return await Home.Seconds(async () =>
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var insert = connection.CreateCommand();
            insert.Transaction = (SqliteTransaction)transaction;
            insert.CommandText = $"INSERT INTO floor_event ({Columns}) VALUES ({string.Join(", ", Enumerable.Range(0, 14).Select(i => $"$p{i}"))})";
            var places = Enumerable.Range(0, 14).Select(i => insert.Parameters.Add(new SqliteParameter($"$p{i}", null))).ToArray();
            await insert.PrepareAsync();
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++) places[i].Value = row[i];
                await insert.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        });

        async Task Run(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        async Task<object?> Scalar(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync();
        }
    }

    private static async Task<bool> IsUp(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(50);
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
