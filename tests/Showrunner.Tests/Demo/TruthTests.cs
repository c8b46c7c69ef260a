using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Ledger;
using Showrunner.Platform;
using Showrunner.Tests.Ratchets;

namespace Showrunner.Tests.Demo;

/// <summary>The truth file says what the figures show.</summary>
public sealed class TruthTests
{
    private static readonly DemoSize Size = new("test", 800, 120_000, 240);

    [Fact]
    public void Every_kind_of_event_is_planted_with_a_cause_and_several_at_medium_size()
    {
        foreach (var (size, least) in new[] { (Size, 1), (DemoSize.Medium with { Creators = 40_000, Lines = 100_000 }, 2) })
        {
            var planted = Truth("ID", size).Where(t => Is(t, "event")).ToLookup(t => t.GetProperty("kind").GetString());
            foreach (var kind in new[] { "promotion", "campaign_day", "category_day", "take_off", "viral", "stock_out", "bad_batch", "decline", "violation", "coupon_leak", "hashtag" })
            {
                Assert.True(planted[kind].Count() >= (kind is "promotion" or "take_off" or "hashtag" ? 1 : least), kind);
                Assert.All(planted[kind], e => Assert.NotEqual(0, e.GetProperty("causes").GetArrayLength()));
                Assert.All(planted[kind], e => Assert.True(Day(e, "from") <= Day(e, "to")));
            }
        }
    }

    [Theory, InlineData("ID"), InlineData("DE"), InlineData("US"), InlineData("VN")]
    public void What_was_planted_has_about_the_size_that_the_truth_says(string market)
    {
        var truth = Truth(market, Size);
        var told = new Told(market, Size);
        foreach (var e in truth.Where(t => Is(t, "event")))
        {
            var (kind, from, to, with, without) = (e.GetProperty("kind").GetString()!, Day(e, "from"), Day(e, "to"), Number(e, "with"), Number(e, "without"));
            if (kind == "hashtag")
            {
                var tag = " #" + Cause(e, "hashtag");
                Assert.DoesNotContain(told.Videos, v => v.Day < from && v.Title.Contains(tag, StringComparison.Ordinal));
                // A fortnight later it has spread.
                var later = told.Videos.Where(v => v.Day >= from.AddDays(14)).ToList();
                if (later.Count > 100) Assert.InRange((double)later.Count(v => v.Title.Contains(tag, StringComparison.Ordinal)) / later.Count, with - 0.06, with + 0.06);
                continue;
            }
            if (kind == "bad_batch")
            {
                var product = Cause(e, "product");
                // What is sold in the last two weeks is not back yet.
                var (sold, back) = (told.Lines.Where(l => l.Product == product && l.Day >= from && l.Day <= to && l.Day <= DemoFixture.End.AddDays(-20)).ToList(), 0);
                back = sold.Count(l => l.Returned);
                if (sold.Count > 40) Assert.InRange((double)back / sold.Count, with - 0.13, with + 0.13);
                continue;
            }
            var lines = told.Lines.Count(l => l.Day >= from && l.Day <= to && IsOf(l, e));
            Assert.True(lines >= with * 0.65 - 25 && lines <= with * 1.35 + 25, $"{e}: {lines} lines");
            if (kind is "stock_out" or "violation") Assert.Equal(0, lines);
            if (kind is "stock_out" or "violation" or "decline") Assert.True(with < without);
            else Assert.True(with > without, kind);
        }
    }

    [Fact]
    public void Pairs_sell_by_taste_price_skill_and_quality_and_nothing_else_was_told()
    {
        var truth = Truth("ID", Size);
        var sold = new Told("ID", Size).Lines.CountBy(l => (l.Creator, l.Product)).ToDictionary();
        var (shares, expected) = (new List<double>(), new List<double>());
        foreach (var creator in truth.Where(t => Is(t, "creator")).Take(150))
        {
            var posted = creator.GetProperty("offers").EnumerateArray().Where(o => o.GetProperty("did").GetString() == "posted").ToList();
            var all = posted.Sum(o => Number(o, "click") * Number(o, "order"));
            var lines = posted.Sum(o => sold.GetValueOrDefault((creator.GetProperty("handle").GetString()!, o.GetProperty("product").GetString()!)));
            if (posted.Count < 2 || lines < 60) continue;
            foreach (var offer in posted)
            {
                shares.Add((double)sold.GetValueOrDefault((creator.GetProperty("handle").GetString()!, offer.GetProperty("product").GetString()!)) / lines);
                expected.Add(Number(offer, "click") * Number(offer, "order") / all);
            }
        }
        Assert.True(shares.Count > 100);
        Assert.True(Correlation(shares, expected) > 0.8, $"{Correlation(shares, expected)}");
    }

    [Fact]
    public void Offers_are_taken_and_posted_as_often_as_their_odds_say()
    {
        var offers = Truth("US", Size with { Creators = 8_000 }).Where(t => Is(t, "creator")).SelectMany(c => c.GetProperty("offers").EnumerateArray()).ToList();
        Assert.InRange(offers.Count(o => o.GetProperty("did").GetString() != "declined"), 0.9 * offers.Sum(o => Number(o, "accept")), 1.1 * offers.Sum(o => Number(o, "accept")));
        var took = offers.Where(o => o.GetProperty("did").GetString() != "declined").ToList();
        Assert.InRange(took.Count(o => o.GetProperty("did").GetString() == "posted"), 0.9 * took.Sum(o => Number(o, "post")), 1.1 * took.Sum(o => Number(o, "post")));
    }

