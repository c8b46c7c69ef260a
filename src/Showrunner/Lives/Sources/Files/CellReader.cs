using Showrunner.Imports.Reading;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Files;

/// <summary>Cells as the market writes them. What cannot be read is refused by the code of the sentence that says why.</summary>
internal sealed class CellReader(MarketRules market, DateTimeOffset now)
{
    private readonly NumberStyle _style = NumberStyle.Of(market);
    private readonly MarketClock _clock = new(market);

    /// <summary>A count, or money in minor units; null where nothing is told.</summary>
    public long? Figure(SourceField field, string text)
    {
        var isMoney = field == SourceField.Gmv;
        var reading = NumberText.Read(text, _style, !isMoney || _style.WholeMoney, out var number);
        if (reading == NumberReading.None) return null;
        if (reading == NumberReading.OtherCurrency) throw new Refused("currency_not_market");
        if (reading == NumberReading.TooLarge) throw new Refused("number_too_large");
        if (reading != NumberReading.Ok) throw new Refused("number_wrong");
        if (!isMoney && field != SourceField.Acu && !number.IsWhole) throw new Refused("number_not_whole");
        if (!number.TryScale(isMoney ? _style.MinorUnits : 0, out var value)) throw new Refused("number_too_large");
        return value < 0 ? throw new Refused("number_negative") : value;
    }

    public DateTimeOffset Moment(string text)
    {
        var reading = DateText.Read(text, monthFirst: false, out var local, out var offset);
        if (reading != DateReading.Ok) throw new Refused(reading == DateReading.Wrong ? "date_wrong" : "date_impossible");
        var instant = _clock.Read(local, offset).Instant;
        return instant > now + Intake.ReadEvent.Ahead ? throw new Refused("date_in_future") : instant;
    }

    public static long Seconds(string text) => DurationText.TryRead(text, out var seconds) ? seconds : throw new Refused("duration_wrong");

    /// <summary>A number of the marketplace exactly as it stands, out of the quotes that keep spreadsheets from rounding it.</summary>
    public static string Number(string text)
    {
        var id = text.TrimStart('=', '\'', '"').TrimEnd('"').Trim();
        if (NumberText.IsNone(id)) return "";
        if (id.Contains("E+", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(id[0])) throw new Refused("id_rounded");
        return id.Length > Sessions.LiveSession.LongestNumber ? throw new Refused("id_too_long") : id;
    }
}

/// <summary>A row that is not taken, and why.</summary>
/// <param name="Code">Of the sentence, problem.CODE.</param>
public sealed record FileProblem(long Row, string Column, string Code, string Text);
