using System.Text.RegularExpressions;

namespace Showrunner.Tests.Ratchets;

public sealed partial class RoomMapTests
{
    [Fact]
    public void Every_folder_has_its_place_in_the_house()
    {
        var folders = Files().Where(file => file.Contains('/')).Select(file => file.Split('/')[0]).Distinct();
        Repository.None(folders.Where(folder => RoomMap.FloorOf(folder) < 0));
    }

    [Fact]
    public void A_room_uses_only_rooms_below_it()
    {
        var uses = Uses().ToList();
        Assert.True(uses.Count > 100, "The parser sees too few uses to prove anything.");
        var wrong = uses.Where(use => !RoomMap.MayUse(use.From, use.To))
            .GroupBy(use => (use.From, use.To)).Select(g => $"{g.Key.From} → {g.Key.To}: {string.Join(", ", g.Select(use => use.File).Distinct().Take(4))}");
        Repository.None(wrong);
    }

    [Fact]
    public void No_door_stands_open_unused()
    {
        var used = Uses().Select(use => (use.From, use.To)).ToHashSet();
        Assert.Empty(RoomMap.Doors.Keys.Where(door => !used.Contains(door)));
    }

    [Fact]
    public void Doors_lead_round_in_no_circle()
    {
        var doors = RoomMap.Doors.Keys.Where(door => door.From is not ("Program" or "Commands")).ToLookup(door => door.From, door => door.To);
        foreach (var start in doors.Select(d => d.Key)) Assert.DoesNotContain(start, Reach(start));

        HashSet<string> Reach(string from)
        {
            HashSet<string> seen = [];
            var open = new Stack<string>(doors[from]);
            while (open.TryPop(out var room))
                if (seen.Add(room)) foreach (var next in doors[room]) open.Push(next);
            return seen;
        }
    }

    [Theory]
    [InlineData("using Showrunner.Accounts;", "Markets", "Accounts")]
    [InlineData("var x = await Imports.Import.Find(db);", "Metrics", "Imports")]
    [InlineData("global using static Showrunner.Demo.Chance;", "Ledger", "Demo")]
    [InlineData("@using Showrunner.Reports", "Web", "Reports")]
    [InlineData("using Showrunner.Data.Backup;", "Platform", "Data.Backup")]
    public void A_use_upwards_is_found(string code, string from, string to)
    {
        Assert.Contains(to, UsedIn(code));
        Assert.False(RoomMap.MayUse(from, to));
    }

    [Theory]
    [InlineData("// using Showrunner.Accounts;")]
    [InlineData("db.Markets.Single(); page.Web.Text();")]
    public void Words_that_only_look_like_a_room_are_not(string code) => Assert.Empty(UsedIn(code));

    /// <summary>Room.File and Room.Folder of everything there is: what begins like this is a name, and not a property called like a room.</summary>
    private static readonly HashSet<string> Known = [.. Files().Where(file => file.Contains('/')).Select(file => file.Split('/'))
        .SelectMany(parts => new[] { parts[^1].Split('.')[0] }.Concat(parts[1..^1]).Select(part => parts[0] + "." + part))];

    private static IReadOnlyList<string> Files() => Repository.Files("src/Showrunner", ".cs", ".razor");

    private static IEnumerable<(string From, string To, string File)> Uses() =>
        from file in Files()
        let home = file.Contains('/') ? RoomMap.RoomOf(Path.GetDirectoryName(file)!.Replace('\\', '/').Replace('/', '.')) : "Program"
        where home is not null && file != "_Imports.razor"
        from to in UsedIn(File.ReadAllText(Repository.Full("src/Showrunner/" + file)))
        where to != home
        select (home, to, file);

    private static IEnumerable<string> UsedIn(string code)
    {
        code = Repository.WithoutComments(code);
        var named = Qualified().Matches(code).Select(m => m.Groups[1].Value)
            .Concat(Partly().Matches(code).Select(m => m.Groups[1].Value).Where(path => path.StartsWith("Program.", StringComparison.Ordinal) || Known.Contains(string.Join('.', path.Split('.').Take(2)))));
        return named.Select(path => path.StartsWith("Program", StringComparison.Ordinal) ? "Program" : RoomMap.RoomOf(path)).OfType<string>().Distinct();
    }

    [GeneratedRegex(@"(?<!namespace )\bShowrunner\.((?:[A-Z]\w*)(?:\.[A-Z]\w*)*)")]
    private static partial Regex Qualified();

    /// <summary>A namespace begun in the middle, as C# allows below <c>Showrunner</c>: <c>Imports.Import.Loaded</c>, <c>Program.Build(…)</c>.</summary>
    [GeneratedRegex(@"(?<![\w.@""])((?:Program|[A-Z]\w+)(?:\.[A-Z]\w+)+)")]
    private static partial Regex Partly();
}
