using System.Globalization;
using Showrunner.Web;

namespace Showrunner.Insights.Findings;

/// <summary>Findings in sentences.</summary>
internal static class FindingWords
{
    /// <summary>What happened, with its figures.</summary>
    public static string Sentence(Found found, Say say, Formats formats) => say["finding." + found.Kind,
        Name(found, formats), found.Kind is "creator_silent" or "product_out" ? formats.Day(found.Days.From) : formats.Days(found.Days), formats.Count((long)Math.Round(found.Observed)), formats.Count((long)Math.Round(found.Expected)), Range(found, formats)];

    /// <summary>What it did to the money.</summary>
    public static string Effect(Found found, Say say, Formats formats) =>
        say[found.Kind switch { "refunds_high" => "finding.effect.refunds", FindOpportunities.Kind or FindTraffic.Kind => "finding.effect.worth", FindLowStock.Kind => "finding.effect.stake", FindHashtags.Kind => "finding.effect.hashtag", FindLeakedCodes.Kind => "finding.effect.leak", _ => found.EffectMinor < 0 ? "finding.effect.less" : "finding.effect.more" }, formats.MoneyShort(Math.Abs(found.EffectMinor))];

    /// <summary>What to do, as the title of a task.</summary>
    public static string Action(Found found, Say say, Formats formats) => say["finding.action." + found.Kind, Name(found, formats), formats.Count((long)found.Observed)];

    public static string Name(Found found, Formats formats) => found.Subject switch { "creator" => "@" + found.Name, FindHashtags.Subject => "#" + found.Name, _ => found.Name };

    /// <summary>The page of what it is about, relative to this desk.</summary>
    public static string Path(Found found) => found.Subject == FindHashtags.Subject ? "/contents?q=" + Uri.EscapeDataString("#" + found.Name) : Path(found.Subject, found.SubjectId.ToString(CultureInfo.InvariantCulture));

    public static string Path(string dimension, string member) => dimension switch
    {
        "creator" => "/creators/" + member,
        "product" => "/products/" + member,
        "shop" => "/shops/" + member,
        "campaign" => "/campaigns/" + member,
        _ => "/overview",
    };

    public static string Of(Cause cause, Say say, Formats formats) => cause.Dimension switch
    {
        "channel" => say["channel." + cause.Member],
        "creator" => "@" + cause.Name,
        "day" => formats.Day(DateOnly.ParseExact(cause.Member, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => cause.Name,
    };

    /// <summary>Is it good?</summary>
    public static bool? IsGood(Found found) => found.Kind is FindOpportunities.Kind or FindTraffic.Kind or FindHashtags.Kind ? null
        : found.Kind.EndsWith("_up", StringComparison.Ordinal) || found.Kind.EndsWith("_new", StringComparison.Ordinal);

    private static string Range(Found found, Formats formats) => double.IsInfinity(found.High) ? "" : $"{formats.Count((long)Math.Floor(found.Low))}–{formats.Count((long)Math.Ceiling(found.High))}";
}
