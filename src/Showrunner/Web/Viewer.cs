using System.Collections.Frozen;
using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Web;

/// <summary>Who looks at the page, at which market and at which days. One per request; filled by <see cref="Welcome"/> and by the address.</summary>
public sealed partial class Viewer
{
    public bool SignedIn { get; private set; }
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    public string Language { get; private set; } = "en";
    /// <summary>light, dark or auto.</summary>
    public string Theme { get; private set; } = "auto";
    /// <summary>The menu shows icons only.</summary>
    public bool MenuFolded { get; private set; }
    public IReadOnlySet<string> Permissions { get; private set; } = FrozenSet<string>.Empty;
    public IReadOnlyList<MarketOption> Markets { get; private set; } = [];
    public MarketOption? Market { get; private set; }
    /// <summary>The viewer's own zone where known; times of another zone then show theirs.</summary>
    public string? TimeZone { get; private set; }
    public string Preset { get; private set; } = Period.Usual;
    public DayRange Range { get; private set; }
    /// <summary>previous, year or none.</summary>
    public string Compare { get; private set; } = "previous";
    /// <summary>A sentence left by the request before this one.</summary>
    public Notice? Notice { get; private set; }

    public CultureInfo Culture => Texts.Culture(Language);
    public DayRange? ComparedRange => Range.ComparedWith(Compare);

    public bool May(string? permission) => permission is null || Permissions.Contains(permission);

    /// <summary>The accounts' middleware says who this is, before <c>UseViewer</c> reads the address.</summary>
    public void Welcome(
        string name, string? email, string? language, IReadOnlySet<string> permissions, IReadOnlyList<MarketOption> markets, string? timeZone = null)
    {
        (SignedIn, Name, Email, Permissions, Markets, TimeZone) = (true, name, email, permissions, markets, timeZone);
        if (language is not null && Texts.Languages.Contains(language)) _own = language;
    }

    private string? _own;
}
