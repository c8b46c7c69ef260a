using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Showrunner.Accounts;
using Showrunner.Tests;

namespace Showrunner.Browser.Tests;

public class Journeys
{
    [Theory, Databases]
    public async Task First_sign_in_leads_from_the_link_to_a_working_desk(string database)
    {
        await using var desk = await Desk.Open(database);
        var link = await desk.App.InDb(db => SetupLink.Create(db, TimeProvider.System));
        await desk.Page.GotoAsync(link!);
        await desk.Page.FillAsync("[name=name]", "Sari Dewi");
        await desk.Page.FillAsync("[name=email]", "sari@example.test");
        foreach (var field in await desk.Page.QuerySelectorAllAsync("[type=password]")) await field.FillAsync(TestPeople.Password);
        await desk.Page.ClickAsync("form button[type=submit]");
        await desk.Reach("/overview");
        Assert.Equal("admin", (await desk.App.InDb(db => db.People.SingleAsync())).Role);
        await desk.Page.GotoAsync(link!);
        Assert.Equal(1, await desk.App.InDb(db => db.People.CountAsync()));
    }

    [Theory, Databases]
    public async Task A_file_is_looked_at_loaded_and_its_bad_row_comes_back_with_the_reason(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.SignIn("manager");
        await desk.Page.GotoAsync("/imports?market=VN");
        await desk.Page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = "affiliate_orders_7.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(
                "\uFEFFOrder ID,Product ID,Product Name,SKU ID,Price,Payment Amount,Currency,Quantity,Fully returned or refunded,Order Status,Creator Username,Content Type,Content ID,Standard commission rate,Est. Commission Base,Est. standard commission payment,Actual Commission Base,Actual Commission Payment,Time Created\n" +
                "576460752303423488,1729582598261738105,Fan,1729582598261738106,99000,99000,VND,1,No,Settled,lina.shop,Video,7300000000000000001,10%,99000,9900,99000,9900,13/01/2025 19:32:08\n" +
                "576460752303423489,1729582598261738105,Fan,1729582598261738106,99000,ninety,VND,1,No,Settled,lina.shop,Video,7300000000000000001,10%,99000,9900,99000,9900,13/01/2025 19:40:00\n"),
        });
        await desk.Page.ClickAsync("form[data-upload] button[type=submit]");
        await desk.Reach("/imports/\\d+$");
        Assert.Contains("ninety", await desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await desk.Page.ClickAsync("form[action$='/load'] button[type=submit]");
        await desk.Page.WaitForSelectorAsync("a[href$='/rejected.csv']", new PageWaitForSelectorOptions { Timeout = 60_000 });
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync("a[href$='/rejected.csv']"));
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("ninety", text, StringComparison.Ordinal);
        Assert.Contains("576460752303423489", text, StringComparison.Ordinal);
        Assert.DoesNotContain("576460752303423488", text, StringComparison.Ordinal);
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    [Theory, Databases]
    public async Task A_figure_on_the_overview_leads_to_rows_that_add_up_to_it(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.LoadDemo();
        await desk.SignIn("analyst");
        await desk.Page.GotoAsync("/overview?market=ID");
        var gmv = await desk.Page.Locator(".figure-value").First.GetAttributeAsync("title");
        await desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle); // leaving while the chart loads would be a complaint of its own
        await desk.Page.Locator(".figure").First.Locator(".figure-value a").ClickAsync();
        await desk.Reach("/lines");
        await desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.NotNull(gmv);
        var whole = Regex.Match(gmv, "[0-9][0-9.,]+").Value;
        Assert.Contains(whole, await desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    [Theory, Databases]
    public async Task The_weekly_review_comes_as_a_workbook_and_a_deck(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.LoadDemo();
        await desk.SignIn("viewer");
        await desk.Page.GotoAsync("/overview?market=ID");
        foreach (var (format, part) in new[] { ("xlsx", "xl/workbook.xml"), ("pptx", "ppt/presentation.xml") })
        {
            var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync($"a[href*='/reports/weekly.{format}']"));
            Assert.EndsWith("." + format, download.SuggestedFilename, StringComparison.Ordinal);
            using var file = ZipFile.OpenRead(await download.PathAsync());
            Assert.NotNull(file.GetEntry(part));
        }
    }

    [Theory, Databases]
    public async Task A_question_becomes_a_tile_on_a_board_that_is_taken_to_Excel(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.LoadDemo();
        await desk.SignIn("analyst");
        await desk.Page.GotoAsync("/explore?market=ID");
        await desk.Page.SelectOptionAsync(".explore select[name=by] >> nth=0", "channel");
        await desk.Page.SelectOptionAsync(".explore select[name=grain]", "none");
        await desk.Page.ClickAsync(".explore button[type=submit]");
        await desk.Reach("/explore\\?.*by=channel");
        var total = await desk.Page.Locator("tfoot td").First.InnerTextAsync();
        await desk.Page.ClickAsync("[popovertarget=keep-tile] >> nth=0");
        await desk.Page.FillAsync("#keep-tile [name=name]", "Sales by channel");
        await desk.Page.FillAsync("#keep-tile [name=newBoard]", "Morning");
        await desk.Page.ClickAsync("#keep-tile button[type=submit]");
        await desk.Reach("/boards/\\d+");
        Assert.Contains("Morning", await desk.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await desk.Page.ClickAsync(".tile h2 a");
        await desk.Reach("/explore");
        Assert.Equal(total, await desk.Page.Locator("tfoot td").First.InnerTextAsync());
        await desk.Page.GoBackAsync();
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync("a[href*='/reports/board.xlsx']"));
        using var file = ZipFile.OpenRead(await download.PathAsync());
        using var sheet = new StreamReader(file.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.NotEmpty(await sheet.ReadToEndAsync());
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    [Theory, Databases]
    public async Task A_finding_becomes_a_task_on_the_days_list(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.LoadDemo();
        await desk.SignIn("manager");
        await desk.Page.GotoAsync("/findings?market=ID");
        await desk.Page.ClickAsync("form[method=post][action='/findings'] button");
        for (var i = 0; i < 100 && await desk.Page.Locator(".finding").CountAsync() == 0; i++)
        {
            await desk.Page.WaitForTimeoutAsync(300);
            await desk.Page.GotoAsync("/findings?market=ID");
        }
        await desk.Page.ClickAsync(".finding .btn-primary >> nth=0");
        var title = await desk.Page.InputValueAsync("[name=title]");
        await desk.Page.ClickAsync("form.panel-box button[type=submit]");
        await desk.Page.GotoAsync("/today?market=ID");
        Assert.Equal(title, await desk.Page.InnerTextAsync(".task-title"));
        await desk.Page.ClickAsync(".task-tick");
        await desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await desk.Page.Locator(".task-title").CountAsync());
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }

    [Theory, Databases]
    public async Task A_viewer_may_look_but_not_import(string database)
    {
        await using var desk = await Desk.Open(database);
        await desk.SignIn("viewer");
        await desk.Page.GotoAsync("/overview");
        Assert.Equal(0, await desk.Page.Locator("nav a[href^='/imports']").CountAsync());
        var answer = await desk.Page.GotoAsync("/imports");
        Assert.Equal(403, answer!.Status);
    }

    [Theory]
    [InlineData("en"), InlineData("id"), InlineData("de")]
    public async Task Every_page_fits_a_phone_in_every_language(string language)
    {
        await using var desk = await Desk.Open("sqlite", 390, 844);
        await desk.LoadDemo();
        await desk.SignIn("admin");
        await desk.Speak(language);
        foreach (var path in new[] { "/today", "/tasks/new", "/overview", "/findings", "/creators", "/creators?more=1", "/creators/sets", "/creators/1", "/products", "/products/1", "/shops", "/shops/1", "/lines", "/contents", "/explore", "/explore?m=gmv&m=orders&by=creator&grain=week", "/boards", "/boards/risk", "/boards/creators", "/campaigns", "/campaigns/1", "/reports", "/imports", "/metrics", "/metrics/aov", "/settings/people", "/settings/audit", "/demo", "/search?q=a" })
        {
            await desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var answer = await desk.Page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}market=ID");
            Assert.Equal(language, await desk.Page.GetAttributeAsync("html", "lang"));
            Assert.True(answer!.Ok, $"{path} answered {answer.Status}");
            Assert.True(await desk.Overflow() <= 0, $"{path} sticks out by {await desk.Overflow()} px in {language}");
        }
        Assert.True(desk.Complaints.Count == 0, string.Join("\n", desk.Complaints));
    }
}
