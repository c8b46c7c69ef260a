using System.Text;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;
using Showrunner.Tests.Web;

namespace Showrunner.Tests.Metrics;

public sealed class MetricsDocTests
{
    private const string Start = "<!-- metrics -->\n", End = "<!-- /metrics -->";

    [Fact]
    public void The_docs_say_what_the_dictionary_says()
    {
        var path = Path.GetFullPath(Path.Combine(SourceFiles.Of("Program.cs").First(), "../../../docs/metrics.md"));
        var doc = File.ReadAllText(path);
        var (from, to) = (doc.IndexOf(Start, StringComparison.Ordinal) + Start.Length, doc.IndexOf(End, StringComparison.Ordinal));
        var tables = Tables();
        if (Environment.GetEnvironmentVariable("SHOWRUNNER_WRITE_DOCS") == "1") File.WriteAllText(path, doc[..from] + tables + doc[to..]);
        else Assert.True(doc[from..to] == tables, "docs/metrics.md is behind the dictionary. Write it anew with SHOWRUNNER_WRITE_DOCS=1 and look at the difference.");
    }

    private static string Tables()
    {
        var texts = new Texts();
        var page = new StringBuilder();
        foreach (var family in MetricDictionary.All.GroupBy(m => m.Families[0]))
        {
            page.Append("\n### ").Append(texts.Say("en", $"family.{family.Key}.name"))
                .Append("\n\n| code | name | formula | unit | good | data | definition from | what counts |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var metric in family) page.Append(Row(metric, texts));
        }
        return page.Append('\n').ToString();
    }

    private static string Row(Metric metric, Texts texts) => "| " + string.Join(" | ",
        $"`{metric.Code}`{(metric.IsEstimate ? " \\*" : "")}", MetricWords.Label(texts, "en", metric.Code), MetricWords.Formula(texts, "en", metric),
        texts.Say("en", "metrics.unit." + metric.Unit).ToLowerInvariant(), metric.Direction.ToString().ToLowerInvariant(),
        string.Join(", ", metric.Families).ToLowerInvariant(), MetricWords.SourceOf(texts, "en", metric), MetricWords.Text(texts, "en", metric.Code)) + " |\n";
}
