using System.Text.Json;

namespace Showrunner.Lives.Intake;

/// <summary>What a session_started event says of its show, for one that is not known yet.</summary>
/// <param name="Market">Code.</param>
/// <param name="Creator">Handle.</param>
/// <param name="Shop">Name or number.</param>
/// <param name="Target">GMV in the market's currency.</param>
/// <param name="Minutes">How long it is to last.</param>
public sealed record StartedEvent(string? Market, string? Title, string? Creator, string? Shop, DateTimeOffset? At, decimal? Target, int? Minutes)
{
    /// <summary>The first of a batch; null where there is none or it cannot be read.</summary>
    public static StartedEvent? In(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf("\"session_started\""u8);
        if (at < 0) return null;
        var from = text[..at].LastIndexOf((byte)'{');
        if (from < 0) return null;
        try
        {
            var json = new Utf8JsonReader(text[from..]);
            using var found = JsonDocument.ParseValue(ref json);
            var told = found.RootElement;
            return new(Word("market"), Word("title"), Word("creator"), Word("shop"),
                told.TryGetProperty("at", out var then) && then.ValueKind == JsonValueKind.String && then.TryGetDateTimeOffset(out var start) ? start.ToUniversalTime() : null,
                told.TryGetProperty("target_gmv", out var target) && target.ValueKind == JsonValueKind.Number && target.TryGetDecimal(out var gmv) ? gmv : null,
                told.TryGetProperty("planned_minutes", out var minutes) && minutes.ValueKind == JsonValueKind.Number && minutes.TryGetInt32(out var length) ? length : null);

            string? Word(string name) => told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException) { return null; }
    }
}
