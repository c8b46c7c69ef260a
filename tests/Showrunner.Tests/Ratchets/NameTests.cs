using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Showrunner.Tests.Ratchets;

public sealed partial class NameTests
{
    [Fact]
    public void No_type_is_named_after_nothing()
    {
        var names = Repository.Files("src", ".cs").SelectMany(file => Types().Matches(Repository.WithoutComments(File.ReadAllText(Repository.Full("src/" + file)))).Select(m => $"{file}: {m.Groups[1].Value}")).ToList();
        Assert.True(names.Count > 200);
        Repository.None(names.Where(name => Empty().IsMatch(name)));
    }

    [Theory]
    [InlineData("OrderManager")]
    [InlineData("StringHelper")]
    [InlineData("PersonDto")]
    [InlineData("ImportUtils")]
    public void Such_names_are_found(string name) => Assert.Matches(Empty(), "X.cs: " + name);

    /// <summary>What others build on is described where it stands: shapes, units, errors.</summary>
    [Theory]
    [InlineData("Showrunner.Office")]
    [InlineData("Showrunner.DuckDb")]
    [InlineData("Showrunner.Engine")]
    public void Public_types_of_libraries_are_described(string library)
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, library + ".dll"))) return; // not built yet
        var assembly = System.Reflection.Assembly.Load(library);
        var file = Path.Combine(AppContext.BaseDirectory, library + ".xml");
        Assert.True(File.Exists(file), $"{library} is built without its documentation file.");
        var described = XDocument.Load(file).Descendants("member").Select(m => m.Attribute("name")!.Value).ToHashSet();
        Repository.None(assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => "T:" + type.FullName).Where(name => !described.Contains(name)));
    }

    [GeneratedRegex(@"\b(?:class|record struct|record|struct|interface|enum)\s+([A-Z]\w*)")]
    private static partial Regex Types();

    [GeneratedRegex(@": \w*(Managers?|Helpers?|Utils?|Utilities|Processors?|Common|Dtos?)$")]
    private static partial Regex Empty();
}
