using System.Globalization;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Reports;

/// <summary>How a report in one language about one market says words, money and days.</summary>
public sealed class ReportWords(Texts texts, Market market, string language)
{
    private readonly decimal _scale = market.Rules.MinorPerMajor;

    public CultureInfo Culture => Texts.Culture(language);
    public string MarketName => market.Name(language);
    public string Currency => market.Currency;
    public int MinorUnits => market.MinorUnits;
    public string Zone => market.TimeZone;
    public CellFormat MoneyFormat { get; } = CellFormat.Money(market.Currency, market.DisplayDecimals);
    public Formats Formats { get; } = new(texts, language, new MarketOption(
        market.Code, market.Name(language), market.Currency, market.MinorUnits, market.DisplayDecimals, market.TimeZone));

    public string Say(string key, params IReadOnlyList<object?> arguments) => texts.Say(language, key, arguments);
    public string Label(string metric) => MetricWords.Label(texts, language, metric);
    public string Before(string metric) => Say("report.before", [Label(metric)]);
    /// <summary>Creators, in the middle of a sentence.</summary>
    public string Many(string dimension) => Say($"dimension.{dimension}.many") is var many && language == "de" ? many : char.ToLower(many[0], Culture) + many[1..];

    public string Channel(string code) => Say("channel." + code);

    public Term Define(string code)
    {
        var metric = MetricDictionary.Find(code)!;
        return new Term(Label(code), MetricWords.Text(texts, language, code), MetricWords.Formula(texts, language, metric),
            MetricWords.UnitOf(texts, language, metric), MetricWords.SourceOf(texts, language, metric));
    }

    public CellFormat Format(Metric metric) => metric.Unit switch
    {
        Unit.Money => MoneyFormat,
        Unit.Rate => CellFormat.Percent(),
        Unit.Count => CellFormat.Integer,
        _ => CellFormat.Number(1),
    };

    /// <summary>Money in major units, exactly; everything else as it is.</summary>
    public decimal? Major(Metric metric, decimal? value) => metric.Unit == Unit.Money ? value / _scale : value;

    public string Money(decimal? minor) => Formats.MoneyShort(minor);

    /// <summary>+Rp 1,2 M, −Rp 0,3 M.</summary>
    public string SignedMoney(decimal minor) => Formats.MoneyChange(minor, 0).Absolute;

    /// <summary>+12.4%, −3.0%; null where the earlier figure is nothing.</summary>
    public string? Percent(decimal now, decimal before) => before > 0 ? Formats.SignedRate((double)(now / before - 1)) : null;

    public static FigureUnit UnitOf(Metric metric) => metric.Unit switch
    {
        Unit.Money => FigureUnit.Money,
        Unit.Rate => FigureUnit.Rate,
        Unit.Count => FigureUnit.Count,
        Unit.Days => FigureUnit.Days,
        Unit.Hours => FigureUnit.Hours,
        Unit.Seconds => FigureUnit.Seconds,
        _ => FigureUnit.Number,
    };
}
