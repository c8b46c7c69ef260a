using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>Costs, stock, prices and ratings. A cost without a day of its own begins with the file's period; the rest is of the period's last day, or of today.</summary>
internal sealed class GoodsReader : FactReader
{
    private const long MostStars = 5_000_000;
    private readonly int _productNo, _name, _sku, _shop, _cost, _validFrom, _stock, _day, _price, _rating, _currency;
    private readonly DateOnly _usualDay;
    private readonly Dictionary<(string Product, string Sku, string Measure, DateOnly Day), long> _said = [];

    public GoodsReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
        : base(source, recognition, market, options)
    {
        (_productNo, _name, _sku, _shop) = (Column(GoodsList.ProductNo), Column(GoodsList.Name), Column(GoodsList.SkuNo), Column(GoodsList.ShopName));
        (_cost, _validFrom, _stock, _day) = (Column(GoodsList.Cost), Column(GoodsList.ValidFrom), Column(GoodsList.Stock), Column(GoodsList.Day));
        (_price, _rating, _currency) = (Column(GoodsList.Price), Column(GoodsList.Rating), Column(GoodsList.Currency));
        _usualDay = KnownPeriod?.To ?? market.DayOf(options.Now);
        // Since when a cost is true must be told: a guess would change the margins of the past.
        if (_cost >= 0 && _validFrom < 0 && KnownPeriod is null) throw new Refused("cost_day_needed", recognition.FileName);
    }

    public GoodsDraft Current { get; } = new();

    protected override bool IsFigure(string? field) => field is not (null or GoodsList.Name or GoodsList.ShopName or GoodsList.Currency);

    protected override void Fill()
    {
        var d = Current;
        if (!Id(_productNo, out d.ProductNo, needed: true) || (_sku >= 0 && !Id(_sku, out d.SkuNo)) || !CurrencyFits(_currency)) return;
        (d.ProductName, d.ShopName) = (_name < 0 ? "" : Text(_name), _shop < 0 ? "" : Text(_shop));
        if (!Money(_cost, out d.CostMinor) || !Count(_stock, out d.Stock) || !Money(_price, out d.PriceMinor) || !Stars(out d.RatingPpm)) return;
        if (d is { CostMinor: null, Stock: null, PriceMinor: null, RatingPpm: null })
        {
            Fail("goods_nothing_said", _cost >= 0 ? _cost : _stock >= 0 ? _stock : _rating, "");
            return;
        }
        if (d.CostMinor < 0) { Fail("number_negative", _cost, Cell(_cost)); return; }
        if (d.PriceMinor < 0) { Fail("number_negative", _price, Cell(_price)); return; }
        if (!Days()) return;
        _ = SaidOnce(GoodsMeasure.Cost, d.CostFrom, ref d.CostMinor, _cost) && SaidOnce(GoodsMeasure.Stock, d.Day, ref d.Stock, _stock)
            && SaidOnce(GoodsMeasure.Price, d.Day, ref d.PriceMinor, _price) && SaidOnce(GoodsMeasure.Rating, d.Day, ref d.RatingPpm, _rating);
    }

    private bool Days()
    {
        if (!Moment(_validFrom, out var from, out var costFrom, mayLieAhead: true) || !Moment(_day, out var at, out var day)) return false;
        if (from is null && Current.CostMinor is not null && KnownPeriod is null) return Fail("value_missing", _validFrom, "");
        (Current.CostFrom, Current.Day) = (from is null ? KnownPeriod?.From ?? _usualDay : costFrom, at is null ? _usualDay : day);
        return true;
    }

    private bool Stars(out long? ppm)
    {
        ppm = null;
        if (!TryNumber(_rating, threeAreThousands: false, out var number)) return false;
        if (number is not { } found) return true;
        if (!found.TryScale(6, out var value) || value is < 0 or > MostStars) return Fail("rating_not_of_five", _rating, Cell(_rating));
        ppm = value;
        return true;
    }

    /// <summary>Several SKUs or costs of a product repeat what is true of all of it; two different figures of one day are a mistake.</summary>
    private bool SaidOnce(string measure, DateOnly day, ref long? value, int column)
    {
        if (value is not { } now || _said.TryAdd((Current.ProductNo, Current.SkuNo, measure, day), now)) return true;
        if (_said[(Current.ProductNo, Current.SkuNo, measure, day)] != now) return Fail("said_otherwise", column, Cell(column));
        value = null;
        return true;
    }
}
