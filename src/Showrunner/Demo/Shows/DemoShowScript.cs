using Showrunner.Engine.Simulation;
using Showrunner.Lives.Intake;
using LiveMinute = Showrunner.Engine.Simulation.LiveMinute;

namespace Showrunner.Demo.Shows;

/// <summary>All events of a LIVE of the demo market in the order they happen. The same show gives the same events, each with the same number.</summary>
/// <param name="Goods">What it sold, the best first: number at the marketplace and how many times.</param>
/// <param name="Comments">What people say there; questions and complaints among it.</param>
public sealed record DemoShowScript(IReadOnlyList<LiveMinute> Minutes, IReadOnlyList<(string Product, long Times)> Goods, IReadOnlyList<string> Comments, int Seed)
{
    public const string Source = "demo";
    private const int PinEvery = 17, Pinned = 6, Heard = 4;
    private const double ForThePinned = 0.6;

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes.Count);

    /// <param name="session">Row number of the show.</param>
    /// <param name="start">When it began.</param>
    /// <param name="from">Minutes from which on.</param>
    /// <param name="to">What had happened by then.</param>
    public IEnumerable<LiveEvent> Events(long session, DateTimeOffset start, TimeSpan from, TimeSpan to)
    {
        var (orders, items, gmv) = (Minutes.Sum(minute => minute.Orders), Minutes.Sum(minute => minute.Items), Minutes.Sum(minute => minute.GmvMinor));
        for (var at = Math.Max(0, (int)from.TotalMinutes - 1); at < Minutes.Count && at <= to.TotalMinutes; at++)
            foreach (var happened in Of(Minutes[at]).Where(happened => happened.At > start + from && happened.At <= start + to)) yield return happened;
        if (to >= Length) yield return Event(EventKind.SessionEnded, Minutes.Count, 0, "end");

        IEnumerable<LiveEvent> Of(LiveMinute minute)
        {
            var chance = Chance.Of(Seed, minute.Minute, 3, 5);
            var pinned = Goods.Count == 0 ? null : Goods[minute.Minute / PinEvery % Math.Min(Pinned, Goods.Count)].Product;
            if (minute.Minute == 0) yield return Event(EventKind.SessionStarted, 0, 0.1, "start");
            if (pinned is not null && minute.Minute % PinEvery == 0) yield return Event(EventKind.ProductPinned, minute.Minute, 2, $"pin{minute.Minute}", product: pinned);
            foreach (var second in new[] { 14.0, 44.0 }) yield return Event(EventKind.Viewers, minute.Minute, second, $"v{minute.Minute}-{second}", minute.Viewers);
            foreach (var (kind, many, name) in new[] { (EventKind.View, minute.Views, "w"), (EventKind.Like, minute.Likes, "l"), (EventKind.Impression, minute.Views * 7, "i") })
                if (many > 0) yield return Event(kind, minute.Minute, 50, $"{name}{minute.Minute}", many);
            if (minute.ProductClicks > 0)
            {
                var product = pinned ?? "";
                yield return Event(EventKind.ProductImpression, minute.Minute, 51, $"pi{minute.Minute}", minute.ProductClicks * 9, product: product);
                yield return Event(EventKind.ProductClick, minute.Minute, 52, $"pc{minute.Minute}", minute.ProductClicks, product: product);
            }
            var heard = (int)Math.Min(Heard, minute.Comments);
            for (var i = 0; i < heard; i++) yield return Event(EventKind.Comment, minute.Minute, chance.Between(1.0, 58.0), $"c{minute.Minute}-{i}", text: chance.Pick(Comments), person: $"viewer{chance.Below(9000) + 1000}");
            if (minute.Comments > heard) yield return Event(EventKind.Comment, minute.Minute, 53, $"c{minute.Minute}", minute.Comments - heard);
            var before = Minutes.Take(minute.Minute).Sum(earlier => earlier.Orders);
            for (var i = 0L; i < minute.Orders; i++)
            {
                var product = pinned is not null && chance.Hits(ForThePinned) ? pinned : Goods.Count == 0 ? "" : Goods[chance.Popular(Goods.Count)].Product;
                yield return Event(EventKind.OrderPaid, minute.Minute, chance.Between(1.0, 58.0), $"o{minute.Minute}-{i}", Share(items, orders, before + i), product: product, amount: Share(gmv, orders, before + i));
            }
        }

        LiveEvent Event(EventKind kind, int minute, double second, string no, long? count = null, string product = "", long? amount = null, string text = "", string person = "") => new()
        {
            SessionId = session,
            Source = Source,
            EventNo = no,
            Kind = kind,
            At = start.AddMinutes(minute).AddSeconds(second),
            ReceivedAt = start,
            Count = count,
            Product = product,
            AmountMinor = amount,
            Text = text,
            Person = person,
        };
    }

    /// <summary>One of so many parts of a whole that add up to it.</summary>
    private static long Share(long whole, long parts, long at) => whole * (at + 1) / parts - whole * at / parts;
}
