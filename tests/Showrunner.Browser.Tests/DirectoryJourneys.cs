using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Work;
using Showrunner.Tests;

namespace Showrunner.Browser.Tests;

public class DirectoryJourneys
{
    [Theory, Databases]
    public async Task A_filter_becomes_a_segment_whose_creators_are_tagged_at_once_and_untagged_by_undo(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.LoadDemo();
        await desk.SignIn("manager");
        var page = desk.Page;
        await page.GotoAsync("/creators?market=ID");
        await page.ClickAsync("summary:has-text('Followers')");
        await page.FillAsync("input[name=followersFrom]", "3k");
        await page.ClickAsync("details[open] form button[type=submit]");
        await desk.Reach("followersFrom=3k");

        await page.ClickAsync("summary:has-text('Save as segment')");
        await page.FillAsync("details[open] input[name=name]", "Large enough");
        await page.ClickAsync("details[open] button:has-text('Save new segment')");
        await page.WaitForSelectorAsync("[data-notice]:has-text('Large enough')");
        var segment = await desk.App.InDb(db => db.Segments.SingleAsync());
        await page.GotoAsync($"/creators?market=ID&segment={segment.Id}");

        var said = await page.InnerTextAsync(".page-state");
        var count = long.Parse(Regex.Match(said, "^[0-9,]+").Value.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        await page.CheckAsync("[data-pick-all]");
        if (await page.Locator("input[name=all]").CountAsync() > 0) await page.CheckAsync("input[name=all]");
        await page.ClickAsync(".bulk summary:has-text('Tags')");
        await page.FillAsync("input[name=tagName]", "Autumn");
        await page.ClickAsync("button[name=do][value=tag]");
        await page.WaitForSelectorAsync("[data-notice]:has-text('Done for')");
        var tag = await desk.App.InDb(db => db.CreatorLabels.SingleAsync());
        Assert.Equal(count, await Bearers(desk, tag));

        await page.ClickAsync("[data-notice] button");
        await page.WaitForSelectorAsync("[data-notice]:has-text('Taken back')");
        Assert.Equal(0, await Bearers(desk, tag));
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    private static Task<int> Bearers(Desk desk, CreatorLabel tag) => desk.App.InDb(db => db.Set<Creators.Creator>().CountAsync(c => c.Labels.Contains("," + tag.Id + ",")));
}
