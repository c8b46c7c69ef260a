using System.Net;
using System.Text.RegularExpressions;

namespace Showrunner.Tests.Web;

public sealed partial class PagesTests
{
    [Theory]
    [InlineData("en", "Creators", "Last 28 days", "Refund rate")]
    [InlineData("id", "Kreator", "28 hari terakhir", "Rasio pengembalian dana")]
    [InlineData("de", "Creator", "Letzte 28 Tage", "Rückerstattungsquote")]
    public async Task The_frame_speaks_the_viewers_language(string language, params string[] words)
    {
        await using var host = await WebHost.Start();
        var page = await host.Page("/gallery", language);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/gallery")]
    [InlineData("/gallery/parts")]
    [InlineData("/gallery/forms")]
    [InlineData("/gallery/sign-in")]
    public async Task No_page_says_a_text_key_or_carries_inline_style_or_script(string path)
    {
        await using var host = await WebHost.Start();
        foreach (var language in Platform.Texts.Languages)
        {
            var page = await host.Page(path, language);
            Assert.DoesNotMatch(InlineStyle(), page);
            Assert.DoesNotMatch(InlineScript(), page);
            Assert.DoesNotMatch(TextKey(), Tags().Replace(page, " "));
        }
    }

    [Fact]
    public async Task Another_market_writes_its_own_money()
    {
        await using var host = await WebHost.Start();
        Assert.Contains("Rp\u00A0", await host.Page("/gallery?market=ID", "id"), StringComparison.Ordinal);
        Assert.Contains("\u00A0Mio.\u00A0€", await host.Page("/gallery?market=DE", "de"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_carries_its_numbers_as_a_table()
    {
        await using var host = await WebHost.Start();
        var page = await host.Page("/gallery?from=2026-11-01&to=2026-11-02&market=DE");
        Assert.Matches("""<td class="num" data-v="\d+(\.\d+)?">€\d""", page);
        Assert.Contains("Sun 1 Nov 2026", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_says_nothing_of_its_inside_and_keeps_its_status()
    {
        await using var host = await WebHost.Start("Production");
        using var answer = await host.Get("/boom", "de");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Etwas ist schiefgegangen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", page, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_viewers_language()
    {
        await using var host = await WebHost.Start("Production");
        using var answer = await host.Get("/no", "id");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("tidak memiliki izin", page, StringComparison.Ordinal);
        // Its links lead back to what was asked for.
        Assert.Contains("href=\"/no?", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "This page is not here")]
    [InlineData("id", "Halaman ini tidak ada")]
    [InlineData("de", "Diese Seite gibt es nicht")]
    public async Task A_missing_page_is_a_page_and_a_404(string language, string sentence)
    {
        await using var host = await WebHost.Start("Production");
        using var answer = await host.Get("/nowhere", language);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gallery_is_not_there_in_production()
    {
        await using var host = await WebHost.Start("Production");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get("/gallery")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get("/gallery/parts")).StatusCode);
    }

    [Fact]
    public async Task A_definition_is_a_fragment()
    {
        await using var host = await WebHost.Start();
        var fragment = await host.Page("/define/gmv", "de");
        Assert.Contains("vor Rückerstattungen", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
    }

    [GeneratedRegex("""<[^>]+\sstyle=|<style[\s>]""")] private static partial Regex InlineStyle();
    [GeneratedRegex("""<script(?![^>]*\ssrc=)|\son[a-z]+=""")] private static partial Regex InlineScript();
    [GeneratedRegex(@"<[^>]*>", RegexOptions.Singleline)] private static partial Regex Tags();
    [GeneratedRegex(@"\b(menu|frame|period|action|figure|chart|table|gallery|job|filter|keys|define|error|channel)\.[a-z]\w*")] private static partial Regex TextKey();
}
