using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Metrics;

/// <summary>The dictionary as a list, in the reader's language.</summary>
public static class ShowDictionary
{
    /// <summary>What to look for; null looks for everything.</summary>
    public sealed record Request(string? Q = null, string? Family = null, string? Unit = null, bool? Estimated = null);

    /// <summary>One metric. Unit, direction and families are codes; <c>measures</c> is the formula in codes.</summary>
    public sealed record Line(
        string Code, string Name, string Text, string Formula, string Measures, string Unit, string Direction, bool Estimated, string Source,
        IReadOnlyList<string> Families, IReadOnlyList<string> Variants);

    public static IReadOnlyList<Line> Get([AsParameters] Request request, Viewer viewer, Texts texts) => Handle(request, texts, viewer.Language);

    public static IReadOnlyList<Line> Handle(Request request, Texts texts, string language) =>
        [.. Find(request, texts, language).Select(metric => Of(metric, texts, language))];

    internal static IEnumerable<Metric> Find(Request request, Texts texts, string language) => MetricDictionary.All.Where(metric =>
        (request.Family is not { } family || metric.Families.Any(f => Is(f, family)))
        && (request.Unit is not { } unit || Is(metric.Unit, unit))
        && (request.Estimated is not { } estimated || metric.IsEstimate == estimated)
        && (request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Says(metric, word, texts, language)));

    private static bool Says(Metric metric, string word, Texts texts, string language) =>
        new[] { metric.Code, MetricWords.Label(texts, language, metric.Code), MetricWords.Formula(texts, language, metric), MetricWords.Text(texts, language, metric.Code) }
            .Any(said => said.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Line Of(Metric metric, Texts texts, string language) => new(
        metric.Code, MetricWords.Label(texts, language, metric.Code), MetricWords.Text(texts, language, metric.Code),
        MetricWords.Formula(texts, language, metric), metric.Formula, Code(metric.Unit), Code(metric.Direction), metric.IsEstimate,
        MetricWords.SourceOf(texts, language, metric), [.. metric.Families.Select(Code)], [.. MetricDictionary.VariantsOf(metric).Select(m => m.Code)]);

    private static bool Is(Enum value, string code) => string.Equals(value.ToString(), code, StringComparison.OrdinalIgnoreCase);
    private static string Code(Family family) => family.ToString().ToLowerInvariant();
    private static string Code(Unit unit) => unit.ToString().ToLowerInvariant();
    private static string Code(Direction direction) => direction.ToString().ToLowerInvariant();
}
