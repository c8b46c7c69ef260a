using System.Globalization;
using Showrunner.Lives.Intake;
using F = Showrunner.Lives.Sources.SourceField;

namespace Showrunner.Lives.Sources;

/// <summary>Figures since the show began, as the events that tell them. The same figures of the same moment are the same events; what is not told makes none.</summary>
internal static class ToldTotals
{
    private static readonly (F Field, EventKind Kind)[] Counts =
    [
        (F.Views, EventKind.View), (F.Joined, EventKind.Joined), (F.Leaves, EventKind.Left), (F.Comments, EventKind.Comment), (F.Likes, EventKind.Like), (F.Shares, EventKind.Share), (F.Follows, EventKind.Follow),
        (F.Impressions, EventKind.Impression), (F.ProductImpressions, EventKind.ProductImpression), (F.ProductClicks, EventKind.ProductClick), (F.Carts, EventKind.AddToCart),
    ];

    private static readonly (F Field, EventKind Kind)[] Levels = [(F.Viewers, EventKind.Viewers), (F.Acu, EventKind.AverageViewers), (F.Pcu, EventKind.PeakViewers), (F.Stock, EventKind.Stock)];

    /// <param name="isAskedOften">A total that stands where it stood is then no event of its own.</param>
    public static IEnumerable<LiveEvent> Of(long session, string source, IReadOnlyDictionary<F, long> told, DateTimeOffset at, DateTimeOffset now, string product = "", bool isAskedOften = false)
    {
        foreach (var (field, kind) in Counts)
            if (told.TryGetValue(field, out var count)) yield return Event(kind, count, null, null);
        foreach (var (field, kind) in Levels)
            if (told.TryGetValue(field, out var level)) yield return Event(kind, level, null, null, isTotal: false);
        if (told.TryGetValue(F.OrdersCreated, out var created)) yield return Event(EventKind.OrderCreated, null, created, null);
        if (Figure(F.Orders) is var orders && Figure(F.Items) is var items && Figure(F.Gmv) is var gmv && (orders ?? items ?? gmv) is not null) yield return Event(EventKind.OrderPaid, items, orders, gmv);

        long? Figure(F field) => told.TryGetValue(field, out var value) ? value : null;

        LiveEvent Event(EventKind kind, long? count, long? orders, long? amount, bool isTotal = true) => new()
        {
            SessionId = session,
            Source = source,
            EventNo = string.Create(CultureInfo.InvariantCulture, $"{EventKinds.CodeOf(kind)}:{product}:{(isAskedOften && isTotal ? "" : at.ToUnixTimeSeconds())}:{count}:{orders}:{amount}"),
            Kind = kind,
            At = at,
            ReceivedAt = now,
            Product = product,
            Count = count,
            Orders = orders,
            AmountMinor = amount,
            IsTotal = isTotal,
        };
    }
}
