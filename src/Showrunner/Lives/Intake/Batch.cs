namespace Showrunner.Lives.Intake;

/// <summary>Events of one request that wait to be written.</summary>
/// <param name="Refused">Lines that could not be read, which the feed's health tells of.</param>
public sealed record Batch(long SessionId, string Source, IReadOnlyList<LiveEvent> Events, int Refused)
{
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(2);
    private readonly TaskCompletionSource<int> _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many of them were new, once they are durable.</summary>
    public Task<int> Stored => _stored.Task;
    public void Done(int fresh) => _stored.TrySetResult(fresh);
    public void Failed(Exception why) => _stored.TrySetException(why);
}

/// <summary>What a written batch changed in a show: whoever knows the version before may add it up himself.</summary>
public sealed record StoredShow(long SessionId, long Before, IReadOnlyCollection<MinuteRow> Rows, IReadOnlyList<LiveEvent> Events, DateTimeOffset ReceivedAt);
