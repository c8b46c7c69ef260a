using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Campaigns;
using Showrunner.Insights;
using Showrunner.Insights.Findings;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;
using Showrunner.Tests.Imports;
using Showrunner.Tests.Imports.Reading;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Campaigns;

public sealed class CampaignTests
{
    private const string Spring = "7631140567631972112", Autumn = "7679014622473127687";

    [Theory, Databases]
    public async Task A_partners_file_becomes_figures_by_campaign(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "JP");
        var page = await manager.Receive("tap_orders_en.csv", await File.ReadAllTextAsync(Shared.Sample("tap_orders_en.csv")), ("market", "JP"));
        Assert.Contains("Partner campaign ID", await manager.Read(page), StringComparison.Ordinal);
        var loaded = await manager.Load(page);
        Assert.Equal((4, 1), (loaded.GetProperty("loaded").GetInt64(), loaded.GetProperty("rejected").GetInt64()));

        const string days = "from=2026-09-01&to=2026-09-30";
        var item = Assert.Single((await manager.GetFromJsonAsync<ListCampaigns.Response>($"/api/campaigns?market=JP&{days}"))!.Campaigns);
        // The unpaid line is no sale; the two parts of one order are one order.
        Assert.Equal((Spring, Spring, 3_909m, 1m, 1m, 1m, new DateOnly(2026, 9, 30)), (item.CampaignNo, item.Name, item.Gmv, item.Orders, item.Creators, item.Products, item.FirstDay));
        var shown = (await manager.GetFromJsonAsync<ShowCampaign.Response>($"/api/campaigns/{item.Id}?{days}"))!;
        Assert.Equal((3_909m, "nris9", "Serum 130ML"), (shown.Board.Find("gmv")!.Value, shown.TopCreators.Rows.Single().Name, shown.TopProducts.Rows.Single().Name));
        Assert.Equal(ReadBoard.OfShop, shown.Board.Figures.Select(f => f.Code));

