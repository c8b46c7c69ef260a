using System.Globalization;
using System.Text.RegularExpressions;

namespace Showrunner.Office;

/// <summary>Somebody who sends or receives: an address and, where known, a name.</summary>
public sealed partial record Mailbox
{
    private static readonly IdnMapping Domains = new();

    /// <param name="address">As in <see cref="IsAddress"/>; a domain in other letters than ASCII is written as punycode.</param>
    /// <param name="name">Shown instead of the address; line breaks become spaces.</param>
    /// <exception cref="ArgumentException">Not an address that mail can be sent to.</exception>
    public Mailbox(string address, string? name = null)
    {
        Address = Ascii(address) ?? throw new ArgumentException($"\"{MailText.Clean(address ?? "")}\" is not a mail address.", nameof(address));
        Name = MailText.Clean(name ?? "");
    }

    /// <summary>In ASCII letters only, e.g. <c>ayu@example.com</c>.</summary>
    public string Address { get; }

    /// <summary>Empty where not known.</summary>
    public string Name { get; }

    /// <summary>Whether mail can be addressed so: one name before one @, no comments, no quoting, nothing invisible.</summary>
    public static bool IsAddress(string? text) => Ascii(text) is not null;

    /// <summary>The address with its name, as people write it.</summary>
    public override string ToString() => Name.Length > 0 ? $"{Name} <{Address}>" : Address;

    private static string? Ascii(string? text)
    {
        var at = text?.LastIndexOf('@') ?? -1;
        if (at <= 0 || at == text!.Length - 1 || text.Length > 320) return null;
        try
        {
            var address = $"{text[..at]}@{Domains.GetAscii(text[(at + 1)..])}";
            return address.Length <= 320 && Whole().IsMatch(address) ? address : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z")]
    private static partial Regex Whole();
}
