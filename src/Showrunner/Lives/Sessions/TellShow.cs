using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sessions;

/// <summary>What an operator tells of a running show: figures read off another screen, a note, another host, a violation, its end. It is an event like any other, of the source "operator".</summary>
public static class TellShow
{
    public const string Source = "operator";
    public static readonly IReadOnlyList<string> Kinds = ["figures", "note", "host_changed", "violation", "session_ended"];

    /// <param name="What">figures, note, host_changed, violation or session_ended.</param>
    /// <param name="Viewers">Watching now.</param>
    /// <param name="Views">Entries since the show began, as the next four.</param>
    /// <param name="Gmv">In the market's currency.</param>
    public sealed record Request(string? What, string? Text = null, long? Viewers = null, long? Views = null, decimal? Gmv = null, long? Orders = null, long? Items = null, long? Clicks = null);

    public static async Task Handle(long id, Request request, EventQueue queue, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var session = await FindSession.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        var what = request.What ?? "";
        if (!Kinds.Contains(what)) throw new Refused("live_tell", what, string.Join(", ", Kinds));
        if (what == "session_ended" && session.EndedAt is not null) return;
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == session.MarketId, cancel);
        var events = what == "figures" ? Figures(request, market.Rules) : [Mark(EventKinds.Of(what)!.Value, (request.Text ?? "").Trim())];
        db.Audit(actor, "live.told", session, new { what, request.Text, request.Viewers, request.Views, request.Gmv, request.Orders, request.Items, request.Clicks });
        await db.SaveChangesAsync(cancel);
        var batch = new Batch(session.Id, Source, events, 0);
        if (!queue.TryAdd(batch)) throw new Refused("too_busy");
        try { await batch.Stored; }
        catch (Exception problem) when (!DiskFull.Is(problem)) { throw new Refused("not_stored"); }

        LiveEvent Mark(EventKind kind, string text)
        {
            if (kind != EventKind.SessionEnded && text.Length is 0 or > ReadEvent.LongestText) throw new Refused("live_text", ReadEvent.LongestText);
            return Event(kind, text: text, person: kind == EventKind.HostChanged ? text : actor.Name);
        }

        LiveEvent Event(EventKind kind, long? count = null, long? orders = null, long? amount = null, bool total = false, string text = "", string person = "") => new()
        {
            SessionId = session.Id,
            Source = Source,
            EventNo = Guid.NewGuid().ToString("N"),
            Kind = kind,
            At = clock.GetUtcNow(),
            ReceivedAt = clock.GetUtcNow(),
            Count = count,
            Orders = orders,
            AmountMinor = amount,
            IsTotal = total,
            Text = text,
            Person = person,
        };

        List<LiveEvent> Figures(Request told, MarketRules rules)
        {
            if (new[] { told.Viewers, told.Views, told.Orders, told.Items, told.Clicks }.Any(value => value is < 0 or > ReadEvent.Most) || told.Gmv is < 0 or > ReadEvent.Most) throw new Refused("live_figures_wrong");
            List<LiveEvent> events = [];
            if (told.Viewers is { } viewers) events.Add(Event(EventKind.Viewers, viewers));
            if (told.Views is { } views) events.Add(Event(EventKind.View, views, total: true));
            if (told.Clicks is { } clicks) events.Add(Event(EventKind.ProductClick, clicks, total: true));
            if (told.Gmv is not null || told.Orders is not null || told.Items is not null)
                events.Add(Event(EventKind.OrderPaid, told.Items, told.Orders, told.Gmv is { } gmv ? (long)Math.Round(gmv * rules.MinorPerMajor) : null, total: true));
            return events.Count == 0 ? throw new Refused("live_figures_none") : events;
        }
    }
}