        // The same sale in the same parts, told in another order, is the same file.
        var lines = (await File.ReadAllLinesAsync(Shared.Sample("tap_orders_en.csv"))).ToList();
        (lines[2], lines[3]) = (lines[3], lines[2]);
        var again = await manager.Load(await manager.Receive("again.csv", string.Join("\r\n", lines), ("market", "JP")));
        Assert.Equal((0, 4), (again.GetProperty("loaded").GetInt64(), again.GetProperty("unchanged").GetInt64()));
    }

    [Theory, Databases]
    public async Task A_newer_file_moves_a_line_to_another_campaign_and_undoing_it_moves_it_back(string database)
    {
        await using var app = await Small(database);
        var moved = await LoadFactsTests.Load(app, 2, Line("A", Autumn), Line("B", ""), Line("C", Spring));
        Assert.Equal((0, 1, 2), (moved.Loaded, moved.Unchanged, moved.Restated));
        Assert.Equal([(Autumn, 300m), (Spring, 90m)], await Gmv(app));
        await Proven(app);
        using var viewer = await app.SignInAs("viewer", "VN");
        var creator = await app.InDb(db => db.Set<Showrunner.Creators.Creator>().Select(c => c.Id).SingleAsync());
        var order = (await viewer.GetFromJsonAsync<ShowOrder.Response>($"/api/lines/order?market=VN&no=A&creator={creator}"))!;
        Assert.Equal([("Autumn", (long?)null), (Spring, 2L)], order.Versions.Select(v => (v.Campaign, v.ReplacedBy)));
        Assert.Contains("Autumn", await viewer.Read($"/lines/order?market=VN&no=A&creator={creator}"), StringComparison.Ordinal);

        await app.InDb(async db => await new UndoLoad(app.Services.GetRequiredService<LedgerColumns>(), TimeProvider.System).Handle(db, 2, _ => Task.CompletedTask, default));
        Assert.Equal([(Spring, 590m)], await Gmv(app));
        await Proven(app);
        await app.InDb(async db => { await app.Services.GetRequiredService<LedgerColumns>().Rebuild(db, default); return 0; });
        Assert.Equal([(Spring, 590m)], await Gmv(app));
    }

    [Theory, Databases]
    public async Task A_sellers_and_a_partners_file_of_the_same_order_make_one_line_in_either_order(string database)
    {
        var partner = (await File.ReadAllLinesAsync(Shared.Sample("tap_orders_en.csv")))[..2];
        var seller = (await File.ReadAllLinesAsync(Shared.Sample("affiliate_orders_en.csv")))[0] + "\n586335413540324465,1729384958349379329,Serum 130ML,130,1729384958402594561,S-130,\"￥1,210\",\"￥2,606\",JPY,2,No,Card,Settled,@Nris9,Video,7651536528815967508,Open collaboration,5%,\"￥2,420\",￥121,\"￥2,420\",￥130,5%,--,--,--,--,30/09/2026 00:30:20,30/09/2026 00:31:00,03/10/2026 12:00:00,20/10/2026 12:00:00,TikTok";
        var (ofPartner, ofSeller) = (partner[0] + "\n" + partner[1].Replace("Unpaid by customer", "Completed", StringComparison.Ordinal), seller);
        foreach (var (first, second) in new[] { (ofPartner, ofSeller), (ofSeller, ofPartner) })
        {
            await using var app = await TestApp.Start(database);
            using var manager = await app.SignInAs("manager", "JP");
            Assert.Equal(1, (await manager.Load(await manager.Receive("first.csv", first, ("market", "JP")))).GetProperty("loaded").GetInt64());
            Assert.Equal(1, (await manager.Load(await manager.Receive("second.csv", second, ("market", "JP")))).GetProperty("restated").GetInt64());
            var table = await manager.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/explore?market=JP&m=gmv&m=settled_commission&by=campaign&from=2026-09-01&to=2026-09-30");
            var row = Assert.Single(table.GetProperty("table").GetProperty("rows").EnumerateArray());
            Assert.Contains(Spring, row.ToString(), StringComparison.Ordinal);
            Assert.Contains("2606", row.ToString(), StringComparison.Ordinal);
            Assert.Contains("130", row.ToString().Replace("130ML", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory, Databases]
    public async Task A_campaign_bears_its_id_until_a_file_or_a_person_names_it(string database)
    {
        await using var app = await Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        var id = await Id(app, Spring);
        var page = $"/campaigns/{id}?market=VN&{BoardData.March}";
        Assert.Contains("<h1>" + Spring, (await manager.Read(page)).Replace("\n", "", StringComparison.Ordinal).Replace("<h1 ", "<h1>", StringComparison.Ordinal), StringComparison.Ordinal);
        using var named = await manager.SubmitTo(page, page, ("name", "  Spring deals "));
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        await LoadFactsTests.Load(app, 3, Line("D", Spring, "Another name"));
        Assert.Contains("Spring deals", await manager.Read($"/campaigns?market=VN&{BoardData.March}"), StringComparison.Ordinal);
        Assert.Contains("Spring deals", await manager.Read($"/explore?market=VN&m=gmv&by=campaign&{BoardData.March}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync($"/api/campaigns/{id}/name", new NameCampaign.Request(new string('x', 101)))).StatusCode);
        foreach (var _ in new[] { 1, 2 }) Assert.True((await manager.PutAsJsonAsync($"/api/campaigns/{id}/name", new NameCampaign.Request(""))).IsSuccessStatusCode);
        Assert.Equal(Spring, await app.InDb(db => db.Campaigns.Where(c => c.Id == id).Select(c => c.Name).SingleAsync()));
        Assert.Equal(2, await app.InDb(db => db.Set<Showrunner.Accounts.AuditEntry>().CountAsync(a => a.Action == "campaign.named")));
        using var viewer = await app.SignInAs("viewer", "VN");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync($"/api/campaigns/{id}/name", new NameCampaign.Request("mine"))).StatusCode);
        Assert.DoesNotContain("Save the name", await viewer.Read(page), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Another_markets_campaign_does_not_exist(string database)
    {
        await using var app = await Small(database);
        var id = await Id(app, Spring);
        using var foreigner = await app.SignInAs("manager", "ID");
        foreach (var path in new[] { $"/api/campaigns/{id}?{BoardData.March}", $"/campaigns/{id}?{BoardData.March}", $"/api/campaigns?market=VN&{BoardData.March}", $"/campaigns/export?market=VN&{BoardData.March}", $"/api/findings?market=VN&of=campaign:{id}", $"/api/findings?market=ID&of=campaign:{id}", $"/api/lines?market=ID&campaign={id}&{BoardData.March}" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await foreigner.Get(path)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.PutAsJsonAsync($"/api/campaigns/{id}/name", new NameCampaign.Request("mine"))).StatusCode);
        Assert.Contains("filter_not_found", await (await foreigner.Get($"/api/explore?market=ID&m=gmv&campaign={Spring}&{BoardData.March}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await foreigner.Read($"/campaigns?market=ID&{BoardData.March}");
        Assert.DoesNotContain(Spring, page, StringComparison.Ordinal);
        Assert.Contains("Partner campaign ID", page, StringComparison.Ordinal);
        var nobody = Actor.Program("test") with { Permissions = new HashSet<string>() };
        Assert.Equal("not_allowed", (await Assert.ThrowsAsync<Refused>(() => app.InDb(async db => { await NameCampaign.Handle(id, new("x"), db, nobody, app.Services.GetRequiredService<LedgerColumns>(), TimeProvider.System, default); return 0; }))).Code);
    }

    [Theory, Databases]
    public async Task Lists_pages_lines_and_files_are_filtered_by_campaign(string database)
    {
        await using var app = await Small(database);
        await LoadFactsTests.Load(app, 2, Line("D", Autumn, "Autumn", gmv: 70), Line("E", "", gmv: 5));
        using var viewer = await app.SignInAs("viewer", "VN");
        var id = await Id(app, Spring);
        async Task<ListCampaigns.Response> List(string query) => (await viewer.GetFromJsonAsync<ListCampaigns.Response>($"/api/campaigns?market=VN&{BoardData.March}&{query}"))!;
        Assert.Equal([(Spring, 590m), ("Autumn", 70m)], (await List("")).Campaigns.Select(c => (c.Name, c.Gmv!.Value)));
        Assert.Equal(["Autumn"], (await List("q=AUT")).Campaigns.Select(c => c.Name));
        Assert.Equal(["Autumn", Spring], (await List("sort=gmv")).Campaigns.Select(c => c.Name));
        Assert.Equal((0, 2L), ((await List("q=nothing")).Campaigns.Count, (await List("q=nothing")).Known));
        async Task<ShowLines.Response> Lines(string query) => (await viewer.GetFromJsonAsync<ShowLines.Response>($"/api/lines?market=VN&{BoardData.March}&{query}"))!;
        Assert.Equal((590m, 3), ((await Lines($"campaign={id}")).Sums["gmv"], (await Lines($"campaign={id}")).Lines.Count));
        Assert.Equal(["E"], (await Lines("campaign=0")).Lines.Select(l => l.OrderNo));
        Assert.Contains("Autumn", await viewer.Read($"/lines?market=VN&{BoardData.March}"), StringComparison.Ordinal);
        Assert.Contains($",{Spring},", await viewer.Read($"/lines/export?market=VN&{BoardData.March}&campaign={id}&format=csv"), StringComparison.Ordinal);
        Assert.Contains("\r\nAutumn,70,", await viewer.Read($"/campaigns/export?market=VN&{BoardData.March}&format=csv"), StringComparison.Ordinal);
        Assert.Equal("Autumn", Assert.Single((await viewer.GetFromJsonAsync<FindAnything.Response>("/api/search?market=VN&q=autu"))!.Campaigns).Name);
        var page = await viewer.Read($"/campaigns/{id}?market=VN&{BoardData.March}");
        Assert.Contains($"/lines?campaign={id}", page.Replace("market=VN&", "", StringComparison.Ordinal).Replace($"{BoardData.March}&", "", StringComparison.Ordinal).Replace("only=paid&", "", StringComparison.Ordinal).Replace("figure=gmv&", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Products that sold most", page, StringComparison.Ordinal);
        // Outside its days the page leads to them.
        var quiet = await viewer.Read($"/campaigns/{id}?market=VN&from=2026-01-01&to=2026-01-31");
        Assert.Contains("The campaign's orders are of", quiet, StringComparison.Ordinal);
        Assert.Contains("from=2026-03-05&to=2026-03-05", quiet, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task What_a_running_campaign_does_is_looked_through_by_itself(string database)
    {
        await using var app = await Small(database);
        var id = await Id(app, Spring);
        using var analyst = await app.SignInAs("analyst", "VN");
        using var asked = await analyst.PostAsJsonAsync("/api/findings/looks", new LookThrough.Request("VN", $"campaign:{id}"));
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var page = "";
        for (var i = 0; i < 100 && !page.Contains("Looked through up to", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await analyst.Read($"/findings?market=VN&of=campaign:{id}");
        }
        Assert.Contains("Within this campaign:", page, StringComparison.Ordinal);
        Assert.Contains($"/campaigns/{id}", page, StringComparison.Ordinal);
        // A day of sales is too little to tell change from chance, and the page says so.
        Assert.Contains("sold for 7 weeks", await analyst.Read($"/campaigns/{id}?market=VN&{BoardData.March}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get("/api/findings?market=VN&of=campaign:999")).StatusCode);
    }

    /// <summary>Three orders of one campaign on one day: A 300, B 200, C 90.</summary>
    private static async Task<TestApp> Small(string database)
    {
        var app = await TestApp.Start(database);
        await LoadFactsTests.Load(app, 1, Line("A", Spring), Line("B", Spring), Line("C", Spring));
        return app;
    }

    private static OrderLineDraft Line(string order, string campaign, string? name = null, long? gmv = null)
    {
        var line = BoardData.Line(order, "S1", "lina", gmv ?? order switch { "A" => 300, "B" => 200, _ => 90 }, 1, BoardData.Day);
        (line.CampaignNo, line.CampaignName) = (campaign, name ?? (campaign == Autumn ? "Autumn" : ""));
        return line;
    }

    private static Task<long> Id(TestApp app, string no) => app.InDb(db => db.Campaigns.Where(c => c.CampaignNo == no).Select(c => c.Id).SingleAsync());

    private static async Task<List<(string No, decimal Gmv)>> Gmv(TestApp app)
    {
        using var viewer = await app.SignInAs("viewer", "VN");
        return [.. (await viewer.GetFromJsonAsync<ListCampaigns.Response>($"/api/campaigns?market=VN&{BoardData.March}&sort=-gmv"))!.Campaigns.Select(c => (c.CampaignNo, c.Gmv ?? 0))];
    }

    private static async Task Proven(TestApp app) =>
        Assert.Empty(await app.InDb(db => ProveColumns.Handle(db, app.Services.GetRequiredService<LedgerColumns>(), default)));
}
