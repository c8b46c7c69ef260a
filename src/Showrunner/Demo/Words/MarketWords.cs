using Showrunner.Engine.Simulation;

namespace Showrunner.Demo.Words;

/// <summary>How a country's demo market sounds and behaves. People and firms are invented.</summary>
internal sealed record MarketWords(string Code, int Number, double Share)
{
    public required string[] FirstNames { get; init; }
    public required string[] LastNames { get; init; }
    public required string[] HandleWords { get; init; }
    public required string[] ShopNames { get; init; }
    public required string[] ShopKinds { get; init; }
    public required string[] LiveTitles { get; init; }
    /// <summary>What people say in a LIVE; some ask, some complain.</summary>
    public required string[] LiveComments { get; init; }
    /// <summary>{0} is the product.</summary>
    public required string[] VideoTitles { get; init; }
    /// <summary>Under videos at all times.</summary>
    public required string[] Hashtags { get; init; }
    /// <summary>One of them spreads all at once.</summary>
    public required string[] NewHashtags { get; init; }
    /// <summary>{0} is a number of pieces.</summary>
    public required string Pack { get; init; }
    public required CategoryWords[] Categories { get; init; }
    /// <summary>Partner campaigns.</summary>
    public required string[] Campaigns { get; init; }
    /// <summary>What creators speak, and which share of them; adds up to 1.</summary>
    public required (string Code, double Share)[] Languages { get; init; }
    public double[] LanguageShares => _languageShares ??= [.. Languages.Select(l => l.Share)];
    private double[]? _languageShares;
    /// <summary>The language of the market's seller console, and so of its files.</summary>
    public required ExportLanguage Export { get; init; }
    /// <summary>Share of lines that come back in ordinary times.</summary>
    public required double ReturnRate { get; init; }
    /// <summary>How the week runs, Sunday first.</summary>
    public required double[] Week { get; init; }
    /// <summary>Days of the month on which wages are there, from and to (over the month's end), and how much more is bought.</summary>
    public required (int From, int To, double Factor) PayDays { get; init; }
    /// <summary>What prices end in, in minor units, and the step before it: 9,900 rupiah, 4.99 euro.</summary>
    public required (long Step, long Less) PriceEnd { get; init; }

    public Season Season => new(Week, PayDays.From, PayDays.To, PayDays.Factor);

    public static readonly IReadOnlyList<MarketWords> All = [Indonesia.Words, Germany.Words, UnitedStates.Words, Vietnam.Words];
}

/// <summary>A category: its English path, its names, and what is sold in it for how much (whole units of money).</summary>
internal sealed record CategoryWords(string Path, string NameId, string NameDe, int PriceLow, int PriceHigh, string[] Things, string[] Kinds);

internal enum ExportLanguage { English, Indonesian, Vietnamese }
