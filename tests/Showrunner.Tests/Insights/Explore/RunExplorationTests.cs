using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Showrunner.Insights;
using Showrunner.Insights.Explore;
using Showrunner.Ledger;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Insights.Explore;

public partial class RunExplorationTests
{
    private static readonly string[] Compared = ["gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings", "active_creators"];

    [Theory, Databases]
    public async Task Totals_are_the_overviews_figures_and_sums_add_up_to_them(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var board = (await browser.GetFromJsonAsync<ShowOverview.Response>($"/api/overview?market=VN&{BoardData.March}"))!.Board;
        var metrics = string.Concat(Compared.Select(code => $"&m={code}"));
        foreach (var split in new[] { "by=channel", "by=creator", "by=creator&by=product", "by=category", "grain=day", "by=channel&grain=week", "by=status&grain=month" })
        {
            var answer = await Ask(browser, $"market=VN&{BoardData.March}&{split}{metrics}");
            var first = answer.Table.Columns.Count - Compared.Length;
            for (var i = 0; i < Compared.Length; i++)
            {
                var expected = board.Find(Compared[i])!.Value;
                Assert.Equal((split, Compared[i], expected), (split, Compared[i], Number(answer.Totals![first + i])));
                if (Compared[i] is "gmv" or "net_sales" or "items" or "refunds" or "est_earnings")
                    Assert.Equal((split, Compared[i], expected), (split, Compared[i], answer.Table.Rows.Sum(r => Number(r[first + i]))));
            }
        }
    }

    [Theory, Databases]
    public async Task An_order_on_two_channels_is_counted_once_in_the_total(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var answer = await Ask(browser, $"market=VN&{BoardData.March}&m=orders&by=channel");
        Assert.Equal([("live", 2m), ("video", 1m)], answer.Table.Rows.Select(r => (r[0]!.ToString()!, Number(r[1])!.Value)));
        Assert.Equal(2, Number(answer.Totals![1]));
    }

