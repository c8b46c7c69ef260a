using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Metrics;

/// <summary>The dictionary in words of a language.</summary>
public static class MetricWords
{
    public static string Label(Texts texts, string language, string code) => texts.Say(language, "metric." + code);

    /// <summary>What is counted, what is not, and on which day.</summary>
    public static string Text(Texts texts, string language, string code) => texts.Say(language, $"metric.{code}.text");

    /// <summary>When to take this one of several definitions; null where there is only one.</summary>
    public static string? When(Texts texts, string language, string code) =>
        texts.Has($"metric.{code}.when") ? texts.Say(language, $"metric.{code}.when") : null;

    /// <summary>A measure by the name of its metric, or by its own where it is none.</summary>
    public static string MeasureLabel(Texts texts, string language, string measure) =>
        texts.Say(language, (MetricDictionary.Find(measure) is null ? "measure." : "metric.") + measure);

    /// <summary>"Refunds ÷ GMV"; for a figure that is no ratio, how its rows become one.</summary>
    public static string Formula(Texts texts, string language, Metric metric)
    {
        string Name(string measure) => MeasureLabel(texts, language, measure);
        string Whole(int number) => number.ToString("N0", Texts.Culture(language));
        if (metric.Unit == Unit.Hours) return $"{Name(metric.Numerator)} ÷ {Whole(3600)}";
        if (metric.Denominator is { } under) return $"{Name(metric.Numerator)} ÷ {Name(under)}{(metric.Scale == 1 ? "" : " × " + Whole(metric.Scale))}";
        var sql = MetricDictionary.Measure(metric.Families[0], metric.Numerator).Sql;
        return texts.Say(language, sql.StartsWith("count(DISTINCT", StringComparison.Ordinal) ? "formula.distinct" : sql == "count(*)" ? "formula.rows" : "formula.sum");
    }

    public static string UnitOf(Texts texts, string language, Metric metric) => texts.Say(language, "unit." + metric.Unit);
    public static string DirectionOf(Texts texts, string language, Metric metric) => texts.Say(language, "direction." + metric.Direction);
    public static string SourceOf(Texts texts, string language, Metric metric) => texts.Say(language, SourceKey(metric.Source));

    /// <summary>"Marketplace API: LIVE core stats" is said by <c>source.live_core_stats</c>.</summary>
    public static string SourceKey(string source) => "source." + source[(source.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..].ToLowerInvariant().Replace(' ', '_');

    /// <summary>Codes and names of the other definitions of the same thing.</summary>
    public static IReadOnlyList<(string Code, string Name)> Variants(Texts texts, string language, Metric metric) =>
        [.. MetricDictionary.VariantsOf(metric).Select(m => (m.Code, Label(texts, language, m.Code)))];

    /// <summary>Where an answer came from, for the line below a figure; <paramref name="periods"/> where totals answered.</summary>
    public static string FamilyOf(Texts texts, string language, Family family, string periods = "") =>
        texts.Say(language, "family." + family, periods).Replace("  ", " ", StringComparison.Ordinal);

    /// <summary>Of a metric, or of a figure that a page works out of metrics and explains itself: texts <c>figure.CODE</c>, <c>.text</c>, <c>.formula</c>, <c>.unit</c>.</summary>
    public static Definition? Define(Texts texts, string code, string language) => MetricDictionary.Find(code) is not { } metric
        ? texts.Has($"figure.{code}.formula") ? new(code, texts.Say(language, "figure." + code), texts.Say(language, $"figure.{code}.text"), texts.Say(language, $"figure.{code}.formula"), texts.Say(language, $"figure.{code}.unit")) : null
        : new(
        code, Label(texts, language, code), Text(texts, language, code), Formula(texts, language, metric),
        UnitOf(texts, language, metric), SourceOf(texts, language, metric), Variants(texts, language, metric));
}
