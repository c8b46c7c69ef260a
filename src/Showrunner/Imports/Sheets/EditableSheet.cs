using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Imports.Sheets;

/// <summary>What a cell of an editable sheet holds.</summary>
public enum SheetKind
{
    Text,
    Number,
    Day,
    Choice,
}

/// <summary>A column of an editable sheet.</summary>
/// <param name="Code">The same in every language.</param>
/// <param name="TextKey">Its heading.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Required">May not be empty.</param>
public sealed record SheetColumn(string Code, string TextKey, SheetKind Kind, bool Required = false)
{
    /// <summary>Codes with the text keys of what people call them.</summary>
    public IReadOnlyList<(string Code, string TextKey)> Choices { get; init; } = [];
    public double Width { get; init; } = 18;
}

/// <summary>A row: numbers as invariant text, days as 2026-11-30, choices as codes.</summary>
/// <param name="Key">What it is known by in its room; empty for one that a person added.</param>
public sealed record SheetRow(string Key, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    /// <summary>Short text that changes when any cell does.</summary>
    public string Version(IReadOnlyList<SheetColumn> columns) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', columns.Select(c => this[c.Code])))))[..8];

    public bool Says(SheetRow other, IReadOnlyList<SheetColumn> columns) => columns.All(c => this[c.Code] == other[c.Code]);
}

/// <summary>What the file wants of one row.</summary>
/// <param name="Line">Row of the file.</param>
/// <param name="Before">Null for a new row.</param>
/// <param name="After">Null for one to be removed.</param>
/// <param name="Moved">Somebody changed the row after the file was downloaded.</param>
public sealed record SheetChange(long Line, SheetRow? Before, SheetRow? After, bool Moved);

/// <summary>A row that cannot be taken, and why.</summary>
public sealed record SheetProblem(long Line, [property: JsonIgnore] Refused Refusal)
{
    /// <summary>Code of the refusal.</summary>
    public string Reason => Refusal.Code;
}

/// <summary>Rows that a person may edit in a workbook and bring back. A new one is one class and one <c>AddEditableSheet</c> line.</summary>
public abstract class EditableSheet
{
    /// <summary>Stands in addresses.</summary>
    public abstract string Code { get; }

    /// <summary>Text key of its name; <c>KEY.text</c> says what is in it.</summary>
    public abstract string TitleKey { get; }

    /// <summary>Who may bring it back.</summary>
    public abstract string Permission { get; }

    public abstract IReadOnlyList<SheetColumn> Columns { get; }

    public abstract Task<IReadOnlyList<SheetRow>> Rows(Market market, AppDb db, CancellationToken cancel);

    /// <summary>What stands against the changes, beside cells that cannot be read.</summary>
    public abstract Task<IReadOnlyList<SheetProblem>> Check(IReadOnlyList<SheetChange> changes, Market market, AppDb db, CancellationToken cancel);

    /// <summary>Takes the changes inside the caller's transaction.</summary>
    public abstract Task Take(IReadOnlyList<SheetChange> changes, Market market, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel);

    /// <summary>The cell as a person reads it.</summary>
    public static string Shown(SheetColumn column, string cell, Say say, Formats formats) => column.Kind switch
    {
        _ when cell.Length == 0 => Formats.Unknown,
        SheetKind.Choice => column.Choices.FirstOrDefault(c => c.Code == cell) is { TextKey: { } key } ? say[key] : cell,
        SheetKind.Day => formats.Day(DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        SheetKind.Number => formats.Number(decimal.Parse(cell, CultureInfo.InvariantCulture), Decimals(cell)),
        _ => cell,
    };

    internal static object? Cell(SheetColumn column, string cell, Say say) => column.Kind switch
    {
        _ when cell.Length == 0 => null,
        SheetKind.Choice => column.Choices.FirstOrDefault(c => c.Code == cell) is { TextKey: { } key } ? say[key] : cell,
        SheetKind.Day => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        SheetKind.Number => decimal.Parse(cell, CultureInfo.InvariantCulture),
        _ => cell,
    };

    internal static CellFormat Format(SheetColumn column) => column.Kind switch { SheetKind.Day => CellFormat.Date, SheetKind.Number => CellFormat.Number(2), _ => CellFormat.Text };

    private static int Decimals(string cell) => cell.IndexOf('.', StringComparison.Ordinal) is var at and >= 0 ? Math.Min(4, cell.Length - at - 1) : 0;
}

public static class EditableSheets
{
    public static IServiceCollection AddEditableSheet<TSheet>(this IServiceCollection services) where TSheet : EditableSheet => services.AddScoped<EditableSheet, TSheet>();

    public static EditableSheet Named(this IEnumerable<EditableSheet> sheets, string code) => sheets.FirstOrDefault(s => s.Code == code) ?? throw new Refused("not_found");
}
