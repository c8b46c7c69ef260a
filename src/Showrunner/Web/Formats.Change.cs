namespace Showrunner.Web;

public sealed partial class Formats
{
    public Change MoneyChange(decimal? now, decimal? before, MarketOption? of = null) =>
        Differ(now, before, difference => MoneyShort(difference, of));

    public Change CountChange(decimal? now, decimal? before) => Differ(now, before, difference => CountShort(difference));

    /// <summary>Rates differ by percentage points; a percentage of a percentage confuses.</summary>
    public Change RateChange(double? now, double? before)
    {
        if (now is not { } a || before is not { } b) return Change.None;
        var points = decimal.Round((decimal)(a - b) * 100, 1, MidpointRounding.AwayFromZero);
        return points == 0
            ? new Change(NoChange, "", 0)
            : new Change((points > 0 ? "+" : Minus) + Math.Abs(points).ToString("N1", _culture) + Nbsp + texts.Say(language, "number.points"), "", Math.Sign(points));
    }

    private Change Differ(decimal? now, decimal? before, Func<decimal, string> write)
    {
        if (now is not { } a || before is not { } b) return Change.None;
        if (a == b) return new Change(NoChange, "", 0);
        var absolute = a > b ? "+" + write(a - b) : Minus + write(b - a);
        return new Change(absolute, b > 0 ? SignedRate((double)((a - b) / b)) : "", Math.Sign(a - b));
    }

    /// <summary>+12.4% or −3.0%; from tenfold on without decimals.</summary>
    public string SignedRate(double? share)
    {
        if (share is not { } value || !double.IsFinite(value)) return Unknown;
        var rate = Rate(Math.Abs(value), Math.Abs(value) >= 9.995 ? 0 : 1);
        return value > 0 ? "+" + rate : value < 0 ? Minus + rate : NoChange;
    }
}
