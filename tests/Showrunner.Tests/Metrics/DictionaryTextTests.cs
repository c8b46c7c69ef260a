using System.Text.RegularExpressions;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;
using Showrunner.Tests.Web;

namespace Showrunner.Tests.Metrics;

public sealed partial class DictionaryTextTests
{
    private static readonly Texts All = new();
    private static IEnumerable<string> Measures =>
        MetricDictionary.All.SelectMany(m => new[] { m.Numerator, m.Denominator }).OfType<string>().Distinct().Where(code => MetricDictionary.Find(code) is null);

    [Fact]
    public void Everything_the_dictionary_knows_is_said_in_every_language()
    {
        var keys = MetricDictionary.All.SelectMany(m => new[] { "metric." + m.Code, $"metric.{m.Code}.text", MetricWords.SourceKey(m.Source) })
            .Concat(Measures.Select(code => "measure." + code))
            .Concat(Dimension.All.SelectMany(d => new[] { "dimension." + d.Code, $"dimension.{d.Code}.many" }))
            .Concat(Channel.All.Select(code => "channel." + code))
            .Concat(LineStatus.All.Select(code => "status." + code))
            .Concat(new[] { Known.Exact, Known.Range, Known.NotShared }.SelectMany(code => new[] { "known." + code, $"known.{code}.text" }))
            .Concat(Enum.GetNames<Family>().SelectMany(f => new[] { "family." + f, $"family.{f}.name", $"family.{f}.text" }))
            .Concat(Enum.GetNames<Unit>().SelectMany(u => new[] { "unit." + u, "metrics.unit." + u }))
            .Concat(Enum.GetNames<Direction>().Select(d => "direction." + d))
            .Concat(new[] { "day", "week", "month", "none" }.Select(g => "grain." + g))
            .Concat(new[] { "previous", "year", "none" }.Select(c => "compare." + c));
        Assert.Empty(from key in keys from language in Texts.Languages where string.IsNullOrWhiteSpace(All.Raw(language, key)) select $"{key} ({language})");
    }

    [Fact]
    public void No_text_is_left_over_from_a_metric_that_is_gone()
    {
        var known = MetricDictionary.All.SelectMany(m => new[] { "metric." + m.Code, $"metric.{m.Code}.text", $"metric.{m.Code}.when" }).Concat(Measures.Select(m => "measure." + m));
        Assert.Empty(All.Keys.Where(key => key.StartsWith("metric.", StringComparison.Ordinal) || key.StartsWith("measure.", StringComparison.Ordinal)).Except(known));
    }

    [Theory]
    [InlineData("en"), InlineData("id"), InlineData("de")]
    public void Labels_are_short_and_name_one_figure_each(string language)
    {
        var labels = MetricDictionary.All.Select(m => MetricWords.Label(All, language, m.Code)).Concat(Measures.Select(code => MetricWords.MeasureLabel(All, language, code))).ToList();
        Assert.Empty(labels.GroupBy(l => l, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.DoesNotContain(labels, label => label.Length > 32);
    }

    [Theory]
    [InlineData("en"), InlineData("id"), InlineData("de")]
    public void A_definition_is_a_sentence_of_its_own(string language)
    {
        var texts = MetricDictionary.All.Select(m => (m.Code, Label: MetricWords.Label(All, language, m.Code), Text: MetricWords.Text(All, language, m.Code))).ToList();
        Assert.DoesNotContain(texts, t => t.Text.Length <= t.Label.Length || !t.Text.EndsWith('.') || !char.IsUpper(t.Text[0]));
        Assert.Equal(texts.Count, texts.Select(t => t.Text).Distinct().Count());
    }

    [Fact]
    public void German_and_Indonesian_are_not_English_left_standing()
    {
        var texts = All.Keys.Where(key => key.StartsWith("metric.", StringComparison.Ordinal) && (key.EndsWith(".text", StringComparison.Ordinal) || key.EndsWith(".when", StringComparison.Ordinal)));
        Assert.DoesNotContain(texts, key => Texts.Languages.Select(language => All.Raw(language, key)).Distinct().Count() < Texts.Languages.Count);
    }

    [Fact]
    public void Where_there_are_two_definitions_each_says_when_to_use_it() => Assert.All(MetricDictionary.All, metric =>
        Assert.Equal(MetricDictionary.VariantsOf(metric).Any(), All.Has($"metric.{metric.Code}.when")));

    [Fact]
    public void Every_refusal_of_a_query_is_a_sentence_that_uses_what_it_is_given()
    {
        var thrown = (from file in SourceFiles.Of("*.cs").Where(f => f.Contains("/Metrics/", StringComparison.Ordinal))
                      from Match match in Thrown().Matches(File.ReadAllText(file))
                      select (Code: match.Groups[1].Value, Arguments: match.Groups[2].Value)).Distinct().ToList();
        Assert.True(thrown.Count >= 11);
        Assert.All(thrown, refusal =>
        {
            Assert.True(All.Has("refused." + refusal.Code), refusal.Code);
            Assert.Equal(refusal.Arguments.Length > 0, TextForm.Placeholders(All.Raw("en", "refused." + refusal.Code)!).Any());
        });
    }

    [Theory]
    [InlineData("refund_rate", "en", "Refunds ÷ GMV")]
    [InlineData("video_gpm", "en", "Video sales ÷ Video views × 1,000")]
    [InlineData("video_gpm", "de", "Video-Umsatz ÷ Videoaufrufe × 1.000")]
    [InlineData("live_ctr", "id", "Klik produk di LIVE ÷ Penayangan LIVE")]
    [InlineData("live_hours", "en", "LIVE seconds ÷ 3,600")]
    [InlineData("customers", "en", "Different ones counted")]
    [InlineData("order_lines", "en", "Rows counted")]
    [InlineData("gmv", "de", "Summe")]
    public void A_formula_is_said_in_words(string code, string language, string words) =>
        Assert.Equal(words, MetricWords.Formula(All, language, MetricDictionary.Find(code)!));

    [Theory]
    [InlineData("refund", "en", "refund_rate")]
    [InlineData("Ø Bestellwert", "de", "aov")]
    [InlineData("komisi iklan", "id", "est_ads_commission")]
    public void Finds_a_figure_by_any_word_of_its_language(string search, string language, string code)
    {
        var found = ShowDictionary.Handle(new(search), All, language);
        Assert.Contains(found, line => line.Code == code);
        Assert.InRange(found.Count, 1, MetricDictionary.All.Count / 2);
    }

    [Fact]
    public void Filters_by_data_unit_and_settlement()
    {
        Assert.All(ShowDictionary.Handle(new(Family: "content", Unit: "rate"), All, "en"), line => Assert.Equal(("rate", true), (line.Unit, line.Families.Contains("content"))));
        Assert.Equal(MetricDictionary.All.Where(m => m.IsEstimate).Select(m => m.Code), ShowDictionary.Handle(new(Estimated: true), All, "en").Select(l => l.Code));
        Assert.Empty(ShowDictionary.Handle(new(Unit: "parsecs"), All, "en"));
    }

    [GeneratedRegex("""new Refused\("(\w+)"(?:, ([^;]+))?\)""")] private static partial Regex Thrown();
}
