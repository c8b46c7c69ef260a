using System.Globalization;
using System.Text.Json;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Intake;

/// <summary>Reads one event as JSON. What cannot be true is refused with its field; nothing is guessed.</summary>
/// <param name="session">Row number of the show.</param>
/// <param name="market">Whose money it is.</param>
/// <param name="source">Where the event names none.</param>
/// <param name="now">When it was received.</param>
public sealed class ReadEvent(long session, MarketRules market, string source, DateTimeOffset now)
{
    public const int LongestId = 200, LongestText = 2000, LongestName = 200, MostItems = 200;
    public const long Most = 1_000_000_000_000;
    /// <summary>A clock may be this far ahead; what is said to happen later is no event yet.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10), Oldest = TimeSpan.FromDays(400);
    private readonly Dictionary<int, string> _words = [];

    /// <param name="json">Stands on the event's opening brace, and on its closing one afterwards.</param>
    public LiveEvent From(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw new Refused("live_event_object");
        string? id = null, from = null, product = null, text = null, person = null, currency = null, items = null;
        EventKind? kind = null;
        DateTimeOffset? at = null;
        long? count = null, orders = null, amount = null;
        var total = false;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            if (json.ValueTextEquals("id")) id = Word(ref json, "id", LongestId);
            else if (json.ValueTextEquals("type")) kind = Kind(ref json);
            else if (json.ValueTextEquals("at")) at = When(ref json);
            else if (json.ValueTextEquals("source")) from = Kept(ref json, "source");
            else if (json.ValueTextEquals("product")) product = Kept(ref json, "product");
            else if (json.ValueTextEquals("count") || json.ValueTextEquals("quantity")) count = Whole(ref json, "count");
            else if (json.ValueTextEquals("total")) (count, total) = (Whole(ref json, "total"), true);
            else if (json.ValueTextEquals("cumulative")) total |= json.Read() && json.TokenType == JsonTokenType.True;
            else if (json.ValueTextEquals("orders")) orders = Whole(ref json, "orders");
            else if (json.ValueTextEquals("amount")) amount = Money(ref json);
            else if (json.ValueTextEquals("currency")) currency = Word(ref json, "currency", 3);
            else if (json.ValueTextEquals("text")) text = Word(ref json, "text", LongestText);
            else if (json.ValueTextEquals("person")) person = Word(ref json, "person", LongestName);
            else if (json.ValueTextEquals("items")) items = OrderItems.Read(ref json, this);
            else { json.Read(); json.Skip(); } // tomorrow's fields are no error today
        }
        if (id is null or "") throw new Refused("live_event_id");
        if (kind is not { } what) throw new Refused("live_event_type", "", string.Join(", ", EventKinds.All));
        if (at is not { } then) throw new Refused("live_event_at");
        if (then > now + Ahead || then < now - Oldest) throw new Refused("live_event_when", then.ToString("u", CultureInfo.InvariantCulture));
        if (amount is not null && currency is { Length: > 0 } && !currency.Equals(market.Currency, StringComparison.OrdinalIgnoreCase)) throw new Refused("live_event_currency", currency, market.Currency);
        if (count is null && what is EventKind.Viewers or EventKind.Stock or EventKind.AverageViewers or EventKind.PeakViewers) throw new Refused("live_event_count", EventKinds.CodeOf(what));
        if (what == EventKind.Stock && string.IsNullOrEmpty(product)) throw new Refused("live_event_product");
        if (total && what is EventKind.Viewers or EventKind.Stock or EventKind.AverageViewers or EventKind.PeakViewers) total = false; // levels are what they are
        return new LiveEvent
        {
            SessionId = session,
            Source = from ?? source,
            EventNo = id,
            Kind = what,
            At = then,
            ReceivedAt = now,
            Product = product ?? "",
            Count = count,
            Orders = total && orders is null && IsOrders(what) ? null : orders,
            AmountMinor = amount,
            IsTotal = total,
            Text = text ?? "",
            Person = person ?? "",
            Items = items ?? "",
        };
    }

    private static bool IsOrders(EventKind kind) => kind is EventKind.OrderCreated or EventKind.OrderPaid or EventKind.OrderCancelled or EventKind.Refund;

    internal static string Word(ref Utf8JsonReader json, string field, int longest)
    {
        json.Read();
        var text = json.TokenType switch
        {
            JsonTokenType.String => json.GetString()!,
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(json.ValueSpan),
            JsonTokenType.Null => "",
            _ => throw new Refused("live_event_field", field),
        };
        if (text.Length > longest) throw new Refused("live_event_long", field, longest);
        return text.Contains('\0') ? text.Replace("\0", "", StringComparison.Ordinal) : text;
    }

    /// <summary>Sources and products repeat a thousand times in a batch: one string of each.</summary>
    internal string Kept(ref Utf8JsonReader json, string field)
    {
        var word = Word(ref json, field, 100);
        var hash = string.GetHashCode(word, StringComparison.Ordinal);
        if (_words.TryGetValue(hash, out var kept) && kept == word) return kept;
        return _words[hash] = word;
    }

    private static EventKind Kind(ref Utf8JsonReader json)
    {
        json.Read();
        Span<char> text = stackalloc char[40];
        if (json.TokenType == JsonTokenType.String && json.ValueSpan.Length <= text.Length && EventKinds.Of(text[..json.CopyString(text)]) is { } kind) return kind;
        throw new Refused("live_event_type", json.TokenType == JsonTokenType.String ? json.GetString() : "", string.Join(", ", EventKinds.All));
    }

    /// <summary>ISO 8601 with its offset, or seconds or milliseconds since 1970.</summary>
    private static DateTimeOffset When(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            if (json.TryGetDateTimeOffset(out var at) && (json.ValueSpan[^1] is (byte)'Z' or (byte)'z' || json.ValueSpan[10..].IndexOfAny((byte)'+', (byte)'-') >= 0)) return at.ToUniversalTime();
            throw new Refused("live_event_at");
        }
        if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var number) || number is < 0 or > 99_999_999_999_999) throw new Refused("live_event_at");
        return number < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
    }

    internal static long? Whole(ref Utf8JsonReader json, string field)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null) return null;
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) && number is >= 0 and <= Most) return number;
        throw new Refused("live_event_whole", field);
    }

    /// <summary>An amount with at most as many decimals as the currency has, as a number or as a text.</summary>
    internal long? Money(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null) return null;
        decimal amount = 0;
        var known = json.TokenType == JsonTokenType.Number ? json.TryGetDecimal(out amount)
            : json.TokenType == JsonTokenType.String && decimal.TryParse(json.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
        if (!known || amount is < 0 or > Most) throw new Refused("live_event_amount", market.Currency);
        var minor = amount * market.MinorPerMajor;
        // A thousandth of a cent is a machine's rounding, a tenth is another currency.
        return Math.Abs(minor - Math.Round(minor)) <= 0.001m ? (long)Math.Round(minor) : throw new Refused("live_event_amount", market.Currency);
    }
}
