using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Showrunner.Data;
using Showrunner.Lives;
using Showrunner.Lives.Inviting;
using Showrunner.Platform.Mail;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Reports.Sending;

namespace Showrunner.Tests.Lives;

/// <summary>Letters to hosts: <see cref="InviteHost"/>, <see cref="HostLetters"/>, <see cref="WriteInvitation"/>, <see cref="SendInvitations"/> over <see cref="SendWaiting{TDelivery}"/>, <see cref="DraftInvitation"/>.</summary>
public sealed class InvitationTests
{
    private static readonly ShowFields Show = new("Serum, night; one", new DateOnly(2026, 11, 28), new TimeOnly(19, 0), 90, HostName: "Änne", HostEmail: "anne@host.example", Place: "https://live.example/1");

    [Theory, Databases]
    public async Task A_host_is_invited_told_of_changes_and_of_the_end(string database)
    {
        await using var sink = new MailSink();
        await using var app = await TestApp.Start(database, new TestClock(), With(sink.Port));
        var person = await app.AddTestPerson("manager", "DE");
        using var manager = await app.BrowserOf(person);
        using var viewer = await app.SignInAs("viewer");
        var id = await LiveTests.Plan(manager, "DE", Show);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsJsonAsync($"/api/lives/{id}/invitations", new InviteHost.Request())).StatusCode);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Invite(manager, id))); // an impatient finger
        Assert.Equal("waiting", await State(manager, id));
        await Work(app);
        await Invite(manager, id);
        await Work(app);
        var first = Assert.Single(sink.Taken);
        Assert.Equal("anne@host.example", first.To);
        Assert.Equal("sent", await State(manager, id));
        var asked = Calendar(first.Content);
        foreach (var line in new[] { "METHOD:REQUEST", "SEQUENCE:0", "DTSTART;TZID=Europe/Berlin:20261128T190000", @"SUMMARY:Serum\, night\; one", "ORGANIZER;CN=\"Desk\":mailto:desk@example.com", "mailto:anne@host.example", "STATUS:CONFIRMED", "RSVP=TRUE" }) Assert.Contains(line, asked, StringComparison.Ordinal);
        Assert.Matches("(?i)content-type: text/calendar;[^:]*method=\"?REQUEST", first.Content.ReplaceLineEndings(" "));
        Assert.Contains($"Reply-To: {person.Email}", first.Content, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Sie sind eingeladen", Text(first.Content), StringComparison.Ordinal); // the market's language
        Assert.Contains("19:00–20:30 UTC+1", Text(first.Content), StringComparison.Ordinal);
        var uid = asked.Split('\n').Single(l => l.StartsWith("UID:", StringComparison.Ordinal));

        (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Show with { Time = new TimeOnly(20, 0) }, TellHost: false))).EnsureSuccessStatusCode();
        Assert.Equal("changed", await State(manager, id));
        Assert.Contains("Changed since the invitation", await manager.GetStringAsync($"/lives/{id}"), StringComparison.Ordinal);
        await Work(app);
        Assert.Single(sink.Taken);
        using var pressed = await manager.SubmitTo($"/lives/{id}", $"/lives/{id}", ("do", "invite"), ("language", "en"));
        await Work(app);
        var changed = Calendar(sink.Taken.Last().Content);
        foreach (var line in new[] { "METHOD:REQUEST", "SEQUENCE:1", uid, "DTSTART;TZID=Europe/Berlin:20261128T200000" }) Assert.Contains(line, changed, StringComparison.Ordinal);
        Assert.Contains("has changed", Text(sink.Taken.Last().Content), StringComparison.Ordinal);

        (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Show with { Time = new TimeOnly(21, 0) }))).EnsureSuccessStatusCode();
        (await manager.PutAsync($"/api/lives/{id}/cancellation", null)).EnsureSuccessStatusCode(); // before the change went out
        await Work(app);
        Assert.Equal(3, sink.Taken.Count);
        var off = Calendar(sink.Taken.Last().Content);
        foreach (var line in new[] { "METHOD:CANCEL", "SEQUENCE:3", uid, "STATUS:CANCELLED" }) Assert.Contains(line, off, StringComparison.Ordinal);
        Assert.DoesNotContain("VALARM", off, StringComparison.Ordinal);
        Assert.Contains("Cancellation sent", await manager.GetStringAsync($"/lives/{id}"), StringComparison.Ordinal);
        Assert.Equal(3, sink.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync($"/api/lives/{id}/invitations", new InviteHost.Request())).StatusCode); // arrived: not twice
    }

    [Theory, Databases]
    public async Task Another_host_is_invited_and_the_one_before_is_free(string database)
    {
        await using var sink = new MailSink();
        await using var app = await TestApp.Start(database, new TestClock(), With(sink.Port));
        using var manager = await app.SignInAs("manager");
        var id = await LiveTests.Plan(manager, "ID", Show);
        await Invite(manager, id);
        (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Show with { HostEmail = "sari@host.example", HostName = "Sari" }))).EnsureSuccessStatusCode(); // the first never heard of it
        await Work(app);
        Assert.Equal("sari@host.example", Assert.Single(sink.Taken).To);
        Assert.Contains("Halo Sari", Text(sink.Taken.Last().Content), StringComparison.Ordinal);
        (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Show))).EnsureSuccessStatusCode();
        await Work(app);
        Assert.Equal(["sari@host.example:CANCEL", "anne@host.example:REQUEST"], sink.Taken.Skip(1).Select(m => m.To + ":" + Calendar(m.Content).Split("METHOD:")[1].Split('\n')[0]));
    }

    [Theory, Databases]
    public async Task A_letter_is_withdrawn_or_taken_but_not_both(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock(), With(1));
        using var manager = await app.SignInAs("manager");
        await Invite(manager, await LiveTests.Plan(manager, "DE", Show));
        using var scope = app.Services.CreateScope();
        var (now, worker) = (app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), scope.ServiceProvider.GetRequiredService<AppDb>());
        var taken = await worker.ShowInvitations.SingleAsync();
        await app.InDb(async db =>
        {
            (await db.ShowInvitations.SingleAsync()).Withdraw(now);
            return await db.SaveChangesAsync();
        });
        taken.Take(now, TimeSpan.FromMinutes(3)); // read before it was withdrawn
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => worker.SaveChangesAsync());
        Assert.False(await app.InDb(async db => (await db.ShowInvitations.SingleAsync()).MayHaveArrived(now)));

        var held = ShowInvitation.Of(Planned(now), Planned(now).Planned, "a@b.example", cancels: false, "en", "", now);
        held.Take(now, TimeSpan.FromMinutes(3));
        held.Withdraw(now);
        Assert.Equal((Delivery.Waiting, true), (held.State, held.MayHaveArrived(now))); // nobody knows yet
        held.Miss(forGood: false, "timeout", now);
        held.Withdraw(now);
        Assert.Equal((ShowInvitation.Withdrawn, true), (held.State, held.MayHaveArrived(now))); // the server may have had it
    }

    private static PlannedShow Planned(DateTimeOffset now)
    {
        var show = new PlannedShow { MarketId = 1, Uid = "live-1@showrunner", AuthorName = "Ana", CreatedAt = now };
        show.Plan(new ShowPlan("Night", null, "", null, "", "", "a@b.example", now, 60, "", ""));
        return show;
    }

    [Theory, Databases]
    public async Task A_server_that_is_down_or_refuses_is_told_and_tried_again(string database)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock, With(port));
        using var manager = await app.SignInAs("manager");
        var id = await LiveTests.Plan(manager, "DE", Show);
        var gone = await LiveTests.Plan(manager, "DE", Show with { HostEmail = "gone@host.example", Time = new TimeOnly(9, 0) });
        await Invite(manager, id);
        await Invite(manager, gone);
        await Work(app);
        var down = (await manager.GetFromJsonAsync<ListShows.Item>($"/api/lives/{id}"))!.Invitation;
        Assert.Equal("waiting", down.State);
        Assert.NotEmpty(down.Problem);
        await using var sink = new MailSink(port: port) { Answer = to => to.StartsWith("gone", StringComparison.Ordinal) ? "550 no such person" : null };
        clock.Move(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Work(app), Work(app), Work(app));
        Assert.Single(sink.Taken);
        Assert.Equal("sent", await State(manager, id));
        var page = await manager.GetStringAsync($"/lives/{gone}");
        Assert.Contains("Invitation refused by the server", page, StringComparison.Ordinal);
        Assert.Contains("no such person", page, StringComparison.Ordinal);
        sink.Answer = _ => null;
        await Invite(manager, gone); // once more
        await Work(app);
        Assert.Equal("sent", await State(manager, gone));
        Assert.Equal(2, sink.Taken.Count);

        sink.Answer = _ => "550 no such person";
        (await manager.PutAsync($"/api/lives/{id}/cancellation", null)).EnsureSuccessStatusCode();
        await Work(app);
        Assert.Contains("Cancellation refused by the server", await manager.GetStringAsync($"/lives/{id}"), StringComparison.Ordinal);
        sink.Answer = _ => null;
        using var again = await manager.SubmitTo($"/lives/{id}", $"/lives/{id}", ("do", "invite"));
        await Work(app);
        Assert.Contains("METHOD:CANCEL", Calendar(sink.Taken.Last().Content), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Without_a_mail_server_the_invitation_is_a_draft(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        var person = await app.AddTestPerson("manager");
        using var manager = await app.BrowserOf(person);
        var id = await LiveTests.Plan(manager, "DE", Show);
        using var refused = await manager.PostAsJsonAsync($"/api/lives/{id}/invitations", new InviteHost.Request());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("No mail server is set", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("No mail server is set", await manager.GetStringAsync($"/lives/{id}"), StringComparison.Ordinal);
        var mail = Encoding.ASCII.GetString(await manager.GetByteArrayAsync($"/lives/{id}/invitation.eml?language=en"));
        foreach (var header in new[] { "X-Unsent: 1", "To: ", "anne@host.example", $"From: ", person.Email, "method=REQUEST" }) Assert.Contains(header, mail, StringComparison.Ordinal);
        (await manager.PutAsync($"/api/lives/{id}/cancellation", null)).EnsureSuccessStatusCode();
        Assert.Contains("method=CANCEL", Encoding.ASCII.GetString(await manager.GetByteArrayAsync($"/api/lives/{id}/invitation.eml")), StringComparison.Ordinal);
        var bare = await LiveTests.Plan(manager, "DE", Show with { HostEmail = null });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync($"/api/lives/{bare}/invitation.eml")).StatusCode);
    }

    private static Action<IServiceCollection> With(int port) => services => services.AddSingleton(new Postman(MailSettings.Read($"smtp://127.0.0.1:{port}?from=desk@example.com&name=Desk&tls=none")))
        .AddSingleton(provider => new MailClock(provider.GetRequiredService<IServiceScopeFactory>(), [], NullLogger<MailClock>.Instance)); // the program's own rounds would come in between

    private static Task Work(TestApp app) => ActivatorUtilities.CreateInstance<MailClock>(app.Services).Tick(default);

    private static async Task Invite(HttpClient person, long id)
    {
        using var answer = await person.PostAsJsonAsync($"/api/lives/{id}/invitations", new InviteHost.Request());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> State(HttpClient person, long id) => (await person.GetFromJsonAsync<ListShows.Item>($"/api/lives/{id}"))!.Invitation.State;

    private static string Calendar(string mail) => LiveTests.Unfolded(Part(mail, "application/ics"));

    private static string Text(string mail) => Part(mail, "text/plain");

    /// <summary>The first part of this kind, decoded.</summary>
    private static string Part(string mail, string kind)
    {
        var body = mail.ReplaceLineEndings("\n");
        var at = body.IndexOf("Content-Type: " + kind, StringComparison.OrdinalIgnoreCase);
        var start = body.IndexOf("\n\n", at, StringComparison.Ordinal) + 2;
        Assert.Contains("base64", body[at..start], StringComparison.OrdinalIgnoreCase);
        return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body[start..body.IndexOf("\n--", start, StringComparison.Ordinal)].Split('\n'))));
    }
}
