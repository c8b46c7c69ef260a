using Showrunner.Metrics;
using Showrunner.Web;

namespace Showrunner.Insights;

/// <summary>How the dictionary's units and directions are shown on a page.</summary>
public static class Units
{
    public static FigureUnit Of(Metric metric) => metric.Unit switch
    {
        Unit.Money => FigureUnit.Money,
        Unit.Rate => FigureUnit.Rate,
        Unit.Count when !metric.IsRatio => FigureUnit.Count,
        Unit.Days => FigureUnit.Days,
        Unit.Hours => FigureUnit.Hours,
        Unit.Seconds => FigureUnit.Seconds,
        _ => FigureUnit.Number,
    };

    public static bool? UpIsGood(Metric metric) => metric.Direction switch { Direction.Up => true, Direction.Down => false, _ => null };
}
