using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>Products, with totals when the file has any and their period is known.</summary>
internal sealed class ProductReader : FactReader
{
    private readonly (string, int, FigureUnit)[] _measures;
    private readonly int _productNo, _name, _category, _categoryName, _shopNo, _shopName, _status, _description, _price, _rate, _listedAt;

    public ProductReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
        : base(source, recognition, market, options)
    {
        (_productNo, _name, _category) = (Column(TotalField.ProductNo), Column(TotalField.ProductName), Column(TotalField.Category));
        (_categoryName, _shopNo, _shopName) = (Column(TotalField.CategoryName), Column(TotalField.ShopNo), Column(TotalField.ShopName));
        (_status, _description, _price) = (Column(TotalField.Status), Column(TotalField.Description), Column(TotalField.Price));
        (_rate, _listedAt) = (Column(TotalField.CommissionRate), Column(TotalField.ListedAt));
        _measures = Measures();
        if (_measures.Length == 0) return;
        Current.Window = recognition.Shape!.Window;
        if (Current.Window == StatWindow.Period) (Current.From, Current.To) = Period();
        else if (KnownPeriod is { } known) (Current.From, Current.To) = (known.To.AddDays(-27), known.To);
        else
        {
            // A catalogue is worth having without its 28-day figures; nobody knows which 28 days those are.
            Current.Window = "";
            _measures = [];
            TotalsLeftOut = true;
        }
    }

    public ProductDraft Current { get; } = new();

    /// <summary>True when the file's totals are not read because nothing says which days they cover.</summary>
    public bool TotalsLeftOut { get; }

    protected override bool IsFigure(string? field) => field is TotalField.Price or TotalField.ProductNo || (field is not null && !TotalField.Words.Contains(field));

    protected override void Fill()
    {
        if (!Id(_productNo, out Current.ProductNo, needed: true) || !Id(_shopNo, out Current.ShopNo)) return;
        Current.Name = Text(_name);
        Current.CategoryPath = Text(_category);
        Current.CategoryName = Text(_categoryName);
        Current.ShopName = Text(_shopName);
        Current.Status = Text(_status);
        Current.Description = Text(_description);
        _ = Figure(_price, FigureUnit.Money, out Current.PriceMinor) && Rate(_rate, out Current.CommissionRatePpm)
            && Moment(_listedAt, out Current.ListedAt, out _) && FillTotals(_measures, Current.Totals);
    }
}
