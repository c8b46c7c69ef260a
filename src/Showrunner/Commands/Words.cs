using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Showrunner.Platform;

namespace Showrunner.Commands;

/// <summary>Days and lists as they are typed.</summary>
internal static class Words
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new Refused("cli.day_wrong", text);

    public static DayRange Period(string text)
    {
        var ends = text.Split("..");
        if (ends.Length != 2) throw new Refused("cli.period_wrong", text);
        var range = new DayRange(Day(ends[0]), Day(ends[1]));
        return range.To < range.From ? throw new Refused("period_backwards", range.From, range.To) : range;
    }

    public static string[] List(string? text) => text is null ? [] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
