using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>One thing worth telling, with the evidence for it. Amounts are minor units of the market's currency.</summary>
/// <param name="Kind">What sort, e.g. creator_down; the sentence is the text finding.KIND.</param>
/// <param name="Subject">market, creator, product, shop, category, campaign or hashtag.</param>
/// <param name="SubjectId">Row number; 0 for the market and for a hashtag, which is its name.</param>
/// <param name="Days">When it happened.</param>
/// <param name="Observed">Order lines in the week (of refunds: lines sent back; of a hashtag: creators who posted with it).</param>
/// <param name="Expected">The same from the history.</param>
/// <param name="EffectMinor">What it did to GMV (of refunds: to refunds); below 0 when it cost GMV.</param>
/// <param name="Probability">Of so large a deviation if nothing had changed.</param>
public sealed record Found(
    string Kind, string Subject, long SubjectId, string Name, DayRange Days, double Observed, double Expected, double Low, double High, long EffectMinor, double Probability)
{
    /// <summary>Order lines of the weeks up to this one, oldest first.</summary>
    public IReadOnlyList<double> History { get; init; } = [];
    public IReadOnlyList<Cause> Causes { get; init; } = [];

    /// <summary>The same thing told again has the same key.</summary>
    public string Key => $"{Kind}|{Subject}|{(Subject == FindHashtags.Subject ? Name : SubjectId)}";
    public bool IsUp => Observed > Expected;
}

/// <summary>What one member of another dimension did to it.</summary>
/// <param name="Dimension">channel, product, creator, shop or day.</param>
/// <param name="Member">Row number or code.</param>
/// <param name="AmountMinor">Its part of the change.</param>
/// <param name="Share">Of the change; above 1 where others work against it.</param>
public sealed record Cause(string Dimension, string Member, string Name, long AmountMinor, double Share);
