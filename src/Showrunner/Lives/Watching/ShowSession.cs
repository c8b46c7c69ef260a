using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Usual;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Lives.Watching;

/// <summary>One show with its figures by the minute, what happened in it, its products and what is said.</summary>
public static class ShowSession
{
    public const int Comments = 200, MostMarks = 2000;
    private static readonly EventKind[] Marks = [.. Enum.GetValues<EventKind>().Where(EventKinds.IsMark)];

    /// <param name="Source">Who told the figures that it stands for.</param>
    /// <param name="Usual">What shows like it usually have in each minute; null where too few say so.</param>
    public sealed record Told(LiveMeasure Measure, string Source, long Total, IReadOnlyList<long?> Minutes, int RanBackwards, IReadOnlyList<double>? Usual = null);
    public sealed record Mark(DateTimeOffset At, EventKind Kind, string Product, string Text, string Source);
    public sealed record Comment(DateTimeOffset At, string Person, string Text, string? Sign);
    public sealed record Feed(string Source, long Events, long Repeated, long Refused, long Late, long Ahead, DateTimeOffset LastReceivedAt, DateTimeOffset? LastEventAt);

    /// <param name="PinnedMinutes">How long it was pinned; null where no source tells of pins.</param>
    /// <param name="GmvPinnedMinor">GMV of the minutes in which it was pinned.</param>
    public sealed record Product(string Number, string Name, long? ProductId, long? Impressions, long? Clicks, double? ClickRate, long? Orders, long? Items, double? OrdersPerClick, long? GmvMinor, double? PinnedMinutes, long? GmvPinnedMinor, int Pins, long? Stock);

    /// <param name="Outlook">What its GMV is likely to come to; null where that is not known yet, or any more.</param>
    /// <param name="FirstMinute">When the first of the minutes begins.</param>
    public sealed record Response(
        ShowWall.Tile Show, string Market, DateTimeOffset FirstMinute, int Minutes, IReadOnlyList<Told> Figures, long? Views, double? AverageViewers, long? PeakViewers, double? WatchSeconds,
        double? WatchGpmMinor, double? ShowGpmMinor, double? EnterRate, double? ClicksPerView, double? ClicksPerImpression, double? OrdersPerClick, double? PaymentRate, double? OrderValueMinor, double? CommentsPerMinute,
        IReadOnlyList<Mark> Marks, IReadOnlyList<Product> Products, IReadOnlyList<Comment> Said, IReadOnlyList<Feed> Feeds, long? CreatorId, long? ShopId, long? PlannedShowId, ShowOutlook? Outlook)
    {
        public Told? Of(LiveMeasure measure) => Figures.FirstOrDefault(told => told.Measure == measure);
    }

    public static async Task<Response> Handle(long id, LiveBoard board, KeptUsual kept, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        var session = await FindSession.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == session.MarketId, cancel);
        var now = clock.GetUtcNow();
        var show = await board.Read(session, db, cancel);
        var (figures, usual) = (show.Figures(now), kept.Of(session.MarketId));
        var marks = await db.LiveEvents.AsNoTracking().Where(e => e.SessionId == id && Marks.Contains(e.Kind)).OrderBy(e => e.At).ThenBy(e => e.EventNo).Take(MostMarks)
            .Select(e => new Mark(e.At, e.Kind, e.Product, e.Text, e.Source)).ToListAsync(cancel);
        var said = await db.LiveEvents.AsNoTracking().Where(e => e.SessionId == id && e.Kind == EventKind.Comment && e.Text != "").OrderByDescending(e => e.At).ThenByDescending(e => e.EventNo).Take(Comments)
            .Select(e => new { e.At, e.Person, e.Text }).ToListAsync(cancel);
        var feeds = await db.LiveFeeds.AsNoTracking().Where(f => f.SessionId == id).OrderBy(f => f.Source)
            .Select(f => new Feed(f.Source, f.Events, f.Repeated, f.Refused, f.Late, f.Ahead, f.LastReceivedAt, f.LastEventAt)).ToListAsync(cancel);
        var pins = Pins.Of(marks, session.EndedAt ?? now);
        var numbers = figures.Products.Select(p => p.Number).Union(pins.Keys).ToList();
        var names = await db.Products.AsNoTracking().Where(p => p.MarketId == session.MarketId && numbers.Contains(p.ProductNo)).Select(p => new { p.ProductNo, p.Id, p.Name }).ToListAsync(cancel);
        return new Response(ShowWall.Of(show, market, usual, now), market.Code, DateTimeOffset.FromUnixTimeSeconds(figures.First * 60), figures.Minutes,
            [.. figures.Told.OrderBy(pair => pair.Key).Select(pair => new Told(pair.Key, pair.Value.Source, pair.Value.Total, pair.Value.Values, pair.Value.RanBackwards, Course(pair.Key)))],
            figures.Views, figures.AverageViewers, figures.PeakViewers, figures.WatchSeconds, figures.WatchGpm, figures.ShowGpm, figures.EnterRate, figures.ClicksPerView, figures.ClicksPerImpression,
            figures.OrdersPerClick, figures.PaymentRate, figures.OrderValue, figures.CommentsPerMinute, marks, [.. numbers.Select(OfProduct)],
            [.. said.Select(c => new Comment(c.At, c.Person, c.Text, CommentSigns.Of(c.Text)))], feeds, session.CreatorId, session.ShopId, session.PlannedShowId, ShowOutlook.Of(show.Session, figures, usual));

        IReadOnlyList<double>? Course(LiveMeasure measure) => usual.Minutes(session) is { } length && usual.Baseline(measure, session.CreatorName) is { } baseline
            ? [.. Enumerable.Range(0, figures.Minutes).Select(minute => Math.Round(baseline.At(minute, Math.Max(length, figures.Minutes)).Usual, 1))] : null;

        Product OfProduct(string number)
        {
            var (told, known, pinned) = (figures.Products.FirstOrDefault(p => p.Number == number), names.FirstOrDefault(p => p.ProductNo == number), pins.GetValueOrDefault(number));
            return new(number, known?.Name ?? "", known?.Id, told?.Total(LiveMeasure.ProductImpressions), told?.Total(LiveMeasure.ProductClicks), told?.ClickRate, told?.Total(LiveMeasure.OrdersPaid), told?.Total(LiveMeasure.Items),
                told?.OrdersPerClick, told?.Total(LiveMeasure.Gmv), pinned?.Minutes, pinned?.Sum(told?.Told.GetValueOrDefault(LiveMeasure.Gmv)?.Values, figures.First), pinned?.Spans.Count ?? 0, told?.Total(LiveMeasure.Stock));
        }
    }
}