    [Fact]
    public void Stock_is_empty_exactly_while_a_product_is_out_of_stock()
    {
        var truth = Truth("ID", Size);
        var outs = truth.Where(t => Is(t, "event") && t.GetProperty("kind").GetString() == "stock_out").ToDictionary(e => Cause(e, "product"), e => (Day(e, "from"), Day(e, "to")));
        var first = Day(truth.Single(t => Is(t, "market")), "from");
        foreach (var product in truth.Where(t => Is(t, "product")))
        {
            var stock = product.GetProperty("stock").EnumerateArray().Select(s => s.GetInt64()).ToList();
            Assert.Equal(Size.Days, stock.Count);
            Assert.InRange(product.GetProperty("cost_minor").GetInt64(), 1, product.GetProperty("price_minor").GetInt64() * 7 / 10);
            if (outs.TryGetValue(product.GetProperty("product").GetString()!, out var days))
                for (var i = 0; i < stock.Count; i++)
                    if (first.AddDays(i) is var day && day >= days.Item1 && day <= days.Item2) Assert.Equal(0, stock[i]);
        }
        Assert.NotEmpty(outs);
    }

    [Theory, Databases]
    public async Task It_lies_in_the_data_folder_while_the_demo_is_there_and_says_all_countries(string database)
    {
        await using var app = await TestApp.Start(database);
        var file = DemoTruth.In(app.Services.GetRequiredService<DataPlace>());
        var named = Path.Combine(app.Folder, "named.json");
        var small = DemoSize.Small with { Creators = 60, Lines = 2_000, Products = 60, Days = 60 };
        foreach (var markets in new string[][] { ["ID"], ["VN", "DE"] })
        {
            using var scope = app.Services.CreateScope();
            var request = new LoadDemo.Request(small, markets, End: DemoFixture.End) { Truth = markets is ["ID"] ? named : null };
            await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(request, Actor.Program("test"), (_, _) => { }, default);
        }
        Assert.Equal(["DE", "ID", "VN"], Markets(file));
        Assert.Equal(["ID"], Markets(named));
        using var removing = app.Services.CreateScope();
        await removing.ServiceProvider.GetRequiredService<RemoveDemo>().Handle(Actor.Program("test"), default);
        Assert.False(File.Exists(file));
        Assert.True(File.Exists(named));
    }

    [Fact]
    public void No_room_reads_the_truth() =>
        Repository.None(Repository.Files("src", ".cs", ".razor", ".js", ".csproj", ".json").Where(file => !file.StartsWith("Showrunner/Demo/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Repository.Full("src/" + file)) is var text && (text.Contains(DemoTruth.FileName, StringComparison.Ordinal) || text.Contains(nameof(DemoTruth), StringComparison.Ordinal))));

    private static List<string> Markets(string file) =>
        [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement).Where(t => Is(t, "market")).Select(t => t.GetProperty("market").GetString()!).Order()];

    private static List<JsonElement> Truth(string market, DemoSize size)
    {
        using var into = new MemoryStream();
        DemoFixture.Market(market, size: size).WriteTruth(into);
        into.Position = 0;
        using var reader = new StreamReader(into);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static bool IsOf(Told.Line line, JsonElement e) => e.GetProperty("causes").EnumerateArray().All(cause => cause.GetProperty("dimension").GetString() switch
    {
        "product" => line.Product == cause.GetProperty("member").GetString(),
        "creator" => line.Creator == cause.GetProperty("member").GetString(),
        "category" => line.Category == cause.GetProperty("member").GetString(),
        // A viral product sells on its other channels as before; the truth counts the product whole.
        "channel" => e.GetProperty("kind").GetString() == "viral" || line.Channel == cause.GetProperty("member").GetString(),
        _ => true,
    });

    private static bool Is(JsonElement truth, string type) => truth.GetProperty("type").GetString() == type;
    private static double Number(JsonElement truth, string name) => truth.GetProperty(name).GetDouble();
    private static DateOnly Day(JsonElement truth, string name) => DateOnly.ParseExact(truth.GetProperty(name).GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    private static string Cause(JsonElement e, string dimension) => e.GetProperty("causes").EnumerateArray().Single(c => c.GetProperty("dimension").GetString() == dimension).GetProperty("member").GetString()!;

    private static double Correlation(List<double> a, List<double> b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        return a.Zip(b).Sum(p => (p.First - meanA) * (p.Second - meanB)) / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(x => (x - meanB) * (x - meanB)));
    }

    private sealed class Told
    {
        internal readonly record struct Line(DateOnly Day, string Creator, string Product, string Category, string Channel, bool Returned);
        public readonly List<Line> Lines = [];
        public readonly List<(DateOnly Day, string Title)> Videos = [];

        public Told(string market, DemoSize size) => DemoFixture.Market(market, size: size).Tell(_ => { },
            d => Lines.Add(new Line(d.Day, d.CreatorHandle, d.ProductNo, d.CategoryPath, d.Channel, d.ReturnedQuantity > 0 && d.Status != LineStatus.Unpaid)),
            d => { if (d.Kind == ContentKind.Video) Videos.Add((d.Day, d.Title)); });
    }
}
