using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Lives;
using Showrunner.Lives.Sessions;
using Showrunner.Tests;

namespace Showrunner.Browser.Tests;

public class LiveJourneys
{
    [Theory, Databases]
    public async Task The_wall_updates_by_itself_and_a_show_is_noted_on_ended_and_replayed(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.SignIn("manager");
        var page = desk.Page;
        await page.GotoAsync("/live/new?market=DE");
        await page.FillAsync("[name=title]", "Serum night");
        await page.FillAsync("[name=number]", "room-1");
        await page.FillAsync("[name=target]", "500");
        await page.FillAsync("[name=minutes]", "60");
        await page.ClickAsync("form button[type=submit]:has-text('Watch it now')");
        await desk.Reach("/live/\\d+");
        Assert.Contains("Nothing is known of this show yet", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync("/live");
        Assert.Equal("–", await page.TextContentAsync(".wall-tile [data-f=gmv]")); // a tile out of sight has no inner text
        using var program = await Feed(desk);
        await Send(desk, program, "room-1", "order_paid", ", \"amount\": 19.90, \"product\": \"p1\"");
        await page.WaitForFunctionAsync("() => document.querySelector('.wall-tile [data-f=gmv]').textContent === '€19.90'");
        await Send(desk, program, "room-2", "session_started", ", \"market\": \"DE\", \"title\": \"Second show\"");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.wall-tile').length === 2"); // it came while the page stood open
        await Send(desk, program, "room-1", "order_paid", ", \"amount\": 10.10");
        await page.WaitForFunctionAsync("() => document.querySelector('.wall-sum [data-f=gmv]').textContent === '€30.00'");

        await page.ClickAsync(".wall-tile a:has-text('Serum night')");
        await desk.Reach("/live/\\d+");
        await page.FillAsync("[name=text]", "Price on screen was wrong");
        await page.ClickAsync("button:has-text('Put it on the chart')");
        await page.WaitForSelectorAsync("text=Note: Price on screen was wrong");
        await Send(desk, program, "room-1", "comment", ", \"text\": \"Was kostet das?\"");
        await page.WaitForSelectorAsync("#live-said >> text=Was kostet das?"); // asked for anew, without a click
        await page.ClickAsync(".page-actions > button:has-text('End the show')");
        await page.ClickAsync("#end button[type=submit]");
        await page.WaitForFunctionAsync("() => document.querySelector('.page-state').textContent.includes('over; began')");

        await page.ClickAsync("a:has-text('Replay')");
        await desk.Reach("/replay");
        Assert.Contains("as known now", await page.InnerTextAsync(".page-state"), StringComparison.Ordinal);
        await page.Locator("sr-slider input[type=range]").EvaluateAsync("range => { range.value = 0; range.dispatchEvent(new Event('input')); range.dispatchEvent(new Event('change')); }");
        await page.WaitForFunctionAsync("() => location.search.includes('minute=0')");
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    [Theory]
    [InlineData("en"), InlineData("id"), InlineData("de")]
    public async Task Running_shows_fit_a_phone_in_every_language(string language)
    {
        await using var desk = await Desk.Open("sqlite", 390, 844);
        await desk.SignIn("manager");
        await desk.Speak(language);
        using var program = await Feed(desk);
        await Send(desk, program, "room-1", "session_started", ", \"market\": \"ID\", \"title\": \"Flash sale malam ini dengan nama yang panjang sekali\", \"target_gmv\": 90000000, \"planned_minutes\": 120");
        foreach (var (type, more) in new[] { ("viewers", ", \"count\": 1234"), ("order_paid", ", \"amount\": 12345678, \"product\": \"p1\""), ("product_pinned", ", \"product\": \"p1\""), ("comment", ", \"text\": \"Berapa harganya kak?\", \"person\": \"sari\"") }) await Send(desk, program, "room-1", type, more);
        var id = await desk.App.InDb(db => db.LiveSessions.Select(s => s.Id).SingleAsync());
        foreach (var path in new[] { "/live?market=ID", "/live?look=table", "/live?screen=big", $"/live/{id}", $"/live/{id}/replay", "/live/new" })
        {
            await desk.Page.GotoAsync(path);
            await desk.Page.WaitForSelectorAsync("h1");
            Assert.True(await desk.Overflow() <= 0, $"{path} is wider than the phone in {language}");
        }
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    private static int _events;

    private static async Task<HttpClient> Feed(Desk desk)
    {
        using var manager = await desk.App.SignInAs("manager");
        using var made = await manager.PostAsync("/api/keys", new StringContent($"{{\"name\":\"Feed\",\"scopes\":[\"{LivesRoom.Feed}\"]}}", Encoding.UTF8, "application/json"));
        using var key = System.Text.Json.JsonDocument.Parse(await made.Content.ReadAsStringAsync());
        return desk.App.WithKey(key.RootElement.GetProperty("secret").GetString()!);
    }

    private static async Task Send(Desk desk, HttpClient program, string room, string type, string more)
    {
        var now = desk.App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        using var sent = await program.PostAsync($"/api/live/{room}/events", new StringContent($"{{\"id\":\"{Interlocked.Increment(ref _events)}\",\"type\":\"{type}\",\"at\":\"{now:O}\"{more}}}"));
        sent.EnsureSuccessStatusCode();
    }
}