    [Theory, Databases]
    public async Task Filters_take_names_and_several_of_them(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        Assert.Equal(500, Number((await Ask(browser, $"market=VN&{BoardData.March}&m=gmv&by=creator&creator=@Lina")).Totals![1]));
        Assert.Equal(600, Number((await Ask(browser, $"market=VN&{BoardData.March}&m=gmv&by=creator&creator=lina&creator=budi")).Totals![1]));
        Assert.Equal(200, Number((await Ask(browser, $"market=VN&{BoardData.March}&m=gmv&by=channel&product=Product S2&category=Home")).Totals![1]));
        Assert.Contains("No Creator is called “nobody” in this market", await Text(browser, $"/explore?market=VN&{BoardData.March}&m=gmv&creator=nobody"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Only_so_many_groups_are_listed_and_the_total_counts_all(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var answer = await Ask(browser, $"market=VN&{BoardData.March}&m=gmv&by=creator&top=1&grain=day");
        Assert.True(answer.Cut);
        Assert.Equal(600, Number(answer.Totals![2]));
        Assert.All(answer.Table.Rows, r => Assert.Equal("lina", r[0]!.ToString()));
        Assert.Contains("Only the 1 largest groups are listed", await Text(browser, $"/explore?market=VN&{BoardData.March}&m=gmv&by=creator&top=1"), StringComparison.Ordinal);
    }

    /// <summary>31 days before the weeks of March begin on other weekdays: each of its days is compared with the one 31 days before.</summary>
    [Theory, Databases]
    public async Task A_week_is_compared_with_the_days_that_lie_as_far_before_each_of_its_own(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var rows = (await Ask(browser, $"market=VN&{BoardData.March}&m=gmv&grain=week&compare=previous")).Table.Rows;
        Assert.Equal(["2026-02-23", "2026-03-30"], new[] { rows[0][0]!.ToString()!, rows[^1][0]!.ToString()! });
        Assert.Equal([0, 0, 0, 0, 90, 0], rows.Select(r => Number(r[2]))); // 23 February stands against 26 March
        Assert.Equal(600, rows.Sum(r => Number(r[1])));
    }

    [Theory, Databases]
    public async Task A_chart_of_many_groups_puts_the_small_ones_together(string database)
    {
        await using var app = await TestApp.Start(database);
        await LoadFactsTests.Load(app, 1, [.. Enumerable.Range(1, 11).Select(i => BoardData.Line($"O{i}", "S1", $"creator{i:00}", i * 10, 1, BoardData.Day.AddDays(i % 3)))]);
        using var browser = await app.SignInAs("viewer", "VN");
        foreach (var top in new[] { "50", "9" })
        {
            var page = await Text(browser, $"/explore?market=VN&{BoardData.March}&m=gmv&by=creator&grain=month&compare=none&top={top}");
            var heads = ChartHead().Matches(page).Select(m => m.Groups[1].Value).ToList();
            Assert.Equal(8, heads.Count);
            Assert.Equal(["@creator11", "Other"], [heads[0], heads[^1]]);
            Assert.Contains("data-v=\"100\">100\u00A0₫", page, StringComparison.Ordinal); // 10 + 20 + 30 + 40
        }
    }

    [Theory, Databases]
    public async Task A_cell_leads_to_rows_that_add_up_to_it(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var page = await Text(browser, $"/explore?market=VN&{BoardData.March}&m=gmv&by=creator&by=category&grain=week&chart=table&compare=none");
        var cells = LineLink().Matches(page).Select(m => (Path: m.Groups[1].Value, Figure: m.Groups[2].Value)).ToList();
        Assert.Equal(3, cells.Count); // lina's and budi's weeks, and the total
        foreach (var (path, figure) in cells) Assert.Contains($"GMV: {figure.Replace('\u00A0', ' ')}", (await Text(browser, path)).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Rows_of_nobody_and_of_several_can_be_opened(string database)
    {
        await using var app = await BoardData.Small(database);
        await LoadFactsTests.Load(app, 2, BoardData.Line("N", "S1", "", 70, 1, BoardData.Day));
        using var browser = await app.SignInAs("viewer", "VN");
        var page = await Text(browser, $"/explore?market=VN&{BoardData.March}&m=gmv&by=creator&compare=none&chart=table");
        Assert.Contains("(none)", page, StringComparison.Ordinal);
        Assert.Contains("70\u00A0₫", await Text(browser, $"/lines?market=VN&{BoardData.March}&only=paid&creator=0&figure=gmv"), StringComparison.Ordinal);
        var both = await Text(browser, $"/lines?market=VN&{BoardData.March}&only=paid&creator=1&creator=2&figure=gmv");
        Assert.Contains("600\u00A0₫", both, StringComparison.Ordinal);
        Assert.Contains("@lina", both, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m=no_such_figure", "metric_unknown", "There is no figure with the code “no_such_figure”")]
    [InlineData("by=channel", "metrics_missing", "The question names no figure")]
    [InlineData("m=gmv&by=creator&by=shop&by=channel", "too_many_dimensions", "at most two things")]
    [InlineData("m=gmv&by=weather", "dimension_unknown", "“weather”")]
    [InlineData("m=video_views&by=shop", "dimension_not_here", "The source of “Video views” does not know “Shop”")]
    [InlineData("m=gmv&by=creator&sort=-orders", "sort_unknown", "cannot be sorted by “-orders”")]
    [InlineData("m=gmv&grain=hour", "grain_unknown", "“hour” is no step of time")]
    public async Task A_question_without_an_answer_says_why(string question, string code, string sentence)
    {
        await using var app = await BoardData.Small("sqlite");
        using var browser = await app.SignInAs("viewer", "VN");
        using var api = await browser.Get($"/api/explore?market=VN&{BoardData.March}&{question}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.StatusCode);
        Assert.Equal(code, (await api.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Contains(sentence, await Text(browser, $"/explore?market=VN&{BoardData.March}&{question}"), StringComparison.OrdinalIgnoreCase);
        using var file = await browser.Get($"/explore/export?market=VN&{BoardData.March}&{question}&format=xlsx");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, file.StatusCode);
    }

    [Theory, Databases]
    public async Task Totals_are_not_spread_over_time(string database)
    {
        await using var app = await TestApp.Start(database);
        await BoardData.LoadTotals(app, "lina", ("gmv", Figure.Exact(700)));
        using var browser = await app.SignInAs("viewer", "VN");
        Assert.Contains("a total has no days", await Text(browser, $"/explore?market=VN&{BoardData.March}&m=gmv&grain=day"), StringComparison.Ordinal);
        Assert.Equal(700, Number((await Ask(browser, $"market=VN&{BoardData.March}&m=gmv&by=creator")).Totals![1]));
        // A figure of which nothing is known stands in nobody's way.
        Assert.Equal(700, Number(Assert.Single((await Ask(browser, $"market=VN&{BoardData.March}&m=gmv_showcase&m=gmv&by=creator&sort=-gmv_showcase")).Table.Rows)[2]));
    }

    [Fact]
    public async Task A_market_of_others_is_not_there()
    {
        await using var app = await BoardData.Small("sqlite");
        using var other = await app.SignInAs("analyst", "ID");
        foreach (var path in new[] { "/api/explore?m=gmv", "/explore/export?m=gmv&format=xlsx", "/explore/export?m=gmv&format=pptx" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{path}&market=VN&{BoardData.March}")).StatusCode);
        using var stranger = app.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get($"/api/explore?m=gmv&market=VN&{BoardData.March}")).StatusCode);
    }

    [Theory]
    [InlineData("m=gmv&m=orders&m=refund_rate", "figure-value")]
    [InlineData("m=gmv&grain=day", "kind=\"line\"")]
    [InlineData("m=gmv&by=channel", "class=\"rank\"")]
    [InlineData("m=gmv&by=creator&by=channel", "kind=\"stack\"")]
    [InlineData("m=refund_rate&by=creator&by=channel", "table heat")]
    [InlineData("m=gmv&m=orders&by=creator&chart=scatter", "kind=\"scatter\"")]
    [InlineData("m=gmv&by=channel&grain=day&chart=stack", "data-channel=\"video\"")]
    [InlineData("m=videos&m=live_views&grain=week", "No figures for")]
    public async Task Every_shape_has_its_chart_in_every_language(string question, string markup)
    {
        await using var app = await BoardData.Small("sqlite");
        using var browser = await app.SignInAs("viewer", "VN");
        foreach (var language in new[] { "en", "id", "de" })
        {
            await Settle(browser, language);
            var page = await Text(browser, $"/explore?market=VN&{BoardData.March}&{question}");
            if (language == "en" || !markup.Contains(' ')) Assert.Contains(markup, page, StringComparison.Ordinal);
            Assert.DoesNotMatch(@">\s*(explore|boards|insights|metric|dimension|channel|tile)\.[a-z]\w*", page);
        }
    }

    private static async Task Settle(HttpClient browser, string language) => Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/settings/me", ("do", "language"), ("language", language), ("return", "/explore"))).StatusCode);

    private static async Task<RunExploration.Response> Ask(HttpClient browser, string question) => (await browser.GetFromJsonAsync<RunExploration.Response>("/api/explore?" + question))!;

    private static decimal? Number(object? cell) => cell is JsonElement { ValueKind: not JsonValueKind.Null } json
        ? json.ValueKind == JsonValueKind.String ? decimal.Parse(json.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : json.GetDecimal() : null;

    private static async Task<string> Text(HttpClient browser, string path)
    {
        using var answer = await browser.Get(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("data-role=\"[a-z]+\"[^>]*>([^<]+)</th>")] private static partial Regex ChartHead();
    [GeneratedRegex("<a href=\"(/lines[^\"]+)\">([^<]*[0-9][^<]*)</a>")] private static partial Regex LineLink();
}
