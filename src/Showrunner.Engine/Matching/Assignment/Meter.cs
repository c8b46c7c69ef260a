namespace Showrunner.Engine.Matching.Assignment;

/// <summary>Counts steps and says when the budget is over; the clock and the cancellation are looked at once in a while only.</summary>
internal sealed class Meter
{
    private const long Glance = 200_000;
    private readonly AssignmentBudget _budget;
    private readonly CancellationToken _cancel;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private long _next;

    public Meter(AssignmentBudget budget, CancellationToken cancel)
    {
        (_budget, _cancel, _clock) = (budget, cancel, budget.Clock ?? TimeProvider.System);
        _start = _clock.GetTimestamp();
        Look();
    }

    public long Work { get; private set; }

    /// <summary>Null while there is something left.</summary>
    public AssignmentEnd? End { get; private set; }

    public bool IsOver => End is not null;

    public void Spend(long steps)
    {
        Work += steps;
        if (Work >= _next) Look();
    }

    private void Look()
    {
        _next = Work + Glance;
        if (_budget.Work is { } limit) _next = Math.Min(_next, Work < limit ? limit : long.MaxValue);
        if (End is not null) return;
        if (_cancel.IsCancellationRequested) End = AssignmentEnd.Cancelled;
        else if (_budget.Time is { } time && _clock.GetElapsedTime(_start) >= time) End = AssignmentEnd.TimeOver;
        else if (_budget.Work is { } most && Work >= most) End = AssignmentEnd.WorkSpent;
    }
}
