using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;
using Showrunner.Tests.Accounts;

namespace Showrunner.Tests.Lives;

/// <summary>Events of running shows when things break: <see cref="EventQueue"/> and <see cref="EventStore"/> under load, killed, without a database, on two nodes.</summary>
public sealed class CrashTests
{
    [Theory, Databases]
    public async Task Killed_under_load_every_answered_event_counts_exactly_once(string database)
    {
        var start = TimeProvider.System.GetUtcNow();
        var app = await TestApp.Start(database);
        using var program = await EventTests.Program(app, "ID");
        (await program.PostAsJsonAsync("/api/live", new OpenSession.Request("ID", "room", StartedAt: start))).EnsureSuccessStatusCode();
        var key = program.DefaultRequestHeaders.Authorization!;
        HashSet<string> answered = [], unsure = [];
        var number = 0;
        await using var after = await app.Restart(between: async place =>
        {
            for (var kill = 0; kill < 5; kill++)
            {
                var address = FreeAddress();
                using var child = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Showrunner.dll"), "--data", place.Folder, "serve", "--urls", address.ToString()])
                {
                    Environment = { ["SHOWRUNNER_DB"] = database == "postgres" ? place.ConnectionString : null },
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                var (said, complaints) = (child.StandardOutput.ReadToEndAsync(), child.StandardError.ReadToEndAsync());
                using var client = new HttpClient { BaseAddress = address };
                while (!await IsUp(client)) Assert.False(child.HasExited, child.HasExited ? await said + await complaints : "");
                client.DefaultRequestHeaders.Authorization = key;
                var sent = 0;
                var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
                {
                    while (true)
                    {
                        List<string> batch = [.. Enumerable.Range(0, 40).Select(_ => $"e{Interlocked.Increment(ref number)}")];
                        lock (unsure) batch.AddRange(unsure.Take(20)); // what nobody answered is sent again, as any sender would
                        lock (unsure) unsure.UnionWith(batch);
                        try
                        {
                            using var answer = await client.PostAsync("/api/live/room/events", new StringContent(string.Join('\n', batch.Select(id => $"{{\"id\":\"{id}\",\"type\":\"order_paid\",\"at\":\"{start:O}\",\"amount\":1}}")), Encoding.UTF8));
                            Assert.True(answer.IsSuccessStatusCode, answer.StatusCode + await answer.Content.ReadAsStringAsync());
                        }
                        catch (HttpRequestException) { return; }
                        lock (unsure) { answered.UnionWith(batch); unsure.ExceptWith(batch); }
                        Interlocked.Increment(ref sent);
                    }
                })).ToList();
                while (Volatile.Read(ref sent) < 15 && !senders.All(sender => sender.IsCompleted)) await Task.Delay(10);
                Assert.True(sent >= 15 || senders.All(sender => sender.IsFaulted), "the desk hung up");
                child.Kill();
                await Task.WhenAll(senders);
                await child.WaitForExitAsync();
            }
        });
        Assert.True(answered.Count > 2000);
        await after.InDb(async db =>
        {
            var stored = (await db.LiveEvents.Select(e => e.EventNo).ToListAsync()).ToHashSet();
            Assert.Empty(answered.Except(stored));
            Assert.Empty(stored.Except(answered).Except(unsure));
            var session = await db.LiveSessions.AsNoTracking().SingleAsync();
            var figures = (await after.Services.GetRequiredService<LiveBoard>().Read(session, db, default)).Figures(start.AddMinutes(1));
            Assert.Equal((stored.Count, stored.Count * 100L), ((int)figures.Total(LiveMeasure.OrdersPaid)!.Value, figures.Total(LiveMeasure.Gmv)!.Value));
            return 0;
        });
    }

    [Theory, InlineData("postgres")]
    public async Task While_the_database_is_away_senders_are_told_to_come_again_and_nothing_is_lost(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await EventTests.Program(app, "DE");
        await EventTests.Send(program, "room", EventTests.Line("s", "session_started", 0, ", \"market\":\"DE\""));
        var place = app.Services.GetRequiredService<DataPlace>();
        var name = new NpgsqlConnectionStringBuilder(place.ConnectionString).Database;
        await Server(place, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        using (var refused = await EventTests.Post(program, "room", EventTests.Line("a", "like", 1)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(2, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        }
        await Server(place, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        Assert.Equal(1, (await EventTests.Send(program, "room", EventTests.Line("a", "like", 1))).Counted);
        Assert.Equal(1, (await EventTests.Send(program, "room", EventTests.Line("a", "like", 1))).Repeated);
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_asked_to_come_again()
    {
        await using var app = await TestApp.Start("sqlite");
        using var queue = ActivatorUtilities.CreateInstance<EventQueue>(app.Services); // nobody empties it
        var many = new LiveEvent[EventQueue.MostWaiting - 1];
        Assert.True(queue.TryAdd(new Batch(1, "api", many, 0)));
        Assert.False(queue.TryAdd(new Batch(1, "api", new LiveEvent[2], 0)));
        Assert.True(queue.TryAdd(new Batch(1, "api", new LiveEvent[1], 0)));
    }

    [Theory, Databases]
    public async Task Two_nodes_show_the_same_whoever_was_told(string database)
    {
        await using var app = await TestApp.Start(database);
        using var program = await EventTests.Program(app, "DE");
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        string Order(int n) => $"{{\"id\":\"{n}\",\"type\":\"order_paid\",\"at\":\"{now:O}\",\"amount\":{n}}}";
        var id = (await EventTests.Send(program, "room", $"{{\"id\":\"s\",\"type\":\"session_started\",\"market\":\"DE\",\"at\":\"{now:O}\"}}", Order(1))).Session;
        var other = new LiveBoard(); // of another process on the same database
        await app.InDb(async db => { await other.Follow(db, now, default); return 0; });
        await EventTests.Send(program, "room", Order(2), Order(3));
        await app.InDb(async db =>
        {
            // The other writes for itself, after it missed what the first was told.
            other.Take(await EventStore.Write(db, [new Batch(id, "api", [new LiveEvent { SessionId = id, Source = "api", EventNo = "4", Kind = EventKind.OrderPaid, At = now, ReceivedAt = now, AmountMinor = 400 }], 0)], now, default));
            await other.Follow(db, now, default);
            var mine = app.Services.GetRequiredService<LiveBoard>();
            await mine.Follow(db, now, default);
            Assert.Equal((1000L, 1000L), (mine.Of(id)!.Figures(now).Total(LiveMeasure.Gmv)!.Value, other.Of(id)!.Figures(now).Total(LiveMeasure.Gmv)!.Value));
            return 0;
        });
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static async Task<bool> IsUp(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(50);
            return false;
        }
    }

    private static async Task Server(DataPlace place, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.ConnectionString) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
