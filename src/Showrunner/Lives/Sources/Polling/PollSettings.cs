using System.Globalization;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Whom to ask and how often.</summary>
/// <param name="Address">Of the marketplace's interface; null where nobody is asked.</param>
/// <param name="Pause">Between two requests.</param>
/// <param name="Totals">Between two looks at a show's totals.</param>
/// <param name="Details">Between two looks at its minutes and products.</param>
/// <param name="List">Between two looks at the list of shows that are over.</param>
public sealed record PollSettings(Uri? Address, TimeSpan Pause, TimeSpan Totals, TimeSpan Details, TimeSpan List)
{
    private const double LeastSeconds = 1, UsualSeconds = 2, MostSeconds = 60;

    /// <param name="address">SHOWRUNNER_LIVE_API: https, or http on this machine.</param>
    /// <param name="seconds">SHOWRUNNER_LIVE_API_SECONDS: between two requests, 1 to 60.</param>
    public static PollSettings Read(string? address, string? seconds)
    {
        var pause = double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var told) ? Math.Clamp(told, LeastSeconds, MostSeconds) : UsualSeconds;
        var isAddress = Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
        return new(isAddress ? uri : null, TimeSpan.FromSeconds(pause), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
    }
}
