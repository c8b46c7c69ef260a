using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Ledger;
using Showrunner.Platform.Mail;
using Showrunner.Reports.Sending;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Reports.Sending;

/// <summary>Reports that go out by themselves: <see cref="SaveSchedule"/>, <see cref="MakeIssue"/>, <see cref="SendLetters"/>, <see cref="WriteLetter"/>, <see cref="PauseSchedule"/>, <see cref="DeleteSchedule"/>, <see cref="DownloadIssue"/>, <see cref="RetryLetter"/>, <see cref="DraftReport"/>, <see cref="DraftIssue"/> and the archive after them.</summary>
public sealed class SendingTests
{
    private static readonly DateOnly Day = new(2026, 11, 18);
    private static readonly SaveSchedule.Request Weekly = new("VN", "Monday letter", "monthly", null, "days7", "previous", "en", ["xlsx", "docx"], "week", 1, new TimeOnly(8, 0), true, false, Roles: ["analyst"]);

    [Theory, Databases]
    public async Task A_report_is_made_when_it_is_due_and_everyone_gets_one_letter(string database)
    {
        await using var sink = new MailSink();
        var clock = new TestClock(); // a Sunday
        await using var app = await TestApp.Start(database, clock, With(sink));
        using var manager = await app.SignInAs("manager");
        var ana = await app.AddTestPerson("viewer");
        var analyst = await app.AddTestPerson("analyst", "VN");
        await app.AddTestPerson("analyst", "ID"); // does not see the market
        await Sell(app, 1, 200_000);
        sink.Answer = to => to.StartsWith("refused", StringComparison.Ordinal) ? "550 no such person" : to.StartsWith("grey", StringComparison.Ordinal) && sink.Taken.All(m => m.To != "seen") ? "450 come back later"
            : to.StartsWith("later", StringComparison.Ordinal) && sink.Taken.All(m => m.To != "seen") ? "535 5.7.8 not signed in" : null; // our settings are wrong: no word about the recipient
        var request = Weekly with { People = [ana.Id], Addresses = ["out@partner.example", "refused@partner.example", "grey@partner.example", "later@partner.example"] };
        (await manager.PostAsJsonAsync("/api/reports/schedules", request)).EnsureSuccessStatusCode();
        var schedule = Assert.Single((await manager.GetFromJsonAsync<ListSchedules.Response[]>("/api/reports/schedules"))!);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), schedule.NextDue); // Monday, eight o'clock in Ho Chi Minh City
        await Tick(app);
        Assert.Empty(sink.Taken);

        clock.Move(TimeSpan.FromHours(17) + TimeSpan.FromMinutes(1));
        await Task.WhenAll(Work(app), Work(app), Work(app)); // three at once
        Assert.Equal(new[] { "out@partner.example", ana.Email, analyst.Email }.Order(StringComparer.Ordinal), sink.Taken.Select(m => m.To).Order(StringComparer.Ordinal));
        var row = Assert.Single((await manager.GetFromJsonAsync<ListIssues.Response>("/api/reports/issues"))!.Rows);
        Assert.Equal((6, 3, 2, 1), (row.Letters, row.Sent, row.Waiting, row.Failed));
        var issue = (await manager.GetFromJsonAsync<ShowIssue.Response>($"/api/reports/issues/{row.Id}"))!;
        Assert.Equal(ReportIssue.Released, issue.State);
        Assert.Equal(new DateOnly(2026, 11, 16), issue.From);
        var gmv = issue.Figures.Single(f => f.Metric == "gmv");
        Assert.Equal("200000", gmv.Value);
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(Part(sink.Taken.First().Content, "text/plain")));
        Assert.Contains($"GMV: {gmv.Shown}", text, StringComparison.Ordinal);
        Assert.Contains($"GMV {gmv.Shown}", Encoding.UTF8.GetString(Convert.FromBase64String(Subject(sink.Taken.First().Content))), StringComparison.Ordinal);
        var sent = Convert.FromBase64String(Part(sink.Taken.First().Content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        Assert.Equal(sent, await manager.GetByteArrayAsync($"/api/reports/issues/{row.Id}/files/xlsx"));
        Assert.Equal(issue.Files.Single(f => f.Format == "xlsx").Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent)));

        await Tick(app);
        Assert.Equal(3, sink.Taken.Count); // greylisted: not before its pause is over
        sink.Taken.Enqueue(new MailSink.Mail("seen", "", false));
        clock.Move(TimeSpan.FromMinutes(2));
        await Tick(app);
        foreach (var to in new[] { "grey", "later" }) Assert.Equal(1, sink.Taken.Count(m => m.To == to + "@partner.example"));
        var refused = (await manager.GetFromJsonAsync<ShowIssue.Response>($"/api/reports/issues/{row.Id}"))!.Letters.Single(l => l.State == ReportDelivery.Refused);
        Assert.Contains("no such person", refused.Problem, StringComparison.Ordinal);
        sink.Answer = _ => null;
        (await manager.PostAsync($"/api/reports/issues/{row.Id}/letters/{refused.Id}/retries", null)).EnsureSuccessStatusCode();
        await Tick(app);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/api/reports/issues/{row.Id}/letters/{refused.Id}/retries", null)).StatusCode);
        Assert.Equal(7, sink.Taken.Select(m => m.To).Distinct().Count());
        Assert.Equal(7, sink.Taken.Count);
        Assert.Contains("Public holidays", WebUtility.HtmlDecode(await manager.GetStringAsync("/reports/schedules/new?market=ID")), StringComparison.Ordinal);
        foreach (var page in new[] { "/reports/schedules", $"/reports/schedules/{schedule.Id}", "/reports/issues", $"/reports/issues/{row.Id}" })
            Assert.Contains("Monday letter", await manager.GetStringAsync(page + "?market=VN"), StringComparison.Ordinal);
        using var elsewhere = await app.SignInAs("manager", "ID");
        foreach (var path in new[] { $"/api/reports/issues/{row.Id}", $"/api/reports/issues/{row.Id}/files/xlsx", $"/api/reports/issues/{row.Id}/comparison" })
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.DeleteAsync($"/api/reports/schedules/{schedule.Id}")).StatusCode);
    }

    [Theory, Databases]
    public async Task Nothing_goes_out_before_it_is_released_and_restated_figures_are_listed(string database)
    {
        await using var sink = new MailSink();
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock, With(sink));
        using var manager = await app.SignInAs("manager");
        using var viewer = await app.SignInAs("viewer");
        await app.AddTestPerson("analyst");
        await Sell(app, 1, 200_000);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsJsonAsync("/api/reports/schedules", Weekly)).StatusCode);
        foreach (var wrong in new[] { Weekly with { Name = " " }, Weekly with { Addresses = ["two@a.example,three@b.example"] }, Weekly with { Roles = [] }, Weekly with { Span = "decade" }, Weekly with { Formats = ["odt"] }, Weekly with { Every = "week", Day = 9 }, Weekly with { Report = "scorecard" } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync("/api/reports/schedules", wrong)).StatusCode);
        var id = (await (await manager.PostAsJsonAsync("/api/reports/schedules", Weekly with { NeedsApproval = true })).Content.ReadFromJsonAsync<SaveSchedule.Response>())!.Id;
        (await manager.PutAsync($"/api/reports/schedules/{id}/pause", null)).EnsureSuccessStatusCode();
        clock.Move(TimeSpan.FromDays(1));
        await Tick(app);
        Assert.Empty((await manager.GetFromJsonAsync<ListIssues.Response>("/api/reports/issues"))!.Rows);
        (await manager.DeleteAsync($"/api/reports/schedules/{id}/pause")).EnsureSuccessStatusCode();

        var first = (await (await manager.PostAsync($"/api/reports/schedules/{id}/issues", null)).Content.ReadFromJsonAsync<MakeIssue.Response>())!.Id;
        await Tick(app);
        Assert.Empty(sink.Taken);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync($"/api/reports/issues/{first}/decision", new DecideIssue.Request(true))).StatusCode);
        (await manager.PutAsJsonAsync($"/api/reports/issues/{first}/decision", new DecideIssue.Request(true))).EnsureSuccessStatusCode();
        await Tick(app);
        Assert.Single(sink.Taken);

        await Sell(app, 2, 300_000); // known later, of the same days
        clock.Move(TimeSpan.FromMinutes(1));
        var second = (await (await manager.PostAsync($"/api/reports/schedules/{id}/issues", null)).Content.ReadFromJsonAsync<MakeIssue.Response>())!.Id;
        (await manager.PutAsJsonAsync($"/api/reports/issues/{second}/decision", new DecideIssue.Request(false))).EnsureSuccessStatusCode();
        await Tick(app);
        Assert.Single(sink.Taken);
        var compared = (await manager.GetFromJsonAsync<CompareIssues.Response>($"/api/reports/issues/{second}/comparison"))!;
        Assert.Equal(first, compared.With);
        Assert.Equal((200_000m, 500_000m), compared.Restated!.Where(r => r.Metric == "gmv").Select(r => (r.Earlier!.Value, r.Later!.Value)).Single());
        Assert.DoesNotContain(compared.Restated!, r => r.Metric == "active_creators");
        Assert.Contains("restated since the issue before", await viewer.GetStringAsync($"/reports/issues/{second}?market=VN"), StringComparison.Ordinal);

        (await manager.DeleteAsync($"/api/reports/schedules/{id}")).EnsureSuccessStatusCode();
        Assert.Equal(2, (await manager.GetFromJsonAsync<ListIssues.Response>("/api/reports/issues"))!.Rows.Count);
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync($"/reports/issues/{first}/files/docx")).StatusCode);
    }

    [Theory, Databases]
    public async Task A_report_is_a_draft_for_Outlook_with_the_chosen_files(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        var person = await app.AddTestPerson("manager");
        using var manager = await app.BrowserOf(person);
        await Sell(app, 1, 200_000);
        const string days = "market=VN&from=2026-11-16&to=2026-11-22&language=en";
        using var answer = await manager.GetAsync($"/reports/weekly/draft.eml?{days}&formats=xlsx&formats=pdf");
        Assert.Equal("message/rfc822", answer.Content.Headers.ContentType?.MediaType);
        var mail = await answer.Content.ReadAsStringAsync();
        foreach (var part in new[] { "X-Unsent: 1", person.Email, "weekly_VN_2026-11-16_2026-11-22_en.xlsx", "application/pdf", "GMV" }) Assert.Contains(part, mail, StringComparison.Ordinal);
        Assert.DoesNotContain("\nTo:", mail.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("schedule", mail, StringComparison.Ordinal);
        var bare = await manager.GetStringAsync($"/api/reports/weekly/draft.eml?{days}");
        Assert.DoesNotContain("attachment", bare, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync($"/api/reports/weekly/draft.eml?{days}&formats=odt")).StatusCode);
        Assert.Contains("/reports/weekly/draft.eml", await manager.GetStringAsync($"/reports?report=weekly&{days}"), StringComparison.Ordinal);

        var schedule = (await (await manager.PostAsJsonAsync("/api/reports/schedules", Weekly with { NeedsApproval = true })).Content.ReadFromJsonAsync<SaveSchedule.Response>())!.Id;
        var issue = (await (await manager.PostAsync($"/api/reports/schedules/{schedule}/issues", null)).Content.ReadFromJsonAsync<MakeIssue.Response>())!.Id;
        var kept = await manager.GetStringAsync($"/reports/issues/{issue}/draft.eml");
        foreach (var part in new[] { "X-Unsent: 1", ".xlsx", ".docx" }) Assert.Contains(part, kept, StringComparison.Ordinal);
        using var elsewhere = await app.SignInAs("manager", "ID");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/reports/issues/{issue}/draft.eml")).StatusCode);
    }

    [Theory, Databases]
    public async Task A_program_killed_while_it_sends_leaves_one_letter_for_everyone(string database)
    {
        await using var sink = new MailSink(encrypted: true);
        using var folder = new TempFolder();
        var trusted = Path.Combine(folder.Path, "sink.pem");
        await File.WriteAllTextAsync(trusted, sink.Pem);
        var clock = new TestClock();
        clock.Move(-TimeSpan.FromDays(1100)); // before the clock of whatever machine this runs on
        var app = await TestApp.Start(database, clock);
        using (var manager = await app.SignInAs("manager"))
        {
            await Sell(app, 1, 200_000, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-2));
            var id = (await (await manager.PostAsJsonAsync("/api/reports/schedules", Weekly with { Roles = [], Addresses = [.. Enumerable.Range(1, 6).Select(n => $"p{n}@partner.example")] })).Content.ReadFromJsonAsync<SaveSchedule.Response>())!.Id;
            (await manager.PostAsync($"/api/reports/schedules/{id}/issues", null)).EnsureSuccessStatusCode();
            (await manager.PutAsync($"/api/reports/schedules/{id}/pause", null)).EnsureSuccessStatusCode(); // its next time may be over for the clocks that follow
        }
        var reached = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        sink.Pause = async _ => { if (sink.Taken.Count == 2 && reached.TrySetResult()) await never.Task; }; // the third is never taken
        await using var next = await app.Restart(new LaterClock(), With(sink), between: async place =>
        {
            using var child = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Showrunner.dll"), "--data", place.Folder, "serve", "--urls", "http://127.0.0.1:0"])
            {
                Environment = { ["SHOWRUNNER_MAIL"] = Address(sink, "starttls"), ["SSL_CERT_FILE"] = trusted, ["SHOWRUNNER_DB"] = database == "postgres" ? place.ConnectionString : null },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var ended = child.StandardOutput.ReadToEndAsync();
            var complaints = child.StandardError.ReadToEndAsync();
            await Task.WhenAny(reached.Task, child.WaitForExitAsync());
            Assert.True(reached.Task.IsCompleted, child.HasExited ? await ended + await complaints : "no letter came");
            child.Kill();
            await child.WaitForExitAsync();
            Assert.Equal(2, sink.Taken.Count(mail => mail.Encrypted));
            sink.Encrypts = false;
        });
        await Tick(next);
        Assert.Equal(6, sink.Taken.Count);
        Assert.Equal(6, sink.Taken.Select(m => m.To).Distinct().Count());
        Assert.Equal(6, sink.Taken.Select(m => m.MessageId).Distinct().Count());
    }

    /// <summary>A day after the child's clock: its leases are over.</summary>
    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(1);
    }

    private static Action<IServiceCollection> With(MailSink sink, string tls = "none") => services => services.AddSingleton(new Postman(MailSettings.Read(Address(sink, tls))));

    private static string Address(MailSink sink, string tls = "none") => $"smtp://127.0.0.1:{sink.Port}?from=desk@example.com&name=Desk&tls={tls}";

    /// <summary>What one more worker does.</summary>
    private static async Task Work(TestApp app)
    {
        await ActivatorUtilities.CreateInstance<ReportClock>(app.Services).Tick(default);
        await ActivatorUtilities.CreateInstance<MailClock>(app.Services).Tick(default);
    }

    private static async Task Tick(TestApp app)
    {
        await app.Services.GetRequiredService<ReportClock>().Tick(default);
        await app.Services.GetRequiredService<MailClock>().Tick(default);
    }

    private static Task Sell(TestApp app, int load, long dong, DateOnly? on = null) => LoadFactsTests.Load(app, 600 + load, new OrderLineDraft
    {
        OrderNo = "O" + load,
        ProductNo = "P1",
        ProductName = "Serum",
        ShopNo = "S1",
        ShopName = "Shop",
        CreatorHandle = "lina",
        Day = on ?? Day,
        OrderedAt = new DateTimeOffset((on ?? Day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(7)),
        Quantity = 1,
        PriceMinor = dong,
        GmvMinor = dong,
        Status = LineStatus.Completed,
        Channel = Channel.Video,
    });

    /// <summary>The encoded body of the first part of this kind.</summary>
    private static string Part(string mail, string kind)
    {
        var at = mail.IndexOf("\n\n", mail.ReplaceLineEndings("\n").IndexOf("Content-Type: " + kind, StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        var body = mail.ReplaceLineEndings("\n");
        at = body.IndexOf("\n\n", body.IndexOf("Content-Type: " + kind, StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal) + 2;
        return string.Concat(body[at..body.IndexOf("\n--", at, StringComparison.Ordinal)].Split('\n'));
    }

    private static string Subject(string mail) => string.Concat(System.Text.RegularExpressions.Regex.Matches(mail.ReplaceLineEndings("\n").Split("Subject:")[1].Split("\nContent-")[0], @"=\?utf-8\?B\?([^?]*)\?=").Select(m => m.Groups[1].Value));
}
