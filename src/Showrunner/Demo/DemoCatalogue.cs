using System.Globalization;
using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Demo;

internal sealed record DemoProduct(int Number, string No, string Name, ProductTraits Traits, string ShopNo, string ShopName, long PriceMinor, long CostMinor, long RatePpm, string[] Skus)
{
    public int Category => Traits.Category;
}

/// <summary>What is sold: products in shops, a few of them popular, and the two that the story tells of.</summary>
internal sealed class DemoCatalogue
{
    private readonly MarketWords _words;
    private readonly DemoProduct[] _products;
    private readonly int _perCategory;

    /// <summary>Mean of all prices, in minor units.</summary>
    public double Price { get; }
    public DemoProduct Returned => _products[2 * _words.Categories.Length];
    public DemoProduct Rising => _products[^1];
    public IReadOnlyList<DemoProduct> All => _products;

    public DemoCatalogue(MarketWords words, MarketRules market, int products, int seed)
    {
        _words = words;
        _perCategory = Math.Max(4, products / words.Categories.Length);
        _products = new DemoProduct[_perCategory * words.Categories.Length];
        var shops = Math.Max(6, _products.Length / 5);
        for (var i = 0; i < _products.Length; i++)
        {
            var chance = Chance.Of(seed, words.Number, 1, i);
            var category = words.Categories[i % words.Categories.Length];
            var level = chance.Next();
            var whole = (long)(category.PriceLow * Math.Pow((double)category.PriceHigh / category.PriceLow, level)) * market.MinorPerMajor;
            var price = Math.Max(1, (whole + words.PriceEnd.Step - 1) / words.PriceEnd.Step) * words.PriceEnd.Step - words.PriceEnd.Less;
            var shop = chance.Popular(shops);
            var skus = Enumerable.Range(0, chance.Between(1, 4)).Select(s => Number("1998", s + i * 10L)).ToArray();
            var rate = chance.Between(5, 20) * 10_000L;
            // The story's bad batch is of a decent product, else it would be no news.
            var quality = i == 2 * words.Categories.Length ? 0.6 : ProductTraits.DrawQuality(ref chance);
            var traits = new ProductTraits(i % words.Categories.Length, level, quality, rate / 1_000_000.0, chance.Between(0.25, 0.9));
            // What is better is dearer to make.
            var cost = (long)(price * (0.28 + 0.25 * quality + chance.Between(0, 0.12)));
            _products[i] = new DemoProduct(i, Number("1999", i), DemoNames.Product(words, category, i / words.Categories.Length), traits,
                Number("7499", shop), DemoNames.Shop(words, shop), price, cost, rate, skus);
        }
        Price = _products.Average(p => p.PriceMinor);
    }

    /// <summary>A product of the category, popular ones oftener; never the two of the story, which are sold by their own rule.</summary>
    public DemoProduct Draw(int category, ref Chance chance)
    {
        var product = _products[chance.Popular(_perCategory) * _words.Categories.Length + category];
        return product == Rising || product == Returned ? _products[category] : product;
    }

    /// <summary>The category's product of this popularity, 0 the most popular.</summary>
    public DemoProduct Of(int category, int place) => _products[Math.Min(place, _perCategory - 1) * _words.Categories.Length + category];

    public IEnumerable<ProductDraft> Drafts(DemoCalendar calendar, MarketRules market)
    {
        foreach (var p in _products)
        {
            var category = _words.Categories[p.Category];
            var listed = p == Rising ? calendar.Listing : calendar.Days.From.AddDays(-20 - p.Number % 300);
            yield return new ProductDraft
            {
                ProductNo = p.No,
                Name = p.Name,
                CategoryPath = category.Path,
                CategoryName = category.Path[(category.Path.IndexOf('/', StringComparison.Ordinal) + 1)..],
                ShopNo = p.ShopNo,
                ShopName = p.ShopName,
                Status = "active",
                PriceMinor = Figure.Exact(p.PriceMinor),
                CommissionRatePpm = p.RatePpm,
                ListedAt = market.Instant(listed.ToDateTime(new TimeOnly(9, 0))),
            };
        }
    }

    /// <summary>Numbers as long as a marketplace's, in a range of their own.</summary>
    private string Number(string start, long number) => string.Create(CultureInfo.InvariantCulture, $"{start}{_words.Number}{number:D14}");
}
