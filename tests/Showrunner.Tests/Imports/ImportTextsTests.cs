using System.Text.RegularExpressions;
using Showrunner.Imports;
using Showrunner.Imports.Kinds;
using Showrunner.Platform;
using Showrunner.Tests.Web;

namespace Showrunner.Tests.Imports;

/// <summary>Whatever the room can refuse, reject or name has its words.</summary>
public sealed partial class ImportTextsTests
{
    private static readonly Texts All = new();

    [Fact]
    public void Every_refusal_has_its_sentence() => HasTexts(Codes(RefusedCode()).Select(code => "refused." + code), 35);

    [Fact]
    public void Every_row_problem_has_its_sentence() => HasTexts(Codes(ProblemCode()).Select(code => "problem." + code), 17);

    [Fact]
    public void Every_kind_layout_and_field_has_its_word()
    {
        var layouts = KindList.All.SelectMany(kind => kind.Layouts).ToList();
        HasTexts(ImportWords.Kinds.Select(code => "kind." + code), 7);
        HasTexts(layouts.Select(layout => "layout." + layout.Name.ToLowerInvariant().Replace(' ', '_')), 10);
        HasTexts(layouts.SelectMany(layout => layout.Columns).Select(column => column.Field).Where(field => field.Length > 0)
            .Concat(OrderField.All).Select(field => "imports.field." + field), 60);
    }

    [Fact]
    public void A_refusal_names_kinds_as_people_do()
    {
        var said = ImportWords.Refusal(All, "en", "kind_nearly", ["a.csv", "x, y", "creator_list", "Compass", "GMV"]);
        Assert.Contains("“Creators with totals” (Data Compass)", said, StringComparison.Ordinal);
        Assert.DoesNotContain("creator_list", said, StringComparison.Ordinal);
    }

    private static void HasTexts(IEnumerable<string> keys, int atLeast)
    {
        var all = keys.Distinct().ToList();
        Assert.True(all.Count >= atLeast, $"only {all.Count} found");
        Assert.Empty(all.Where(key => !All.Has(key)));
    }

    private static IEnumerable<string> Codes(Regex pattern) =>
        from file in SourceFiles.Of("*.cs")
        where file.Replace('\\', '/').Contains("/Imports/", StringComparison.Ordinal)
        from Match match in pattern.Matches(File.ReadAllText(file))
        from code in match.Groups["code"].Captures
        select code.Value;

    [GeneratedRegex("""new Refused\(\s*"(?<code>[a-z_]+)"|Refused [A-Za-z]+\([^)]*\)\s*=>\s*new\(\s*"(?<code>[a-z_]+)"|Fail\("(?<code>[a-z_]+_[a-z_]+)"\)""")]
    private static partial Regex RefusedCode();

    [GeneratedRegex("""(?:Fail|NewProblem)\((?:[^"()]*\?\s*)?"(?<code>[a-z_]+)"(?:\s*:\s*"(?<code>[a-z_]+)")?\s*,|RowProblem\(Row, (?:[^"]*\?\s*)?"(?<code>[a-z_]+)"(?:\s*:\s*"(?<code>[a-z_]+)")?|=> "(?<code>number_[a-z_]+|currency_not_market)",""")]
    private static partial Regex ProblemCode();
}
