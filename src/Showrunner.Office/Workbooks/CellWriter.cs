using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Showrunner.Office;

/// <summary>Writes cells. This is the hot path of a million rows, so it writes XML itself and keeps no cell.</summary>
internal sealed partial class CellWriter(XmlWriter xml)
{
    // A spreadsheet keeps 15 digits; longer whole numbers are identifiers and stay exact as text.
    private const long MostExact = 999_999_999_999_999;

    // Day 60 of a spreadsheet is a 29 February 1900 that never was; before it, days are off by one.
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    public static bool IsText(object? value) =>
        value is string or Link or bool or > MostExact or < -MostExact || (CellText.Plain(value) is DateTime time && time < FirstDay) || (value is DateOnly day && day.ToDateTime(default) < FirstDay);

    public void Write(string address, object? value, int style)
    {
        Start(address, style);
        if (IsText(value)) Text(value!);
        else if (Number(CellText.Plain(value)) is { } number) xml.WriteElementString("v", number);
        xml.WriteEndElement();
    }

    public void Write(string address, string formula, object? value, int style)
    {
        Start(address, style);
        var plain = CellText.Plain(value);
        var number = IsText(plain) ? null : Number(plain);
        if (number is null) xml.WriteAttributeString("t", "str");
        xml.WriteElementString("f", CleanText.Of(formula));
        xml.WriteElementString("v", number ?? Escaped(CleanText.ForCell(Words(plain))));
        xml.WriteEndElement();
    }

    private void Start(string address, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", address);
        if (style > 0) xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
    }

    private void Text(object value)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        var text = Escaped(CleanText.ForCell(Words(value)));
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
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

    private static string? Number(object? value) => value switch
    {
        null => null,
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToDateTime(default).ToOADate().ToString("R", CultureInfo.InvariantCulture),
        DateTime time => time.ToOADate().ToString("R", CultureInfo.InvariantCulture),
        _ => throw CellText.Unfit(value),
    };

    // "_x0041_" in a cell would be read as the letter A.
    private static string Escaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Code().Replace(text, "_x005F$0") : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Code();
}
