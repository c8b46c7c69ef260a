using System.Text;

namespace Showrunner.Office;

/// <summary>Lines of a calendar file, folded after 75 octets (RFC 5545, 3.1). No value can begin a line of its own.</summary>
internal sealed class IcsLines
{
    private const int Longest = 75;

    private readonly StringBuilder text = new();

    public void Add(string name, string value)
    {
        var used = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (rune.Value is < ' ' or 0x7F) continue;
            if (used + rune.Utf8SequenceLength > Longest)
            {
                text.Append("\r\n ");
                used = 1;
            }
            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    public void Text(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) Add(name, Escaped(value));
    }

    public static string Escaped(string value) => value.ReplaceLineEndings("\n").Trim()
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>A parameter's value: no quotation mark can stand in it.</summary>
    public static string Quoted(string value) => $"\"{MailText.Clean(value).Replace('"', '\'')}\"";

    public override string ToString() => text.ToString();
}
