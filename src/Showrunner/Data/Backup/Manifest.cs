using System.Text.Json;
using System.Text.RegularExpressions;

namespace Showrunner.Data.Backup;

/// <summary>
/// What a backup says of itself; written last, believed only where the bytes agree. Format is the layout of the file: a newer
/// one is not guessed at. Migration is the schema the rows have: a restore builds this one first and migrates afterwards.
/// </summary>
public sealed partial record Manifest(
    int Format, string Program, string Migration, DateTimeOffset At, string Database,
    IReadOnlyList<Manifest.Table> Tables, IReadOnlyList<Manifest.Part> Files)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";

    /// <summary>LastId is the last row number the database gave; null where it gives none.</summary>
    public sealed record Table(string Name, IReadOnlyList<TruthColumn> Columns, long Rows, long? LastId, Part Part);

    /// <summary>An entry of the file, and what its bytes must be.</summary>
    public sealed record Part(string Path, long Bytes, string Sha256);

    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Names go into SQL and paths go to disk: nothing but what this program writes is taken.</summary>
    internal bool IsSane(IReadOnlyList<string> folders) =>
        Tables is not null && Files is not null
        && Tables.All(t => Name().IsMatch(t.Name) && t.Columns.Count > 0 && t.Columns.All(c => Name().IsMatch(c.Name)) && t.Part.Path == $"tables/{t.Name}.parquet")
        && Tables.Select(t => t.Name).Distinct().Count() == Tables.Count
        && Files.All(f => f.Path.Split('/') is [var folder, { Length: > 0 } name] && folders.Contains(folder)
            && name is not ("." or "..") && name.IndexOfAny(['\\', ':', '\0']) < 0);

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Name();
}
