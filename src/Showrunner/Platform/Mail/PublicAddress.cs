namespace Showrunner.Platform.Mail;

/// <summary>Where people open the desk, as <c>SHOWRUNNER_URL</c> says; mail links lead there.</summary>
public sealed record PublicAddress(Uri? Base)
{
    public static PublicAddress Read(string? address) => new(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null);

    public string? Of(string path) => Base is null ? null : new Uri(Base, path).ToString();
}
