using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;

namespace Showrunner.Demo;

/// <summary>What is planted in a country's market: the story of its page, and one to four more of every kind, on other days and others' account.</summary>
internal sealed class DemoEvents
{
    /// <summary>Of all picks: those of the product that takes off when it is at its height, of the one with the story's bad batch, and of just anything.</summary>
    public const double RisingShare = 0.08, ReturnedShare = 0.03, PassersBy = 0.05;
    /// <summary>However much a creator's people like a category: an extra of the market is at most so many times their usual.</summary>
    public const double MostLiking = 3;
    public const int DeclineDays = 28;
    private const double BadBatchReturns = 0.26;
    private readonly DemoCalendar _calendar;
    private readonly List<DemoEvent> _all = [];
    private readonly Dictionary<int, DemoEvent> _out, _bad, _ofCreator;
    private readonly List<DemoEvent>?[] _extra;

    public IReadOnlyList<DemoEvent> All => _all;

    public DemoEvents(MarketWords words, DemoCatalogue catalogue, DemoCalendar calendar, int creators, int seed, bool isQuiet = false)
    {
        _calendar = calendar;
        var last = calendar.Count - 1;
        if (!isQuiet) TellStory(catalogue, last);
        if (!isQuiet) PlantMore(words, catalogue, Math.Clamp((int)Math.Log10(creators) - 1, 1, 4), last, Chance.Of(seed, words.Number, 3, 0));
        _out = _all.Where(e => e.Kind == DemoEvent.StockOut).ToDictionary(e => e.Product!.Number);
        _bad = _all.Where(e => e.Kind == DemoEvent.BadBatch).ToDictionary(e => e.Product!.Number);
        _ofCreator = _all.Where(e => e.Rank is not null).ToDictionary(e => e.Rank!.Value);
        _extra = new List<DemoEvent>?[calendar.Count];
        foreach (var e in _all.Where(e => e.Kind is DemoEvent.Viral or DemoEvent.CategoryDay))
            for (var day = e.From; day <= e.To; day++) (_extra[day] ??= []).Add(e);
    }

    public bool IsOut(DemoProduct product, int day) => _out.TryGetValue(product.Number, out var e) && e.On(day);

    /// <summary>Share of a bad batch that comes back; null for what is sold as usual.</summary>
    public double? ReturnsOf(DemoProduct product, int day) => _bad.TryGetValue(product.Number, out var e) && e.On(day) ? e.Size : null;

    /// <summary>What is planted on a creator, when anything is.</summary>
    public DemoEvent? Of(int rank) => _ofCreator.GetValueOrDefault(rank);

    /// <summary>What is sold on top of the usual on this day.</summary>
    public IReadOnlyList<DemoEvent> ExtraOn(int day) => _extra[day] ?? [];

    private void TellStory(DemoCatalogue catalogue, int last)
    {
        var promotion = _calendar.IndexOf(_calendar.Promotion);
        _all.Add(new(DemoEvent.Promotion, promotion, promotion, DemoCalendar.PromotionFactor));
        for (var day = 0; day <= last; day++)
            if (day != promotion && Season.IsDoubleDay(_calendar.Days.From.AddDays(day))) _all.Add(new(DemoEvent.CampaignDay, day, day, Season.DoubleDayFactor));
        _all.Add(new(DemoEvent.Decline, Math.Max(0, last - 27), last, 1.0 / 3) { Rank = DemoCreator.AtRiskRank });
        _all.Add(new(DemoEvent.BadBatch, Math.Max(0, _calendar.IndexOf(_calendar.BadBatch)), last, BadBatchReturns) { Product = catalogue.Returned });
        _all.Add(new(DemoEvent.TakeOff, Math.Max(0, _calendar.IndexOf(_calendar.Listing)), last, RisingShare) { Product = catalogue.Rising });
    }

    private void PlantMore(MarketWords words, DemoCatalogue catalogue, int times, int last, Chance chance)
    {
        HashSet<int> taken = [catalogue.Returned.Number, catalogue.Rising.Number];
        var (rank, category) = (DemoCreator.AtRiskRank + 2, chance.Below(words.Categories.Length));
        for (var i = 0; i < times; i++)
        {
            Plant(DemoEvent.StockOut, chance.Between(5, 9), 0, e => e with { Product = Popular() });
            Plant(DemoEvent.Viral, chance.Between(13, 18), 0.06, e => e with { Product = Popular(), Channel = Channel.Video });
            Plant(DemoEvent.BadBatch, chance.Between(20, 28), BadBatchReturns, e => e with { Product = Popular() });
            Plant(DemoEvent.CategoryDay, 1, 0.35, e => e with { Category = category = (category + 1) % words.Categories.Length, Channel = Channel.ProductCard });
            Plant(DemoEvent.CouponLeak, chance.Between(3, 5), 1.5, e => e with { Rank = Known(), Channel = Channel.Showcase });
            Plant(DemoEvent.Violation, 20, 0, e => e with { Rank = Known(), To = last });
            if (i > 0) Plant(DemoEvent.Decline, 34, 0.25, e => e with { Rank = Known(), To = last });
        }

        // The next big creators and popular products that nothing is planted on yet.
        int Known() => rank++;

        DemoProduct Popular()
        {
            DemoProduct product;
            do product = catalogue.Of(category = (category + 1) % words.Categories.Length, chance.Between(0, 5)); while (!taken.Add(product.Number));
            return product;
        }

        void Plant(string kind, int days, double size, Func<DemoEvent, DemoEvent> of)
        {
            var promotion = _calendar.IndexOf(_calendar.Promotion);
            // After a time in which everything was as usual, and not over the promotion.
            var (earliest, latest) = (last / 3, last - days - 2);
            for (var tries = 0; tries < 50 && earliest <= latest; tries++)
            {
                var from = chance.Between(earliest, latest);
                if (from <= promotion + 1 && promotion <= from + days) continue;
                _all.Add(of(new DemoEvent(kind, from, from + days - 1, size)));
                return;
            }
        }
    }
}
