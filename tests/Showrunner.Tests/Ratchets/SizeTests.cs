namespace Showrunner.Tests.Ratchets;

public sealed class SizeTests
{
    private static readonly string[] Ours = [".cs", ".razor", ".js", ".mjs", ".css"];

    [Fact]
    public void No_file_is_longer_than_500_lines() => Repository.None(Lengths("src", "tests", "bench").Where(file => file.Lines > 500).Select(file => $"{file.File}: {file.Lines}"));

    [Fact]
    public void Files_of_the_program_stay_short()
    {
        var lengths = Lengths("src").Select(file => file.Lines).Order().ToList();
        Assert.True(lengths.Count > 100);
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 95 / 100], 1, 200);
    }

    [Fact]
    public void Comments_say_why_and_stay_few()
    {
        var lines = Repository.Files("src/Showrunner", ".cs").SelectMany(file => File.ReadLines(Repository.Full("src/Showrunner/" + file)).Select(line => line.Trim())).Where(line => line.Length > 0).ToList();
        var said = lines.Count(line => line.StartsWith("// ", StringComparison.Ordinal));
        Assert.InRange((double)said / lines.Count, 0.001, 0.06);
    }

    private static IEnumerable<(string File, int Lines)> Lengths(params string[] folders) =>
        folders.SelectMany(folder => Repository.Files(folder, Ours).Select(file => (folder + "/" + file, File.ReadLines(Repository.Full(folder + "/" + file)).Count())));
}
