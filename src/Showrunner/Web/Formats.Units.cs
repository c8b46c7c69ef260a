namespace Showrunner.Web;

/// <summary>Figures whose unit is known only when the page runs, as in boards and the explorer.</summary>
public sealed partial class Formats
{
    public string Full(decimal? value, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => Money(value, of),
        FigureUnit.Rate => Rate((double?)value),
        FigureUnit.Count => Count(value),
        _ => Number(value),
    };

    public string Short(decimal? value, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => MoneyShort(value, of),
        FigureUnit.Rate => Rate((double?)value),
        FigureUnit.Count => CountShort(value),
        _ => value is { } n ? Signed(n, size => Compact(size, Nbsp)) : Unknown,
    };

    public Change Difference(decimal? now, decimal? before, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => MoneyChange(now, before, of),
        FigureUnit.Rate => RateChange((double?)now, (double?)before),
        FigureUnit.Count => CountChange(now, before),
        _ => now is { } a && before is { } b && b > 0
            ? new Change(a == b ? NoChange : (a > b ? "+" : Minus) + Number(Math.Abs(a - b)), a == b ? "" : SignedRate((double)((a - b) / b)), Math.Sign(a - b))
            : Change.None,
    };

    /// <summary>The number a chart draws: major units, percent points, or the value itself.</summary>
    public decimal? Drawn(decimal? value, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => (of ?? market) is { } place ? value / Scale(place) : value,
        FigureUnit.Rate => value * 100,
        _ => value,
    };
}
