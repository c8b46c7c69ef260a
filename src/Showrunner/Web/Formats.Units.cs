namespace Showrunner.Web;

/// <summary>Figures whose unit is known only when the page runs, as in boards and the explorer.</summary>
public sealed partial class Formats
{
    public string Full(decimal? value, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => Money(value, of),
        FigureUnit.Rate => Rate((double?)value),
        FigureUnit.Count => Count(value),
        FigureUnit.Number => Number(value),
        _ => Lasting(value, unit),
    };

    public string Short(decimal? value, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => MoneyShort(value, of),
        FigureUnit.Rate => Rate((double?)value),
        FigureUnit.Count => CountShort(value),
        FigureUnit.Days or FigureUnit.Hours or FigureUnit.Seconds => Lasting(value, unit),
        _ => value is { } n ? Signed(n, size => Compact(size, Nbsp)) : Unknown,
    };

    public Change Difference(decimal? now, decimal? before, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => MoneyChange(now, before, of),
        FigureUnit.Rate => RateChange((double?)now, (double?)before),
        FigureUnit.Count => CountChange(now, before),
        _ => now is { } a && before is { } b && b > 0
            ? new Change(a == b ? NoChange : (a > b ? "+" : Minus) + Full(Math.Abs(a - b), unit), a == b ? "" : SignedRate((double)((a - b) / b)), Math.Sign(a - b))
            : Change.None,
    };

    /// <summary>"12 days", "1.5 h"; one decimal below ten.</summary>
    private string Lasting(decimal? value, FigureUnit unit)
    {
        if (value is not { } n) return Unknown;
        var rounded = decimal.Round(n, Math.Abs(n) < 10 ? 1 : 0, MidpointRounding.AwayFromZero);
        return Signed(rounded, size => Number(size, 1) + Nbsp + Unit(unit, size));
    }

    /// <summary>The word behind a number of days, hours or seconds; null where the unit has none.</summary>
    public string? Unit(FigureUnit unit, decimal count = 2) => unit switch
    {
        FigureUnit.Days => texts.Say(language, "number.days", [count]),
        FigureUnit.Hours => texts.Say(language, "number.hours"),
        FigureUnit.Seconds => texts.Say(language, "number.seconds"),
        _ => null,
    };

    /// <summary>The number a chart draws: major units, percent points, or the value itself.</summary>
    public decimal? Drawn(decimal? value, FigureUnit unit, MarketOption? of = null) => unit switch
    {
        FigureUnit.Money => (of ?? market) is { } place ? value / Scale(place) : value,
        FigureUnit.Rate => value * 100,
        _ => value,
    };
}
