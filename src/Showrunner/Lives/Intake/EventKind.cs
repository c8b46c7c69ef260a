using System.Collections.Frozen;

namespace Showrunner.Lives.Intake;

/// <summary>What can happen in a show.</summary>
public enum EventKind
{
    SessionStarted, Viewers, Joined, Left, Impression, View, Comment, Like, Share, Follow,
    ProductPinned, ProductUnpinned, ProductImpression, ProductClick, AddToCart, OrderCreated, OrderPaid, OrderCancelled, Refund, Stock,
    PromotionStarted, PromotionEnded, HostChanged, Violation, Note, SessionEnded,
    /// <summary>Told of the whole show by who knows no single levels.</summary>
    AverageViewers, PeakViewers,
}

/// <summary>The words of the interface for kinds of events, e.g. order_paid.</summary>
public static class EventKinds
{
    private static readonly FrozenDictionary<string, EventKind> ByCode = Enum.GetValues<EventKind>().ToFrozenDictionary(Code, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, EventKind>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByCode.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] Codes = [.. Enum.GetValues<EventKind>().Select(Code)];

    public static IReadOnlyCollection<string> All => Codes;
    public static string CodeOf(EventKind kind) => Codes[(int)kind];
    public static EventKind? Of(ReadOnlySpan<char> code) => BySpan.TryGetValue(code, out var kind) ? kind : null;

    /// <summary>What stands on the minute chart and is kept as long as the show.</summary>
    public static bool IsMark(EventKind kind) => kind is EventKind.SessionStarted or EventKind.SessionEnded or EventKind.ProductPinned or EventKind.ProductUnpinned
        or EventKind.PromotionStarted or EventKind.PromotionEnded or EventKind.HostChanged or EventKind.Violation or EventKind.Note;

    private static string Code(EventKind kind) => string.Concat(kind.ToString().Select((sign, at) => at > 0 && char.IsUpper(sign) ? "_" + char.ToLowerInvariant(sign) : char.ToLowerInvariant(sign).ToString()));
}
