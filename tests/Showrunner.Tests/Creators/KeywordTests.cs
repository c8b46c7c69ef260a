using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Creators;
using Showrunner.Creators.Listing;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Creators;

/// <summary>Creators are found by the texts that are kept of them (<see cref="CreatorTexts"/>) exactly as by SQL (<see cref="KeywordSql"/>).</summary>
public class KeywordTests
{
    private static readonly string[] Names = ["Sari", "Dewi", "Jörg", "Trần", "lestari", "Ayu-Rina", "anna.", "Ö", "李小龙", "şule İ"];
    private static readonly string[] Bios = ["", "Kitchen finds", "FÜR alle", "daily_deals.shop", "👋 hello"];
    private const string Letters = "aeiör李._- ";

    [Theory, Databases]
    public async Task Kept_texts_find_whom_the_columns_find(string database)
    {
        await using var app = await TestApp.Start(database);
        var chance = new Random(7);
        await CreatorData.Tell(app, 1, [.. Enumerable.Range(0, 400).Select(n => CreatorData.Profile($"{Pick(["sari", "dewi", "jorg", "lestari", "ayu", "budi"])}{Pick(["", ".", "_", "-"])}{Pick(["sari", "dewi", "shop", "88"])}{n}", 10, Pick(Bios), $"{Pick(Names)} {Pick(Names)}"))]);
        var market = await Market(app);
        var columns = app.Services.GetRequiredService<LedgerColumns>();
        using var connection = columns.Connect();
        var texts = new CreatorTexts(columns, market);
        var (some, none) = (0, 0);
        foreach (var typed in Typed().Distinct())
            foreach (var almost in new[] { false, true })
            {
                var kept = texts.Find(typed, almost);
                if (kept is null) continue;
                List<string> parameters = [];
                var sql = almost ? KeywordSql.Almost(typed, Place) : KeywordSql.Contains(typed, Place);
                var (asked, found) = (Ids(sql, parameters), Ids(kept, []));
                Assert.True(asked.SetEquals(found), $"'{typed}', almost {almost}: {asked.Count} asked, {found.Count} found");
                if (asked.Count > 0) some++; else none++;

                string Place(string value)
                {
                    parameters.Add(value);
                    return $"CAST(${parameters.Count} AS VARCHAR)";
                }
            }
        Assert.True(some > 100 && none > 100, $"{some} found somebody, {none} nobody");
        Assert.Null(texts.Find(", ,", almost: false));

        IEnumerable<string> Typed()
        {
            yield return "@sari dewi";
            yield return "kitchen, ö";
            foreach (var word in Names.Concat(Bios).SelectMany(text => text.Split(' ')).Concat(["sari.dewi", "lestari_shop1", "a.*", "(", "zzzz"]).Where(word => word.Length > 0))
            {
                yield return word;
                yield return word[..^1];
                yield return word + " " + Pick(Names);
                for (var at = 0; at < word.Length; at++)
                {
                    yield return word.Remove(at, 1);
                    yield return word.Insert(at, Letter());
                    yield return word.Remove(at, 1).Insert(at, Letter());
                    if (at > 0) yield return word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..];
                }
            }
        }

        HashSet<long> Ids(string condition, List<string> parameters)
        {
            using var statement = connection.Prepare($"SELECT c.id FROM creator c WHERE c.market_id = {market} AND c.merged_into_id IS NULL AND {condition}");
            for (var i = 0; i < parameters.Count; i++) statement.Bind(i + 1, parameters[i]);
            using var rows = statement.Query();
            var ids = new HashSet<long>();
            while (rows.Read()) ids.Add(rows.GetInt64(0));
            return ids;
        }

        string Pick(string[] from) => from[chance.Next(from.Length)];
        string Letter() => Letters[chance.Next(Letters.Length)].ToString();
    }

    private static Task<long> Market(TestApp app) => app.InDb(db => db.Markets.Where(m => m.Code == "VN").Select(m => m.Id).SingleAsync());

    [Theory, Databases]
    public async Task Who_is_called_otherwise_is_found_by_the_new_name_at_once(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        Assert.Empty(await Found("garden"));
        await app.Services.GetRequiredService<KeptTexts>().Ready(await Market(app));
        Assert.Equal(["lina", "quiet"], await Found("kitchen"));
        Assert.Equal(["lina"], await Found("lnia"));
        await CreatorData.Tell(app, 3, CreatorData.Profile("quiet", 5_000, "Garden and house", day: CreatorData.ProfileDay.AddDays(1)), CreatorData.Profile("gardner", 1));
        Assert.Equal(["quiet"], await Found("garden"));
        Assert.Equal(["gardner"], await Found("gardnre"));
        await app.Services.GetRequiredService<KeptTexts>().Ready(await Market(app));
        Assert.Equal(["quiet"], await Found("garden"));
        Assert.Equal(["lina"], await Found("kitchen"));

        async Task<IEnumerable<string>> Found(string typed) =>
            (await browser.GetFromJsonAsync<ListCreators.Response>($"/api/creators?market=VN&{BoardData.March}&q={typed}"))!.Creators.Select(c => c.Handle);
    }
}
