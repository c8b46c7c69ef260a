namespace Showrunner.Office;

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    Text,
    Integer,
    Number,
    Percent,
    Money,
    Date,
    DateTime,
}

/// <summary>What a cell holds and how it is shown: in a workbook by <see cref="Code"/>, in a deck as text.</summary>
public sealed record CellFormat
{
    private CellFormat(CellKind kind, string code) => (Kind, Code) = (kind, code);

    public CellKind Kind { get; }

    /// <summary>The spreadsheet number format, in the notation of the file format (English separators).</summary>
    public string Code { get; }

    public int Decimals { get; private init; }

    /// <summary>ISO 4217 code of a money column.</summary>
    public string? Currency { get; private init; }

    /// <summary>The sign is always shown, and no change is "±0".</summary>
    public bool Signed { get; private init; }

    public static CellFormat Text { get; } = new(CellKind.Text, "@");

    public static CellFormat Integer { get; } = new(CellKind.Integer, "#,##0");

    /// <summary>Day in a form every locale reads: 2026-11-28.</summary>
    public static CellFormat Date { get; } = new(CellKind.Date, "yyyy\\-mm\\-dd");

    /// <summary>Day and month for a narrow column or an axis: 28 Nov.</summary>
    public static CellFormat ShortDate { get; } = new(CellKind.Date, "d\\ mmm");

    public static CellFormat DateTime { get; } = new(CellKind.DateTime, "yyyy\\-mm\\-dd\\ hh:mm");

    public static CellFormat Number(int decimals) =>
        new(CellKind.Number, "#,##0" + Places(decimals)) { Decimals = decimals };

    /// <summary>A fraction shown as a percentage: 0.125 is 12.5%.</summary>
    public static CellFormat Percent(int decimals = 1) =>
        new(CellKind.Percent, "0" + Places(decimals) + "%") { Decimals = decimals };

    /// <summary>A relative change as a fraction, signed: +12.5%, −3.0%, ±0%.</summary>
    public static CellFormat Change(int decimals = 1) =>
        new(CellKind.Percent, $"+0{Places(decimals)}%;\"−\"0{Places(decimals)}%;\"±0%\"") { Decimals = decimals, Signed = true };

    /// <summary>An amount in a currency, in the way its market writes it.</summary>
    /// <param name="currency">ISO 4217 code, e.g. IDR.</param>
    /// <param name="decimals">Places; the currency's own when null.</param>
    public static CellFormat Money(string currency, int? decimals = null)
    {
        var places = decimals ?? MoneyFormats.Decimals(currency);
        return new(CellKind.Money, MoneyFormats.Code(currency, places)) { Currency = currency, Decimals = places };
    }

    internal bool IsNumber => Kind is CellKind.Integer or CellKind.Number or CellKind.Percent or CellKind.Money;

    internal bool IsDate => Kind is CellKind.Date or CellKind.DateTime;

    internal static string Places(int decimals) => decimals <= 0 ? "" : "." + new string('0', decimals);
}
