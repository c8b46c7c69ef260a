using Showrunner.Imports.Kinds;

namespace Showrunner.Imports.Reading;

/// <summary>A column of the file: its place, the header as it stands there, the field it fills (null when unused).</summary>
internal sealed record RecognisedColumn(int Index, string Header, string? Field);

/// <summary>The nearest kind of a file that is none.</summary>
internal sealed record NearestKind(string Kind, string Layout, IReadOnlyList<string> MissingColumns);

/// <summary>What a file is. KindCode is null when no kind fits; then Nearest says what came closest.</summary>
internal sealed class Recognition
{
    public required string FileName { get; init; }
    public string? KindCode { get; init; }
    public Layout? Shape { get; init; }
    public FactFamily Family { get; init; }
    public string Layout => Shape?.Name ?? "";
    public long HeaderRow { get; init; }
    public IReadOnlyList<RecognisedColumn> Columns { get; init; } = [];

    /// <summary>Column of each field; a mapping may use one column for several fields.</summary>
    public IReadOnlyDictionary<string, int> Fields { get; init; } = new Dictionary<string, int>();

    /// <summary>The sign or code behind money headers, as found: "RM", "$", "VND".</summary>
    public string? HeaderCurrency { get; init; }
    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodTo { get; init; }
    public NearestKind? Nearest { get; init; }

    public int Column(string field) => Fields.TryGetValue(field, out var index) ? index : -1;
}
