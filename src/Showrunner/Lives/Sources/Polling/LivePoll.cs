using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>A marketplace is asked again and again for the figures of a running show, or for the list of a shop's shows that are over. Whoever takes it holds it for a while, so that only one node asks.</summary>
public sealed class LivePoll
{
    public const string Waiting = "waiting", Fine = "fine", Partial = "partial", Throttled = "throttled", Failing = "failing", Refused = "refused", Over = "over";
    private const int LongestSaid = 300, MostDoublings = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5), FirstWait = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromMinutes(10);

    public long Id { get; init; }
    public required long MarketId { get; init; }
    /// <summary>The show; null for the list of shows that are over.</summary>
    public long? SessionId { get; init; }
    /// <summary>Token and keys, encrypted.</summary>
    public string Secret { get; private set; } = "";
    public string AuthorName { get; private set; } = "";
    /// <summary>Null while nobody asks: until a new token is given, or for ever when the show is over.</summary>
    public DateTimeOffset? NextAt { get; private set; }
    public string State { get; private set; } = Waiting;
    /// <summary>What the marketplace answered when it did not answer well.</summary>
    public string Said { get; private set; } = "";
    public int Misses { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    /// <summary>When minutes and products were asked for last.</summary>
    public DateTimeOffset? DetailsAt { get; private set; }

    /// <summary>Begins, or begins again with another token.</summary>
    public void Begin(string secret, string author, DateTimeOffset now) => (Secret, AuthorName, NextAt, State, Said, Misses) = (secret, author, now, Waiting, "", 0);

    public void Take(DateTimeOffset now) => NextAt = now + Lease;

    public void Answer(string? gap, bool withDetails, DateTimeOffset now, TimeSpan pause)
    {
        var isGapOpen = gap is null && !withDetails && State == Partial; // nobody asked for what was missing
        (State, Said, Misses, AnsweredAt, NextAt) = (gap is null && !isGapOpen ? Fine : Partial, Short(gap ?? (isGapOpen ? Said : "")), 0, now, now + pause);
        if (withDetails) DetailsAt = now;
    }

    /// <summary>No answer, or one that asks to come later: the pauses grow.</summary>
    public void Miss(string state, string said, TimeSpan? asked, DateTimeOffset now)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(Misses++, MostDoublings));
        (State, Said) = (state, Short(said));
        NextAt = now + (asked > wait ? asked.Value : wait < LongestWait ? wait : LongestWait);
    }

    /// <summary>The token does not work: nobody asks again before there is another.</summary>
    public void Stop(string state, string said) => (State, Said, NextAt) = (state, Short(said), null);

    private static string Short(string text) => text.Length > LongestSaid ? text[..LongestSaid] : text;
}

internal sealed class LivePollTable : IEntityTypeConfiguration<LivePoll>
{
    public void Configure(EntityTypeBuilder<LivePoll> poll)
    {
        poll.HasIndex(p => p.SessionId);
        poll.HasIndex(p => p.NextAt);
        poll.Property(p => p.NextAt).IsConcurrencyToken();
    }
}

public static class LivePollSets
{
    extension(AppDb db)
    {
        public DbSet<LivePoll> LivePolls => db.Set<LivePoll>();
    }
}
