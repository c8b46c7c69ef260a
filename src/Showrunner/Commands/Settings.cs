using System.CommandLine;
using Showrunner.Data;

namespace Showrunner.Commands;

/// <summary>What every command understands, and where the words come from when they are not given.</summary>
internal static class Settings
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "Folder of the database, columns and uploads (SHOWRUNNER_DATA)",
        Recursive = true,
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SHOWRUNNER_DATA") is { Length: > 0 } folder ? folder : "data",
    };

    public static readonly Option<string?> Db = new("--db")
    {
        Description = "PostgreSQL connection string; SQLite inside the data folder without one (SHOWRUNNER_DB)",
        Recursive = true,
        HelpName = "CONNECTION",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SHOWRUNNER_DB") is { Length: > 0 } connection ? connection : null,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Exactly one JSON object on standard output", Recursive = true };

    public static DataPlace Place(ParseResult words) =>
        new(Path.GetFullPath(words.GetValue(Data)!), words.GetValue(Db));
}
