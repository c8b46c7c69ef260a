using System.Text;
using System.Text.RegularExpressions;
using Showrunner.Platform;

namespace Showrunner.Tests.Web;

public sealed partial class TextsTests
{
    private static readonly Texts All = new();

    [Fact]
    public void Every_key_is_said_in_every_language()
    {
        var missing = from key in All.Keys from language in Texts.Languages where string.IsNullOrWhiteSpace(All.Raw(language, key)) select $"{key} ({language})";
        Assert.Empty(missing);
        Assert.True(All.Keys.Count > 100);
    }

    [Fact]
    public void Every_language_uses_the_same_placeholders()
    {
        var odd = from key in All.Keys
                  let first = TextForm.Placeholders(All.Raw("en", key) ?? "")
                  where Texts.Languages.Any(language => !TextForm.Placeholders(All.Raw(language, key) ?? "").SequenceEqual(first))
                  select key;
        Assert.Empty(odd);
    }

    [Fact]
    public void No_key_belongs_to_two_rooms() => Assert.Empty(All.Duplicates);

    [Fact]
    public void Every_key_that_a_page_says_exists()
    {
        var used = from file in SourceFiles.Of("*.razor", "*.cs")
                   from line in File.ReadLines(file)
                   where !line.TrimStart().StartsWith("///", StringComparison.Ordinal)
                   from Match match in SaidKey().Matches(line)
                   select (Key: match.Groups[1].Value, File: Path.GetFileName(file));
        var all = used.Distinct().ToList();
        Assert.NotEmpty(all);
        Assert.DoesNotContain(all, use => !use.Key.EndsWith('.') && !All.Has(use.Key));
    }

    [Fact]
    public void Plural_forms_follow_the_number()
    {
        Assert.Equal("1 row", All.Say("en", "table.rows", 1));
        Assert.Equal("8,619 rows", All.Say("en", "table.rows", 8619));
        Assert.Equal("8.619 Zeilen", All.Say("de", "table.rows", 8619L));
        Assert.Equal("8.619 baris", All.Say("id", "table.rows", 8619));
    }

    [Fact]
    public void Named_arguments_may_stand_in_another_order() =>
        Assert.Equal("3 von 9", All.Say("de", "job.of", ("total", 9), ("done", 3)));

    [Fact]
    public void A_missing_key_says_itself_and_a_missing_argument_stays_visible()
    {
        Assert.Equal("no.such.key", All.Say("de", "no.such.key"));
        Assert.Contains("{0}", All.Say("en", "frame.asOf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_not_read_as_placeholders()
    {
        var texts = new Texts([new MemoryStream(Encoding.UTF8.GetBytes("""{ "a": { "en": "{0} and {1}" } }"""))]);
        Assert.Equal("{1} and x", texts.Say("en", "a", "{1}", "x"));
        Assert.Equal("{1} and x", texts.Say("de", "a", "{1}", "x"));
    }

    [Fact]
    public void Two_rooms_with_the_same_key_are_noticed()
    {
        var file = Encoding.UTF8.GetBytes("""{ "a": { "en": "x" } }""");
        Assert.Equal(["a"], new Texts([new MemoryStream(file), new MemoryStream(file)]).Duplicates);
    }

    [GeneratedRegex("""Say\["([a-zA-Z0-9_.]+)"\s*[\],]""")]
    private static partial Regex SaidKey();
}
