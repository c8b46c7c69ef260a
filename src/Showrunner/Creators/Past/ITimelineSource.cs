using Showrunner.Insights;

namespace Showrunner.Creators.Past;

/// <summary>Something that happened to or by a creator, said in the reader's language.</summary>
public sealed record Happening(DateTimeOffset At, string Text, string? Note = null, string? Path = null);

/// <param name="Open">The creator's market.</param>
/// <param name="Id">The creator.</param>
/// <param name="Handles">Rows of all creators who are this person, himself first; those merged into him follow.</param>
/// <param name="Before">Only what happened earlier.</param>
/// <param name="Take">At most so much, newest first.</param>
public sealed record TimelineQuestion(OpenMarket Open, long Id, IReadOnlyList<long> Handles, DateTimeOffset? Before, int Take);

/// <summary>A room's part of a creator's timeline. Each room that knows something registers one.</summary>
public interface ITimelineSource
{
    Task<IReadOnlyList<Happening>> Read(TimelineQuestion question, CancellationToken cancel);
}
