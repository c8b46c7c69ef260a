using System.Text.RegularExpressions;

namespace Showrunner.Tests.Web;

/// <summary>Words on a page come from Texts.json. What looks like words in markup fails.</summary>
public sealed partial class NoTextInCodeTests
{
    private static readonly HashSet<string> Allowed = ["Showrunner", "Enter", "Beauty", "j", "k", "x"];

    [Fact]
    public void No_page_has_words_of_its_own()
    {
        var words = SourceFiles.Of("*.razor").SelectMany(file => Literals(File.ReadAllText(file)).Select(word => $"{Path.GetFileName(file)}: {word}"));
        Assert.Empty(words);
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>@Say[\"a\"] rows</p>", "rows")]
    [InlineData("<input placeholder=\"Search\" />", "Search")]
    [InlineData("<Figure Label=\"@x\" /><b title=\"Öffnen\"></b>", "Öffnen")]
    [InlineData("<p>\n  @if (open) { <b>Total</b> }\n</p>", "Total")]
    public void Words_in_markup_are_found(string razor, string word) => Assert.Contains(word, Literals(razor));

    [Theory]
    [InlineData("<p>@Say[\"a\", Formats.Day(x)] · @(a > b ? c : d)</p>")]
    [InlineData("@if (a < b) { <b>@x</b> } else { <i>–</i> }")]
    [InlineData("<b title=\"@Say[\"a\"]\">&nbsp;→</b>\n@code { string a = \"word\"; }")]
    [InlineData("@foreach (var row in Rows) { <td class=\"num\">@row.Name</td> }")]
    public void Code_in_markup_is_not_taken_for_words(string razor) => Assert.Empty(Literals(razor));

    private static IEnumerable<string> Literals(string razor)
    {
        var code = CodeBlock().Match(razor);
        var markup = Comment().Replace(code.Success ? razor[..code.Index] : razor, "");
        markup = Entity().Replace(markup, " ");
        markup = RazorExpressions.Without(markup);
        markup = Skipped().Replace(markup, "");
        foreach (Match match in Attribute().Matches(markup))
            if (Word().IsMatch(match.Groups[1].Value) && !Allowed.Contains(match.Groups[1].Value)) yield return match.Groups[1].Value;
        foreach (Match match in Between().Matches(Tag().Replace(markup, "\u0001")))
            if (Word().Match(match.Value) is { Success: true } && !Allowed.Contains(match.Value.Trim().TrimStart('–', ' '))) yield return match.Value.Trim();
    }

    [GeneratedRegex(@"^@code\b", RegexOptions.Multiline)] private static partial Regex CodeBlock();
    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<!DOCTYPE[^>]*>", RegexOptions.Singleline)] private static partial Regex Comment();
    [GeneratedRegex(@"<(svg|script|style|code)\b[^>]*>.*?</\1>", RegexOptions.Singleline)] private static partial Regex Skipped();
    [GeneratedRegex("\\s(?:title|placeholder|aria-label|alt)=\"([^\"]*)\"")] private static partial Regex Attribute();
    [GeneratedRegex("""<[/A-Za-z](?:[^<>"]|"[^"]*")*>""")] private static partial Regex Tag();
    [GeneratedRegex(@"[^\u0001{}]+")] private static partial Regex Between();
    [GeneratedRegex("&[a-z]+;")] private static partial Regex Entity();
    [GeneratedRegex(@"\p{L}")] private static partial Regex Word();
}
