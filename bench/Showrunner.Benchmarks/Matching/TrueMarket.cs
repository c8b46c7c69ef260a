using System.Globalization;
using System.Text.Json;
using Showrunner.Engine.Simulation;

namespace Showrunner.Benchmarks.Matching;

/// <summary>What is true of every creator with every product of a demo market, from its truth file: what nobody in the product can see.</summary>
internal sealed class TrueMarket
{
    private readonly Dictionary<string, (CreatorTraits Traits, double Lines, double Appeal, int Sold, Dictionary<string, string> Offers)> creators = [];
    private readonly Dictionary<string, (ProductTraits Traits, double Price)> products = [];

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
        }
        return markets;
    }

    public bool Knows(string handle, string product) => creators.ContainsKey(handle) && products.ContainsKey(product);

    /// <summary>accepted and posted, took, declined; null for what was never offered.</summary>
    public string? Did(string handle, string product) => creators[handle].Offers.GetValueOrDefault(product);

    public PairOdds Odds(string handle, string product) => PairOdds.Of(creators[handle].Traits, products[product].Traits);

    /// <summary>What he would sell of it in 28 days beside what he sells already, in list prices in minor units.</summary>
    public double Sales(string handle, string product)
    {
        var creator = creators[handle];
        var appeal = Odds(handle, product).Appeal;
        var isSold = creator.Offers.GetValueOrDefault(product) == "posted";
        // One product more shares his reach with the others.
        return creator.Lines * products[product].Price * (isSold ? appeal / creator.Appeal : appeal * creator.Sold / ((creator.Sold + 1) * creator.Appeal));
    }

    private void AddCreator(JsonElement line, DateOnly end)
    {
        double Number(string name) => line.GetProperty(name).GetDouble();
        var offers = line.GetProperty("offers").EnumerateArray().ToList();
        var sold = offers.Where(o => o.GetProperty("did").GetString() == "posted").ToList();
        var appeal = sold.Sum(o => o.GetProperty("click").GetDouble() * o.GetProperty("order").GetDouble() / (PairOdds.NeutralClick * PairOdds.NeutralOrder));
        var starts = DateOnly.Parse(line.GetProperty("starts").GetString()!, CultureInfo.InvariantCulture);
        var traits = new CreatorTraits([.. line.GetProperty("taste").EnumerateArray().Select(t => t.GetDouble())], Number("price_level"), Number("price_width"), Number("skill"), Number("reliability"), 0, Number("female_share"), Number("young_share"));
        creators[line.GetProperty("handle").GetString()!] = (traits, Number("lines") * 28 / (end.DayNumber - starts.DayNumber + 1), appeal, sold.Count,
            offers.GroupBy(o => o.GetProperty("product").GetString()!).ToDictionary(g => g.Key, g => g.Last().GetProperty("did").GetString()!));
    }

    private void AddProduct(JsonElement line)
    {
        double Number(string name) => line.GetProperty(name).GetDouble();
        products[line.GetProperty("product").GetString()!] = (new ProductTraits(line.GetProperty("category").GetInt32(), Number("price_level"), Number("quality"), Number("commission"), Number("female_share")), Number("price_minor"));
    }
}
