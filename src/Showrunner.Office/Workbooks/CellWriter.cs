using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Showrunner.Office;

/// <summary>Writes rows and cells. This is the hot path of a million rows, so it writes XML itself and keeps no cell.</summary>
internal sealed partial class CellWriter(RowBytes xml)
{
    // A spreadsheet keeps 15 digits; longer whole numbers are identifiers and stay exact as text.
    private const long MostExact = 999_999_999_999_999;

    // Day 60 of a spreadsheet is a 29 February 1900 that never was; before it, days are off by one.
    private static readonly DateTime FirstDay = new(1900, 3, 1);
    private static readonly DateOnly FirstDate = new(1900, 3, 1);

    // Days of a spreadsheet count from 30 December 1899.
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    private byte[][] letters = [];
    private int row;

    public static bool IsText(object? value) => value switch
    {
        string or Link or bool => true,
        long number => number is > MostExact or < -MostExact,
        DateOnly day => day < FirstDate,
        DateTime time => time < FirstDay,
        DateTimeOffset time => time.DateTime < FirstDay,
        Formula formula => IsText(formula.Value),
        _ => false,
    };

    /// <param name="number">From 1.</param>
    /// <param name="height">In points; the sheet's own when null.</param>
    public void StartRow(int number, double? height)
    {
        row = number;
        xml.Raw("<row r=\""u8);
        xml.Number(number);
        if (height is { } points)
        {
            xml.Raw("\" ht=\""u8);
            xml.Number(Math.Round(points, 2));
            xml.Raw("\" customHeight=\"1"u8);
        }
        xml.Raw("\">"u8);
    }

    public void EndRow() => xml.Raw("</row>"u8);

    public void Write(int column, object? value, int style)
    {
        Start(column, style);
        if (IsText(value)) Text(value!);
        else if (CellText.Plain(value) is { } number)
        {
            xml.Raw("><v>"u8);
            Number(number);
            xml.Raw("</v></c>"u8);
        }
        else xml.Raw("/>"u8);
    }

    public void Write(int column, string formula, object? value, int style)
    {
        Start(column, style);
        var plain = CellText.Plain(value);
        var isNumber = plain is not null && !IsText(plain);
        if (!isNumber) xml.Raw(" t=\"str\""u8);
        xml.Raw("><f>"u8);
        xml.Text(CleanText.Of(formula));
        xml.Raw("</f><v>"u8);
        if (isNumber) Number(plain!);
        else xml.Text(Escaped(CleanText.ForCell(Words(plain))));
        xml.Raw("</v></c>"u8);
    }

    private void Start(int column, int style)
    {
        if (column >= letters.Length) letters = [.. Enumerable.Range(0, column + 8).Select(c => Encoding.ASCII.GetBytes(CellAddress.Letters(c)))];
        xml.Raw("<c r=\""u8);
        xml.Raw(letters[column]);
        xml.Number(row);
        xml.Raw("\""u8);
        if (style <= 0) return;
        xml.Raw(" s=\""u8);
        xml.Number(style);
        xml.Raw("\""u8);
    }

    private void Text(object value)
    {
        var text = Escaped(CleanText.ForCell(Words(value)));
        var spaced = text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
        xml.Raw(spaced ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        xml.Text(text);
        xml.Raw("</t></is></c>"u8);
    }

    public static string Words(object? value) => CellText.Plain(value) switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => throw CellText.Unfit(other),
    };

    private void Number(object value)
    {
        switch (value)
        {
            case int number: xml.Number(number); break;
            case long number: xml.Number(number); break;
            case decimal number: xml.Number(number); break;
            case double number: xml.Number(number); break;
            case DateOnly day: xml.Number(day.DayNumber - DayZero); break;
            case DateTime time: xml.Number(time.ToOADate()); break;
            default: throw CellText.Unfit(value);
        }
    }

    // "_x0041_" in a cell would be read as the letter A.
    private static string Escaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Code().Replace(text, "_x005F$0") : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Code();
}
