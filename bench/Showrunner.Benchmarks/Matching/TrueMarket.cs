using System.Globalization;
using System.Text.Json;
using Showrunner.Engine.Simulation;

namespace Showrunner.Benchmarks.Matching;

/// <summary>What is true of every creator with every product of a demo market, from its truth file: what nobody in the product can see.</summary>
internal sealed class TrueMarket
{
    private readonly Dictionary<string, (CreatorTraits Traits, DateOnly Starts, double Lines, double Appeal, int Sold, Dictionary<string, string> Offers)> creators = [];
    private readonly Dictionary<string, (ProductTraits Traits, double Price)> products = [];
    private readonly HashSet<string> planted = [];

    public static IReadOnlyDictionary<string, TrueMarket> Read(string file, DateOnly end)
    {
        var markets = new Dictionary<string, TrueMarket>();
        foreach (var text in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(text);
            var line = document.RootElement;
            var type = line.GetProperty("type").GetString();
            var code = line.GetProperty("market").GetString()!;
            if (type == "market") markets[code] = new TrueMarket();
            else if (type == "creator") markets[code].AddCreator(line, end);
            else if (type == "product") markets[code].AddProduct(line);
            else if (type == "event") markets[code].AddEvent(line);
        }
        return markets;
    }

    /// <summary>Whether it is told what he would sell now: of one on whom a change was planted the file tells what he sold without it.</summary>
    public bool Knows(string handle, string product) => creators.ContainsKey(handle) && !planted.Contains(handle) && products.ContainsKey(product);

    /// <summary>accepted and posted, took, declined; null for what was never offered.</summary>
    public string? Did(string handle, string product) => creators[handle].Offers.GetValueOrDefault(product);

    public PairOdds Odds(string handle, string product) => PairOdds.Of(creators[handle].Traits, products[product].Traits);

    /// <summary>The day he began to sell.</summary>
    public DateOnly Starts(string handle) => creators[handle].Starts;

    /// <summary>List price in minor units.</summary>
    public double Price(string product) => products[product].Price;

    /// <summary>Order lines of it in 28 days beside what he sells already.</summary>
    public double Lines(string handle, string product)
    {
        var creator = creators[handle];
        var appeal = Odds(handle, product).Appeal;
        // One product more shares his reach with the others.
        return creator.Lines * (Did(handle, product) == "posted" ? appeal / creator.Appeal : appeal * creator.Sold / ((creator.Sold + 1) * creator.Appeal));
    }

    private void AddCreator(JsonElement line, DateOnly end)
    {
        double Number(string name) => line.GetProperty(name).GetDouble();
        var offers = line.GetProperty("offers").EnumerateArray().ToList();
        var sold = offers.Where(o => o.GetProperty("did").GetString() == "posted").ToList();
        var appeal = sold.Sum(o => o.GetProperty("click").GetDouble() * o.GetProperty("order").GetDouble() / (PairOdds.NeutralClick * PairOdds.NeutralOrder));
        var starts = DateOnly.Parse(line.GetProperty("starts").GetString()!, CultureInfo.InvariantCulture);
        var traits = new CreatorTraits([.. line.GetProperty("taste").EnumerateArray().Select(t => t.GetDouble())], Number("price_level"), Number("price_width"), Number("skill"), Number("reliability"), 0, Number("female_share"), Number("young_share"));
        creators[line.GetProperty("handle").GetString()!] = (traits, starts, Number("lines") * 28 / (end.DayNumber - starts.DayNumber + 1), appeal, sold.Count,
            offers.GroupBy(o => o.GetProperty("product").GetString()!).ToDictionary(g => g.Key, g => g.Last().GetProperty("did").GetString()!));
    }

    private void AddProduct(JsonElement line)
    {
        double Number(string name) => line.GetProperty(name).GetDouble();
        products[line.GetProperty("product").GetString()!] = (new ProductTraits(line.GetProperty("category").GetInt32(), Number("price_level"), Number("quality"), Number("commission"), Number("female_share")), Number("price_minor"));
    }

    private void AddEvent(JsonElement line) => planted.UnionWith(line.GetProperty("causes").EnumerateArray().Where(c => c.GetProperty("dimension").GetString() == "creator").Select(c => c.GetProperty("member").GetString()!));
}
