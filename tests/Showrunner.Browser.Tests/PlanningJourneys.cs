using Microsoft.EntityFrameworkCore;
using Showrunner.Matching.Scenarios;
using Showrunner.Tests;

namespace Showrunner.Browser.Tests;

public class PlanningJourneys
{
    [Theory, Databases]
    public async Task A_plan_is_drawn_saved_taken_on_in_part_and_becomes_a_task(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.LoadDemo();
        await desk.SignIn("manager");
        var page = desk.Page;
        await page.GotoAsync("/matching/plan?market=ID");
        var before = await page.InnerTextAsync(".page-state");
        // Drawing the contacts down changes the plan in place: nothing is sent off.
        await page.EvaluateAsync("() => { window.still = true; const range = document.querySelector('[name=quota]').closest('.slider').querySelector('input[type=range]'); range.value = 20; range.dispatchEvent(new Event('input')); range.dispatchEvent(new Event('change')); }");
        await page.WaitForFunctionAsync("before => document.querySelector('.page-state').textContent !== before", before);
        Assert.Equal("20", await page.InputValueAsync("[name=quota]"));
        Assert.True(await page.EvaluateAsync<bool>("() => window.still === true"));
        Assert.Contains("quota=20", page.Url, StringComparison.Ordinal);

        await page.FillAsync("#plan [name=name]", "Few but good");
        await page.ClickAsync("#plan form[method=post] button");
        await desk.Reach("/matching/scenarios/\\d+");
        await page.WaitForSelectorAsync("form[data-bulk] tbody tr, [role=alert]"); // a plan that failed says why
        Assert.True(await page.IsVisibleAsync("form[data-bulk] tbody tr"), await page.InnerTextAsync("main"));
        Assert.Contains("Few but good", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var boxes = page.Locator("form[data-bulk] tbody input[name=id]");
        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(1).CheckAsync();
        await page.ClickAsync("button[name=do][value=some]");
        await page.WaitForSelectorAsync("[data-notice], [role=alert]"); // if it was refused, the reason is told at once
        Assert.Contains("Taken on", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(2, await desk.App.InDb(db => db.PlannedOffers.CountAsync(o => o.AcceptedDay != null)));

        await page.GotoAsync("/today");
        await page.ClickAsync("a[href^='/matching/scenarios/']:visible >> nth=-1");
        await desk.Reach("/matching/scenarios/\\d+");
        await page.GotoAsync("/matching/scenarios?market=ID");
        Assert.Contains("Few but good", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync("/matching/outcomes?market=ID");
        await page.WaitForSelectorAsync("h2:has-text('Tested on the past')");
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }
}
