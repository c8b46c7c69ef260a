using System.Net;
using System.Text.RegularExpressions;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;
using Showrunner.Tests.Web;

namespace Showrunner.Tests.Metrics;

public sealed partial class DictionaryPageTests
{
    [Theory]
    [InlineData("en"), InlineData("id"), InlineData("de")]
    public async Task The_dictionary_lists_every_figure_in_the_viewers_language(string language)
    {
        await using var host = await WebHost.Start();
        var (page, texts) = (await host.Page("/metrics", language), new Texts());
        Assert.All(MetricDictionary.All, metric =>
        {
            Assert.Contains($"<code>{metric.Code}</code>", page, StringComparison.Ordinal);
            Assert.Contains(texts.Say(language, "metric." + metric.Code), page, StringComparison.Ordinal);
        });
        Assert.DoesNotMatch(Key(), Tags().Replace(page, " "));
    }

    [Fact]
    public async Task A_search_narrows_the_list_and_says_so()
    {
        await using var host = await WebHost.Start();
        var page = await host.Page("/metrics?q=refund&unit=Rate");
        Assert.Contains("<code>refund_rate</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>gmv_live</code>", page, StringComparison.Ordinal);
        Assert.Contains("No figure matches", await host.Page("/metrics?q=nosuchword"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_definition_has_its_page()
    {
        await using var host = await WebHost.Start();
        foreach (var metric in MetricDictionary.All)
        {
            var page = await host.Page("/metrics/" + metric.Code, "de");
            Assert.DoesNotMatch(Key(), Tags().Replace(page, " "));
            Assert.All(MetricDictionary.VariantsOf(metric), variant => Assert.Contains($"href=\"/metrics/{variant.Code}\"", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Two_definitions_stand_side_by_side_with_when_to_use_which()
    {
        await using var host = await WebHost.Start();
        var page = await host.Page("/metrics/price_per_item");
        Assert.Contains("GMV ÷ Orders", page, StringComparison.Ordinal);
        Assert.Contains("GMV ÷ Items sold", page, StringComparison.Ordinal);
        Assert.Contains("For prices and discounts of products.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("<b>x")]
    public async Task A_figure_that_is_not_there_is_a_404(string code)
    {
        await using var host = await WebHost.Start("Production");
        using var answer = await host.Get("/metrics/" + Uri.EscapeDataString(code));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("This page is not here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<code>[^<]*</code>|<[^>]*>")] private static partial Regex Tags();
    [GeneratedRegex(@"\b(metric|metrics|measure|dimension|family|unit|direction|source|formula)\.[a-zA-Z]\w*")] private static partial Regex Key();
}
