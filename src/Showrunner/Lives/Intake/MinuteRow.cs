using Showrunner.Lives.Watching;
using M = Showrunner.Lives.Intake.LiveMeasure;

namespace Showrunner.Lives.Intake;

/// <summary>Which minute of what, told by whom.</summary>
/// <param name="Minute">Minutes since 1970 UTC.</param>
public readonly record struct MinuteKey(long Minute, string Source, string Product, bool IsTotal);

/// <summary>The figures of a minute in memory, or what a batch of events adds to them.</summary>
public sealed class MinuteRow(MinuteKey key)
{
    private readonly long?[] _values = new long?[LiveMeasures.All.Length];

    public MinuteKey Key => key;
    public DateTimeOffset SampledAt { get; set; }
    public long? this[M measure] { get => _values[(int)measure]; set => _values[(int)measure] = value; }

    /// <summary>The same rule as <see cref="MinuteSql.Upsert"/>: counts add up, totals keep the highest, levels keep the latest.</summary>
    public void Take(MinuteRow more)
    {
        var isLater = more.SampledAt >= SampledAt;
        foreach (var measure in LiveMeasures.All)
        {
            if (more[measure] is not { } value) continue;
            this[measure] = this[measure] is not { } own ? value
                : LiveMeasures.IsLevel(measure) ? isLater ? value : own
                : key.IsTotal || measure == M.ViewersMost ? Math.Max(own, value)
                : own + value;
        }
        if (isLater) SampledAt = more.SampledAt;
    }

    /// <summary>What an event adds to the minute, of the show or of one product of it.</summary>
    public void Take(LiveEvent happened, long? count, long? amount)
    {
        var one = key.IsTotal ? count : count ?? 1;
        switch (happened.Kind)
        {
            case EventKind.Viewers: Level(M.Viewers, happened.At, count); break;
            case EventKind.Stock: Level(M.Stock, happened.At, count); break;
            case EventKind.PeakViewers: this[M.ViewersMost] = Math.Max(this[M.ViewersMost] ?? 0, count ?? 0); break;
            case EventKind.AverageViewers: Level(count); break;
            case EventKind.Joined: Add(M.Joined, one); break;
            case EventKind.Left: Add(M.Leaves, one); break;
            case EventKind.Impression: Add(M.Impressions, one); break;
            case EventKind.View: Add(M.Views, one); break;
            case EventKind.Comment: Add(M.Comments, one); Sign(happened.Text); break;
            case EventKind.Like: Add(M.Likes, one); break;
            case EventKind.Share: Add(M.Shares, one); break;
            case EventKind.Follow: Add(M.Follows, one); break;
            case EventKind.ProductImpression: Add(M.ProductImpressions, one); break;
            case EventKind.ProductClick: Add(M.ProductClicks, one); break;
            case EventKind.AddToCart: Add(M.Carts, one); break;
            case EventKind.OrderCreated: Add(M.OrdersCreated, Orders(happened)); break;
            case EventKind.OrderCancelled: Add(M.OrdersCancelled, Orders(happened)); break;
            case EventKind.OrderPaid: Add(M.OrdersPaid, Orders(happened)); Add(M.Items, one); Add(M.Gmv, amount); break;
            case EventKind.Refund: Add(M.Refunds, Orders(happened)); Add(M.Refunded, amount); break;
        }
        if (happened.At > SampledAt) SampledAt = happened.At;
    }

    private void Sign(string text)
    {
        if (text.Length == 0 || key.IsTotal) return;
        var sign = CommentSigns.Of(text);
        Add(M.Questions, sign == CommentSigns.Question ? 1 : 0);
        Add(M.Complaints, sign == CommentSigns.Complaint ? 1 : 0);
    }

    private long? Orders(LiveEvent happened) => happened.Orders ?? (key.IsTotal ? null : 1);

    private void Level(M measure, DateTimeOffset at, long? value)
    {
        if (this[measure] is null || at >= SampledAt) this[measure] = value;
        if (measure != M.Viewers) return;
        this[M.ViewersMost] = Math.Max(this[M.ViewersMost] ?? 0, value ?? 0);
        Level(value);
    }

    private void Level(long? viewers)
    {
        this[M.ViewersSum] = (this[M.ViewersSum] ?? 0) + viewers;
        this[M.ViewersSeen] = (this[M.ViewersSeen] ?? 0) + 1;
    }

    private void Add(M measure, long? value)
    {
        if (value is not { } more) return;
        var own = this[measure];
        this[measure] = own is null ? more : key.IsTotal ? Math.Max(own.Value, more) : own + more;
    }
}
