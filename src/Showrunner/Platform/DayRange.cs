using System.Text.Json.Serialization;

namespace Showrunner.Platform;

/// <summary>Market-local days, both ends included.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The same number of days directly before.</summary>
    [JsonIgnore]
    public DayRange Previous => new(From.AddDays(-Days), From.AddDays(-1));

    /// <summary>52 weeks earlier, so that weekdays fall on weekdays.</summary>
    [JsonIgnore]
    public DayRange YearBefore => new(From.AddDays(-364), To.AddDays(-364));

    public bool Contains(DateOnly day) => day >= From && day <= To;
    public bool Contains(DayRange other) => other.From >= From && other.To <= To;

    public DayRange? ComparedWith(string compare) => compare switch
    {
        "previous" => Previous,
        "year" => YearBefore,
        _ => null,
    };

    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
