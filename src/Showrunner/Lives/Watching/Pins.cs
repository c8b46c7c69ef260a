using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Watching;

/// <summary>When a product was pinned. One is pinned at a time: the next one, an unpinning or the end ends it.</summary>
public sealed record Pins(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Spans)
{
    public double Minutes => Spans.Sum(span => (span.To - span.From).TotalMinutes);

    public static Dictionary<string, Pins> Of(IReadOnlyList<ShowSession.Mark> marks, DateTimeOffset end)
    {
        Dictionary<string, List<(DateTimeOffset, DateTimeOffset)>> spans = [];
        (string Product, DateTimeOffset From)? now = null;
        foreach (var mark in marks)
        {
            if (mark.Kind is not (EventKind.ProductPinned or EventKind.ProductUnpinned or EventKind.SessionEnded)) continue;
            Close(mark.At);
            if (mark.Kind == EventKind.ProductPinned && mark.Product.Length > 0) now = (mark.Product, mark.At);
        }
        Close(end);
        return spans.ToDictionary(pair => pair.Key, pair => new Pins(pair.Value));

        void Close(DateTimeOffset at)
        {
            if (now is not { } open) return;
            if (!spans.TryGetValue(open.Product, out var own)) spans[open.Product] = own = [];
            if (at > open.From) own.Add((open.From, at));
            now = null;
        }
    }

    /// <summary>What the minutes it was pinned in add up to; a minute belongs to it when more than half of it does.</summary>
    public long? Sum(IReadOnlyList<long?>? values, long first)
    {
        if (values is null) return null;
        long sum = 0;
        for (var at = 0; at < values.Count; at++)
        {
            var from = DateTimeOffset.FromUnixTimeSeconds((first + at) * 60);
            if (Spans.Sum(span => Math.Max(0, (Earlier(span.To, from.AddMinutes(1)) - Later(span.From, from)).TotalSeconds)) > 30) sum += values[at] ?? 0;
        }
        return sum;
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
