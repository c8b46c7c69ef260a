using Microsoft.EntityFrameworkCore;
using Showrunner.Matching.Workbench;
using Showrunner.Shops;
using Showrunner.Tests;

namespace Showrunner.Browser.Tests;

public class MatchingJourneys
{
    [Theory, Databases]
    public async Task From_a_product_creators_are_filtered_two_are_compared_and_look_alikes_lead_on(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.LoadDemo();
        await desk.SignIn("manager");
        var page = desk.Page;
        var product = await desk.App.InDb(db => db.Products.OrderBy(p => p.Id).FirstAsync());
        await page.GotoAsync($"/products/{product.Id}?market=ID");
        await page.ClickAsync(".page-actions a[href*='/matching']");
        await desk.Reach($"/matching\\?.*product={product.Id}");

        var ranked = await page.Locator("input[name=creator]").CountAsync();
        await page.ClickAsync("summary:has-text('Followers')");
        await page.FillAsync("input[name=followersFrom]", "3k");
        await page.ClickAsync("details[open] form button[type=submit]");
        await desk.Reach($"product={product.Id}.*followersFrom=3k|followersFrom=3k.*product={product.Id}");
        Assert.InRange(await page.Locator("input[name=creator]").CountAsync(), 2, ranked);
        Assert.Contains("fit the filters", await page.InnerTextAsync("#left-out"), StringComparison.Ordinal);

        await page.ClickAsync("button:has-text('Compare two')"); // without a choice it says what is missing
        await page.ClickAsync("a:has-text('Back to the list')");
        await desk.Reach($"/matching\\?.*product={product.Id}");
        await page.Locator("input[name=creator]").Nth(0).CheckAsync();
        await page.Locator("input[name=creator]").Nth(1).CheckAsync();
        await page.ClickAsync("button:has-text('Compare two')");
        await desk.Reach("/matching/compare");
        Assert.Contains("is ahead by", await page.InnerTextAsync(".page-state"), StringComparison.Ordinal);
        Assert.True(await page.Locator(".compare tbody tr").CountAsync() > 10);

        await page.ClickAsync(".crumbs a");
        await desk.Reach($"/matching\\?.*product={product.Id}");
        await page.Locator("#alike li a").First.ClickAsync();
        await desk.Reach($"/matching\\?.*product=(?!{product.Id}(&|$))");
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    [Theory]
    [InlineData("en"), InlineData("id"), InlineData("de")]
    public async Task The_workbench_fits_a_phone_in_every_language(string language)
    {
        await using var desk = await Desk.Open("sqlite", 390, 844);
        await desk.LoadDemo();
        await desk.SignIn("manager");
        await desk.Speak(language);
        var product = await desk.App.InDb(db => db.Products.OrderBy(p => p.Id).FirstAsync());
        var two = await desk.App.InDb(db => db.Set<Creators.Creator>().Where(c => c.MergedIntoId == null).OrderBy(c => c.Id).Select(c => c.Id).Take(2).ToListAsync());
        foreach (var path in new[] { "/matching", $"/matching?product={product.Id}", $"/matching?product={product.Id}&leftOut=already_sells", $"/matching?{GoodsRange.Shop}={product.ShopId}", $"/matching?{GoodsRange.Campaign}=1", $"/matching?creator={two[0]}", $"/matching/compare?product={product.Id}&creator={two[0]}&creator={two[1]}" })
        {
            await desk.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
            var answer = await desk.Page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}market=ID");
            Assert.True(answer!.Ok, $"{path} answered {answer.Status}");
            Assert.True(await desk.Overflow() <= 0, $"{path} sticks out by {await desk.Overflow()} px in {language}");
            Assert.DoesNotContain("match.", await desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        }
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }
}
