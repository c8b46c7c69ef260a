using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Showrunner.Data;
using Showrunner.Lives.Alerts;
using Showrunner.Lives.Alerts.Telling;
using Showrunner.Platform.Mail;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Reports.Sending;

namespace Showrunner.Tests.Lives;

/// <summary>Who is told of alerts: <see cref="AddRoute"/>, <see cref="ListRoutes"/>, <see cref="RemoveRoute"/>, <see cref="QueueNotices"/>, <see cref="WriteNotice"/>, <see cref="SendNotices"/>, <see cref="CallPrograms"/>.</summary>
public sealed class RoutesTests
{
    private const string Key = "a key of our own, long enough";

    [Theory, Databases]
    public async Task A_person_is_written_to_once_and_a_second_one_when_nobody_takes_it_on(string database)
    {
        await using var sink = new MailSink();
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock, With(sink.Port));
        using var program = await EventTests.Program(app, "DE");
        using var manager = await app.SignInAs("manager", "DE");
        using var elsewhere = await app.SignInAs("manager", "ID");
        using var viewer = await app.SignInAs("viewer", "DE");
        var (duty, boss) = (await app.AddTestPerson("manager", "DE"), await app.AddTestPerson("viewer", "DE"));
        Assert.Equal(HttpStatusCode.Forbidden, await Add(viewer, new("DE", null, duty.Id)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(elsewhere, new("DE", null, duty.Id)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(manager, new("DE", "dance", duty.Id)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(manager, new("DE", null, duty.Id, AfterMinutes: 999)));
        Assert.Equal(HttpStatusCode.Forbidden, await Add(manager, new("DE", Address: "https://chat.example/hook")));
        using var made = await manager.SubmitTo("/live/alerts/routes?market=DE", "/live/alerts/routes", ("do", "mail"), ("market", "DE"), ("person", $"{duty.Id}"), ("rule", ""), ("after", "0"));
        Assert.Equal(HttpStatusCode.OK, await Add(manager, new("DE", "behind_pace", boss.Id, AfterMinutes: 10)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(manager, new("DE", "behind_pace", boss.Id, AfterMinutes: 10)));

        await EventTests.Send(program, "room", EventTests.Line("s", "session_started", 0, ", \"market\":\"DE\", \"title\":\"Serum night\", \"target_gmv\":1000, \"planned_minutes\":60"),
            EventTests.Line("o", "order_paid", 29, ", \"amount\":100"), EventTests.Line("x", "violation", 29, ", \"text\":\"Price <claim>\""));
        await Watch();
        await Watch();
        var first = Assert.Single(sink.Taken); // two alerts, one letter, once
        Assert.Equal(duty.Email, first.To);
        Assert.Contains("LIVE: 2 alerts", first.Content, StringComparison.Ordinal);
        var (text, html) = Parts(first);
        foreach (var words in new[] { "Behind target", "Serum night", "Price <claim>" }) Assert.Contains(words, text, StringComparison.Ordinal);
        foreach (var words in new[] { "Behind target", "Serum night", "Price &lt;claim&gt;" }) Assert.Contains(words, html, StringComparison.Ordinal);
        clock.Move(TimeSpan.FromMinutes(1));
        await Watch();
        Assert.Single(sink.Taken);
        clock.Move(TimeSpan.FromMinutes(10)); // the feed is silent, and nobody has taken the pace on
        await Watch();
        Assert.Equal([duty.Email, boss.Email], sink.Taken.Skip(1).Select(mail => mail.To).Order());
        var escalated = Parts(sink.Taken.Single(mail => mail.To == boss.Email)).Text;
        Assert.Contains("Nobody has taken this on yet", escalated, StringComparison.Ordinal);
        Assert.DoesNotContain("Violation", escalated, StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode(await manager.GetStringAsync("/live/alerts/routes?market=DE"));
        foreach (var words in new[] { duty.Name, "Every alert", "If nobody takes it on for 10 min", "Sent" }) Assert.Contains(words, page, StringComparison.Ordinal);
        var routes = (await manager.GetFromJsonAsync<List<ListRoutes.Item>>("/api/live/alerts/routes"))!;
        Assert.Equal(2, routes.Count);
        Assert.Empty((await elsewhere.GetFromJsonAsync<List<ListRoutes.Item>>("/api/live/alerts/routes"))!);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.DeleteAsync($"/api/live/alerts/routes/{routes[0].Id}")).StatusCode);
        foreach (var route in routes) Assert.Equal(HttpStatusCode.NoContent, (await manager.DeleteAsync($"/api/live/alerts/routes/{route.Id}")).StatusCode);

        async Task Watch()
        {
            await app.Services.GetRequiredService<WatchShows>().Tick(default);
            await Work(app);
        }
    }

    [Theory, Databases]
    public async Task What_somebody_took_on_is_not_escalated(string database)
    {
        await using var sink = new MailSink();
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock, With(sink.Port));
        using var program = await EventTests.Program(app, "DE");
        using var manager = await app.SignInAs("manager", "DE");
        var boss = await app.AddTestPerson("viewer", "DE");
        Assert.Equal(HttpStatusCode.OK, await Add(manager, new("DE", "violation", boss.Id, AfterMinutes: 5)));
        await EventTests.Send(program, "room", EventTests.Line("s", "session_started", 0, ", \"market\":\"DE\", \"title\":\"Serum night\""), EventTests.Line("x", "violation", 29, ", \"text\":\"Claim\""));
        await app.Services.GetRequiredService<WatchShows>().Tick(default);
        var alert = Assert.Single((await manager.GetFromJsonAsync<ListAlerts.Response>("/api/live/alerts"))!.Alerts, a => a.Rule == "violation");
        (await manager.PutAsJsonAsync($"/api/live/alerts/{alert.Id}", new AnswerAlert.Request("acknowledge"))).EnsureSuccessStatusCode();
        clock.Move(TimeSpan.FromMinutes(6));
        await app.Services.GetRequiredService<WatchShows>().Tick(default);
        await Work(app);
        Assert.Empty(sink.Taken);
    }

    [Theory, Databases]
    public async Task A_program_is_called_signed_and_again_when_it_was_busy(string database)
    {
        await using var chat = await Chat.Start();
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock, With(1));
        using var program = await EventTests.Program(app, "DE");
        using var admin = await app.SignInAs("admin");
        foreach (var wrong in new[] { "", "ftp://chat.example", "http://chat.example/hook", "https://me:secret@chat.example/" }) Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(admin, new("DE", Address: wrong)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(admin, new("DE", Address: chat.Address, Key: "short")));
        Assert.Equal(HttpStatusCode.OK, await Add(admin, new("DE", Address: chat.Address, Key: Key)));
        await EventTests.Send(program, "room", EventTests.Line("s", "session_started", 0, ", \"market\":\"DE\", \"title\":\"Serum night\""), EventTests.Line("x", "violation", 29, ", \"text\":\"Claim\""));
        chat.Status = 503;
        await app.Services.GetRequiredService<WatchShows>().Tick(default);
        await Work(app);
        Assert.Equal("waiting", (await Routes())[0].State);
        chat.Status = 200;
        clock.Move(TimeSpan.FromMinutes(2));
        await Work(app);
        await Work(app);
        Assert.Equal(2, chat.Calls.Count);
        var (id, signature, body) = chat.Calls.Last();
        Assert.Equal(chat.Calls.First().Id, id); // the same message, so a program can tell
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(body))), signature);
        using var told = JsonDocument.Parse(body);
        Assert.Contains("Serum night", told.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("violation", told.RootElement.GetProperty("alerts")[0].GetProperty("rule").GetString());
        var route = (await Routes())[0];
        Assert.Equal(("sent", "127.0.0.1"), (route.State, route.Program));
        using var scope = app.Services.CreateScope();
        Assert.DoesNotContain("127.0.0.1", (await scope.ServiceProvider.GetRequiredService<AppDb>().AlertRoutes.SingleAsync()).Secret, StringComparison.Ordinal);

        async Task<List<ListRoutes.Item>> Routes() => (await admin.GetFromJsonAsync<List<ListRoutes.Item>>("/api/live/alerts/routes"))!;
    }

    private static async Task<HttpStatusCode> Add(HttpClient person, AddRoute.Request request) => (await person.PostAsJsonAsync("/api/live/alerts/routes", request)).StatusCode;

    private static (string Text, string Html) Parts(MailSink.Mail mail)
    {
        var parts = mail.Content.ReplaceLineEndings("\n").Split("base64\n\n").Skip(1).Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part[..part.IndexOf("\n--", StringComparison.Ordinal)]))).ToList();
        return (parts[0], parts[1]);
    }

    private static Action<IServiceCollection> With(int port) => services => services.AddSingleton(new Postman(MailSettings.Read($"smtp://127.0.0.1:{port}?from=desk@example.com&name=Desk&tls=none")))
        .AddSingleton(provider => new MailClock(provider.GetRequiredService<IServiceScopeFactory>(), [], NullLogger<MailClock>.Instance)); // the program's own rounds would come in between

    private static Task Work(TestApp app) => ActivatorUtilities.CreateInstance<MailClock>(app.Services).Tick(default);

    /// <summary>Another program on a port of its own.</summary>
    private sealed class Chat(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<(string Id, string Signature, string Body)> Calls { get; } = new();
        public int Status { get; set; } = 200;
        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";

        public static async Task<Chat> Start()
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var chat = new Chat(app);
            app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                chat.Calls.Enqueue((context.Request.Headers["X-Showrunner-Id"].ToString(), context.Request.Headers["X-Showrunner-Signature"].ToString(), await reader.ReadToEndAsync()));
                context.Response.StatusCode = chat.Status;
            });
            await app.StartAsync();
            return chat;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
