using System.Text.RegularExpressions;

namespace Showrunner.Tests.Ratchets;

/// <summary>A slice is a file whose type has a Handle; a test names it, or exercises it in the way said here.</summary>
public sealed partial class SliceTests
{
    /// <summary>Slices that no test names, each with where it is exercised all the same, or that it is not. This list only gets shorter.</summary>
    private static readonly Dictionary<string, string> Unnamed = new()
    {
    };

    [Fact]
    public void Every_slice_has_a_test_that_names_it()
    {
        var tests = string.Concat(Repository.Files("tests", ".cs").Where(file => !file.EndsWith("SliceTests.cs", StringComparison.Ordinal)).Select(file => File.ReadAllText(Repository.Full("tests/" + file))));
        var words = Word().Matches(tests).Select(m => m.Value).ToHashSet();
        var slices = Slices().ToList();
        Assert.True(slices.Count > 30);
        Assert.Empty(slices.Where(slice => !words.Contains(slice) && !Unnamed.ContainsKey(slice)));
        Assert.Empty(Unnamed.Keys.Where(slice => words.Contains(slice) || !slices.Contains(slice)));
    }

    private static IEnumerable<string> Slices() => Repository.Files("src/Showrunner", ".cs")
        .Where(file => Handle().IsMatch(Repository.WithoutComments(File.ReadAllText(Repository.Full("src/Showrunner/" + file)))))
        .Select(file => Path.GetFileName(file).Split('.')[0]).Distinct();

    [GeneratedRegex(@"(?:public|internal) [^\n;=(]*\bHandle\(")]
    private static partial Regex Handle();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();
}
