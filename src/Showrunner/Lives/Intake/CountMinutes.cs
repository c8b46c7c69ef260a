namespace Showrunner.Lives.Intake;

/// <summary>What new events add to the minutes of their show.</summary>
public sealed class CountMinutes
{
    private readonly Dictionary<MinuteKey, MinuteRow> _rows = [];

    public IReadOnlyCollection<MinuteRow> Rows => _rows.Values;

    public void Take(LiveEvent happened)
    {
        var items = OrderItems.Of(happened);
        var (count, amount) = items.Count == 0 ? (happened.Count, happened.AmountMinor)
            : (happened.Count ?? items.Sum(item => item.Count ?? 1), happened.AmountMinor ?? items.Sum(item => item.Amount ?? 0));
        // A product's total says nothing of the show's; the stock of a product is not the show's either.
        if (happened.Product.Length == 0 || !happened.IsTotal && happened.Kind != EventKind.Stock) Row(happened, "").Take(happened, count, amount);
        if (happened.Product.Length > 0) Row(happened, happened.Product).Take(happened, count, amount);
        foreach (var item in items) Row(happened, item.Product).Take(happened, item.Count, item.Amount);
    }

    private MinuteRow Row(LiveEvent happened, string product)
    {
        var key = new MinuteKey(happened.At.ToUnixTimeSeconds() / 60, happened.Source, product, happened.IsTotal);
        if (!_rows.TryGetValue(key, out var row)) _rows[key] = row = new MinuteRow(key);
        return row;
    }
}
