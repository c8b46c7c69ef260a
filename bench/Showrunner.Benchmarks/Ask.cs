using System.Globalization;

namespace Showrunner.Benchmarks;

/// <summary>What is wanted, where temporary things go, and the results so far.</summary>
internal sealed class Ask
{
    public string? Name { get; private set; }
    public bool Quick { get; private set; }
    public bool Json { get; private set; }
    public int? Rows { get; private set; }
    /// <summary>Of the demo market that findings are scored on.</summary>
    public int Seed { get; private set; } = Demo.DemoMarket.DefaultSeed;
    public string? Only { get; private set; }
    public int Rounds { get; private set; }
    /// <summary>Data of one's own instead of the shared: file options by name, without their dashes.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);
    /// <summary>The day that parts training and test.</summary>
    public DateOnly? Split { get; private set; }
    /// <summary>Also what earlier splits give, on which settings are chosen.</summary>
    public bool Validate { get; private set; }
    /// <summary>File, archive or folder of assignment instances, and what each may take.</summary>
    public string? Instance { get; private set; }
    public double Seconds { get; private set; } = 10;
    /// <summary>What --json prints instead of the list of promises.</summary>
    public object? Answer { get; set; }
    public TemporaryFolder Folder { get; } = new();
    public List<Result> Results { get; } = [];

    /// <summary>PostgreSQL that bench/run started; the engines to measure.</summary>
    public static string Postgres => Environment.GetEnvironmentVariable("SHOWRUNNER_TEST_POSTGRES") ?? throw new InvalidOperationException("Start with ./bench/run, which brings a PostgreSQL.");
    public IEnumerable<string> Engines => Only is null ? ["sqlite", "postgres"] : [Only];

    /// <returns>Null when a word is not understood.</returns>
    public static Ask? Of(string[] words)
    {
        var ask = new Ask();
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "--quick": ask.Quick = true; break;
                case "--json": ask.Json = true; break;
                case "--rows" when i + 1 < words.Length && int.TryParse(words[i + 1], out var rows) && rows > 0: (ask.Rows, i) = (rows, i + 1); break;
                case "--seed" when i + 1 < words.Length && int.TryParse(words[i + 1], out var seed): (ask.Seed, i) = (seed, i + 1); break;
                case "--rounds" when i + 1 < words.Length && int.TryParse(words[i + 1], out var rounds) && rounds > 0: (ask.Rounds, i) = (rounds, i + 1); break;
                case "--creators" or "--videos" or "--products" or "--train" or "--test" or "--data" or "--windows" or "--profiles" when i + 1 < words.Length: (ask.Files[words[i][2..]], i) = (words[i + 1], i + 1); break;
                case "--split" when i + 1 < words.Length && DateOnly.TryParseExact(words[i + 1], "yyyy-MM-dd", out var split): (ask.Split, i) = (split, i + 1); break;
                case "--validate": ask.Validate = true; break;
                case "--instance" when i + 1 < words.Length: ask.Instance = words[++i]; break;
                case "--seconds" when i + 1 < words.Length && double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && seconds < 1e6: (ask.Seconds, i) = (seconds, i + 1); break;
                case "--only" when i + 1 < words.Length && words[i + 1] is "sqlite" or "postgres": ask.Only = words[++i]; break;
                case var name when name.Length > 0 && name[0] != '-' && ask.Name is null: ask.Name = name; break;
                default: return null;
            }
        }
        if (ask.Rounds == 0) ask.Rounds = ask.Quick ? 3 : 5;
        return ask;
    }

    public static void Say(string text) => Console.Error.WriteLine("  " + text);
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("showrunner-bench-").FullName;
    private int _count;

    public string Fresh(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, $"{name}-{++_count}")).FullName;

    public void Dispose()
    {
        try { Directory.Delete(Path, recursive: true); } catch (IOException) { /* a child that just ended may still hold a file; /tmp is emptied anyway */ }
    }
}
