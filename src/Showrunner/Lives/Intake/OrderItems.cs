using System.Text.Json;
using Showrunner.Platform;

namespace Showrunner.Lives.Intake;

/// <summary>What an order of several products holds.</summary>
public sealed record OrderItem(string Product, long? Count, long? Amount);

public static class OrderItems
{
    /// <summary>Checks them and keeps them as JSON with money in minor units.</summary>
    internal static string Read(ref Utf8JsonReader json, ReadEvent reader)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null) return "";
        if (json.TokenType != JsonTokenType.StartArray) throw new Refused("live_event_items", ReadEvent.MostItems);
        List<OrderItem> items = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject || items.Count == ReadEvent.MostItems) throw new Refused("live_event_items", ReadEvent.MostItems);
            string product = "";
            long? count = null, amount = null;
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                if (json.ValueTextEquals("product")) product = reader.Kept(ref json, "product");
                else if (json.ValueTextEquals("quantity") || json.ValueTextEquals("count")) count = ReadEvent.Whole(ref json, "quantity");
                else if (json.ValueTextEquals("amount")) amount = reader.Money(ref json);
                else { json.Read(); json.Skip(); }
            }
            if (product.Length == 0) throw new Refused("live_event_product");
            items.Add(new(product, count, amount));
        }
        return items.Count == 0 ? "" : JsonSerializer.Serialize(items);
    }

    public static IReadOnlyList<OrderItem> Of(LiveEvent happened) => happened.Items.Length == 0 ? [] : JsonSerializer.Deserialize<List<OrderItem>>(happened.Items)!;
}
