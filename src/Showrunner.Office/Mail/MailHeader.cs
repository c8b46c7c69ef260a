using System.Text;

namespace Showrunner.Office;

/// <summary>One header, continued on further lines where it gets long. Words come in clean.</summary>
internal sealed class MailHeader(string name)
{
    private const int Longest = 76;

    private readonly StringBuilder text = new(name + ":");
    private int column = name.Length + 1;
    private bool begun;

    public static string Of(string name, params IEnumerable<string> words)
    {
        var header = new MailHeader(name);
        foreach (var word in words) header.Add(word);
        return header.text.ToString();
    }

    /// <summary>A header that is a text.</summary>
    public static string Of(string name, string text)
    {
        var clean = MailText.Clean(text);
        return Of(name, MailText.IsPlain(clean) ? clean.Split(' ') : MailText.Encoded(clean));
    }

    public static string Of(string name, IReadOnlyList<Mailbox> people) =>
        Of(name, people.SelectMany((p, i) => Words(p, i == people.Count - 1 ? "" : ",")));

    private static IEnumerable<string> Words(Mailbox person, string after)
    {
        var quoted = person.Name.Length is > 0 and <= 50 && MailText.IsPlain(person.Name);
        IEnumerable<string> words = quoted ? [$"\"{person.Name.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""] : MailText.Encoded(person.Name);
        return person.Name.Length == 0 ? [person.Address + after] : words.Append($"<{person.Address}>{after}");
    }

    private void Add(string word)
    {
        // Some servers take a header whose first line is empty for a broken one.
        if (begun && column + 1 + word.Length > Longest)
        {
            text.Append("\r\n");
            column = 0;
        }
        text.Append(' ').Append(word);
        column += 1 + word.Length;
        begun = true;
    }
}
