namespace Showrunner.Platform.Mail;

/// <summary>Where mail is handed over: smtp://user:password@mail.example.com:587?from=desk@example.com&amp;name=Showrunner.</summary>
/// <param name="Host">Name or address of the server.</param>
/// <param name="Port">587 unless said.</param>
/// <param name="From">Address that mail comes from.</param>
/// <param name="FromName">Name beside it.</param>
/// <param name="User">Empty where the server asks for none.</param>
/// <param name="Password">Never shown.</param>
/// <param name="Encrypted">With STARTTLS; without it only where the address says <c>tls=none</c>.</param>
public sealed record MailSettings(string Host, int Port, string From, string FromName, string User, string Password, bool Encrypted)
{
    private const int SubmissionPort = 587;

    /// <summary>Reads the address; null when there is none. Refuses with a sentence what it cannot be.</summary>
    public static MailSettings? Read(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != "smtp" || uri.Host.Length == 0) throw new Refused("mail_address_wrong");
        var asked = System.Web.HttpUtility.ParseQueryString(uri.Query);
        var from = asked["from"] ?? "";
        if (!LooksLikeAddress(from)) throw new Refused("mail_from_missing");
        var login = uri.UserInfo.Split(':', 2);
        return new MailSettings(uri.Host, uri.Port > 0 ? uri.Port : SubmissionPort, from, asked["name"] ?? "Showrunner",
            Uri.UnescapeDataString(login[0]), login.Length > 1 ? Uri.UnescapeDataString(login[1]) : "", asked["tls"] != "none");
    }

    /// <summary>One address, no header smuggled in.</summary>
    public static bool LooksLikeAddress(string address) =>
        address.Length <= 254 && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>')
        && address.IndexOf('@') is > 0 and var at && address.LastIndexOf('@') == at && at < address.Length - 3 && System.Net.Mail.MailAddress.TryCreate(address, out _);
}
