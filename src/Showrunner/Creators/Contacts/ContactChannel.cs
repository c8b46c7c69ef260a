using Showrunner.Engine.Identity;

namespace Showrunner.Creators.Contacts;

/// <summary>Ways to reach a creator outside the marketplace.</summary>
public static class ContactChannel
{
    public const string Phone = "phone", WhatsApp = "whatsapp", Zalo = "zalo", Line = "line", Mail = "email", Address = "address";
    public static readonly IReadOnlyList<string> All = [Phone, WhatsApp, Zalo, Line, Mail, Address];

    /// <summary>Ways that are telephone numbers.</summary>
    public static readonly IReadOnlyList<string> Numbers = [Phone, WhatsApp, Zalo];

    /// <summary>As two writings of one contact are compared; empty where the value is none.</summary>
    public static string KeyOf(string channel, string value) => channel switch
    {
        Phone or WhatsApp or Zalo => ContactKey.Phone(value),
        Mail => ContactKey.Mail(value),
        _ => string.Join(' ', value.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
    };
}
