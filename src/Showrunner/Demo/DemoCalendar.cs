using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;
using Showrunner.Platform;

namespace Showrunner.Demo;

/// <summary>How much is bought on each day of the demo: growth, week, wages, double days and a little chance.</summary>
internal sealed class DemoCalendar
{
    // Prices are lower on the day: this many more lines are four times the GMV.
    public const double PromotionFactor = 4.6;
    private readonly bool _isQuiet;
    private readonly double[] _weights;
    private readonly double[] _upTo;

    public DayRange Days { get; }
    public DateOnly Promotion { get; }
    /// <summary>The day on which a bad batch of one product began to be sold.</summary>
    public DateOnly BadBatch => Days.To.AddDays(-55);
    /// <summary>The day on which the product that takes off was listed.</summary>
    public DateOnly Listing => Days.To.AddDays(-34);

    public DemoCalendar(MarketWords words, DateOnly end, int days, int seed, bool isQuiet = false)
    {
        _isQuiet = isQuiet;
        Days = new DayRange(end.AddDays(1 - days), end);
        Promotion = PromotionOf(end);
        var chance = Chance.Of(seed, words.Number, 0, 1);
        _weights = new double[days];
        _upTo = new double[days + 1];
        for (var i = 0; i < days; i++)
        {
            var day = Days.From.AddDays(i);
            var noise = chance.LogNormal(0.05);
            _weights[i] = Season.Growth(i) * words.Season.Of(day) * Event(day) * noise;
            _upTo[i + 1] = _upTo[i] + _weights[i];
        }
    }

    public int Count => _weights.Length;
    public double Weight(int day) => _weights[day];
    /// <summary>All weights from a day to the end.</summary>
    public double From(int day) => _upTo[^1] - _upTo[day];
    /// <summary>All weights of these days, both included; none when they end before they begin.</summary>
    public double Between(int from, int to) => to < from ? 0 : _upTo[to + 1] - _upTo[from];
    public int IndexOf(DateOnly day) => day.DayNumber - Days.From.DayNumber;

    public bool IsPromotion(DateOnly day) => day == Promotion && !_isQuiet;

    private double Event(DateOnly day) => _isQuiet ? 1 : day == Promotion ? PromotionFactor : Season.IsDoubleDay(day) ? Season.DoubleDayFactor : 1;

    /// <summary>The latest double day (9.9, 10.10, 11.11) one to four weeks before the end; else the last Wednesday at least twelve days before it.</summary>
    internal static DateOnly PromotionOf(DateOnly end)
    {
        for (var back = 7; back < 28; back++)
            if (end.AddDays(-back) is var day && day.Day == day.Month) return day;
        var wednesday = end.AddDays(-12);
        while (wednesday.DayOfWeek != DayOfWeek.Wednesday) wednesday = wednesday.AddDays(-1);
        return wednesday;
    }
}
