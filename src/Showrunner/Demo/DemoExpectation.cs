using Showrunner.Engine.Simulation;

namespace Showrunner.Demo;

/// <summary>What the probabilities say will be sold: of every product, and in every planted event with it and without it. In order lines, before chance.</summary>
internal sealed class DemoExpectation
{
    private const double ByShelf = 1 - DemoEvents.PassersBy - DemoEvents.ReturnedShare;
    private readonly DemoCatalogue _catalogue;
    private readonly DemoCalendar _calendar;
    private readonly double _linesPerWeight;
    private readonly int _categories;
    private readonly double[] _curves;
    private readonly ILookup<int, int> _ofProduct;
    private readonly IReadOnlyList<DemoEvent> _events;

    private double[] Products { get; }
    public double[] Without { get; }
    public double[] With { get; }

    public DemoExpectation(DemoCatalogue catalogue, DemoCalendar calendar, IReadOnlyList<DemoEvent> events, int categories, double linesPerWeight)
    {
        (_catalogue, _calendar, _events, _categories, _linesPerWeight) = (catalogue, calendar, events, categories, linesPerWeight);
        (Products, Without, With) = (new double[catalogue.All.Count], new double[events.Count], new double[events.Count]);
        _ofProduct = Enumerable.Range(0, events.Count).Where(i => events[i].Product is not null).ToLookup(i => events[i].Product!.Number);
        _curves = [.. events.Select(e => Enumerable.Range(e.From, e.Days).Sum(day => calendar.Weight(day) * Curve(e, day)))];
    }

    /// <summary>A product's lines on each day, days without stock included as if there were some.</summary>
    public double[] Daily(DemoProduct product)
    {
        var listed = product == _catalogue.Rising ? _calendar.IndexOf(_calendar.Listing) : (int?)null;
        return [.. Enumerable.Range(0, _calendar.Count).Select(day => Products[product.Number] * _calendar.Weight(day) * _linesPerWeight * (listed is { } from ? Course.Rise(day - from, 22, 2.5) : 1))];
    }

    public void Count(DemoCreator creator)
    {
        for (var i = 0; i < _events.Count; i++)
        {
            var e = _events[i];
            if (creator.FirstDay > e.To || (e.Rank is { } rank && rank != creator.Rank)) continue;
            var days = creator.Weight * _linesPerWeight * _calendar.Between(Math.Max(e.From, creator.FirstDay), e.To);
            var curve = creator.Weight * _linesPerWeight * _curves[i];
            if (e.Kind is DemoEvent.Promotion or DemoEvent.CampaignDay) Add(i, days / e.Size, days);
            else if (e.Kind == DemoEvent.CategoryDay) Add(i, days * creator.Mix[2] * CategoryShare(creator, e.Category!.Value), curve * creator.Liking(e.Category.Value), onTop: true);
            else if (e.Kind == DemoEvent.TakeOff) Add(i, 0, curve * creator.Liking(e.Product!.Category));
            else if (e.Kind == DemoEvent.Viral) With[i] += curve * creator.Liking(e.Product!.Category);
            else if (e.Kind == DemoEvent.CouponLeak) Add(i, days * creator.Mix[3], days * e.Size);
            else if (e.Kind is DemoEvent.Decline or DemoEvent.Violation) Add(i, days, curve);
            else if (e.Product == _catalogue.Returned) Add(i, days * DemoEvents.ReturnedShare * creator.Liking(e.Product.Category), 0, onTop: true);
        }
        Products[_catalogue.Returned.Number] += creator.Weight * DemoEvents.ReturnedShare * creator.Liking(_catalogue.Returned.Category);
        Products[_catalogue.Rising.Number] += creator.Weight * DemoEvents.RisingShare * creator.Liking(_catalogue.Rising.Category);
        for (var i = 0; i < creator.Shelf.Sold.Length; i++) CountProduct(creator, creator.Shelf.Sold[i].Product, creator.Weight * creator.Shelf.Share(i) * ByShelf);
    }

    private void CountProduct(DemoCreator creator, DemoProduct product, double weight)
    {
        Products[product.Number] += weight;
        foreach (var i in _ofProduct[product.Number])
        {
            var lines = weight * _linesPerWeight * _calendar.Between(Math.Max(_events[i].From, creator.FirstDay), _events[i].To);
            Add(i, lines, _events[i].Kind == DemoEvent.StockOut ? 0 : lines);
        }
    }

    private void Add(int i, double without, double with, bool onTop = false)
    {
        Without[i] += without;
        With[i] += onTop ? without + with : with;
    }

    private double CategoryShare(DemoCreator creator, int category)
    {
        var share = DemoEvents.PassersBy / _categories;
        for (var i = 0; i < creator.Shelf.Sold.Length; i++)
            if (creator.Shelf.Sold[i].Product.Category == category) share += creator.Shelf.Share(i) * ByShelf;
        return share;
    }

    /// <summary>How strong an event is on a day, against the day's usual weight.</summary>
    private static double Curve(DemoEvent e, int day) => e.Kind switch
    {
        DemoEvent.Viral => e.Size * Course.Wave(day - e.From, e.Days),
        DemoEvent.CategoryDay => e.Size,
        DemoEvent.TakeOff => e.Size * Course.Rise(day - e.From, 22, 2.5),
        DemoEvent.Violation => 0,
        DemoEvent.Decline when e.Rank == DemoCreator.AtRiskRank => 0.5 - 0.4 * (day - e.From) / 27,
        DemoEvent.Decline => Course.Fall(day - e.From, DemoEvents.DeclineDays, e.Size),
        _ => 1,
    };
}
