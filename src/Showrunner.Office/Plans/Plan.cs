namespace Showrunner.Office;

/// <summary>A project plan as Microsoft Project and others open it (MSPDI). Times are clock times of the plan's place.</summary>
/// <param name="Name">Heads the plan.</param>
/// <param name="Start">Nothing begins before.</param>
/// <param name="Tasks">In reading order, each group before what it holds.</param>
public sealed record Plan(string Name, DateTime Start, params IReadOnlyList<PlanTask> Tasks)
{
    /// <summary>When it was written; time comes from the caller, so that a file can be made again byte for byte.</summary>
    public DateTime Saved { get; init; } = Start;

    /// <summary>What it is about, for whoever has to know when it comes back; people see it among the file's properties.</summary>
    public string? Subject { get; init; }

    public string? Author { get; init; }

    public string? Company { get; init; }

    /// <summary>Three letters, for the prices of people and things.</summary>
    public string? Currency { get; init; }

    public WorkCalendar Calendar { get; init; } = WorkCalendar.Standard;

    public IReadOnlyList<PlanResource> Resources { get; init; } = [];

    public IReadOnlyList<PlanAssignment> Assignments { get; init; } = [];

    /// <summary>When the last task ends; the plan's start where there is none.</summary>
    public DateTime Finish => Tasks.Select(t => t.Finish).Append(Start).Max();
}

/// <summary>Something to do, or a group of such where the next task stands a level deeper.</summary>
/// <param name="Uid">From 1, unique; it stays with the task when the plan comes back.</param>
/// <param name="Finish">The same as the start makes a milestone.</param>
public sealed record PlanTask(int Uid, string Name, DateTime Start, DateTime Finish)
{
    /// <summary>In the outline, from 1; at most one deeper than the task before.</summary>
    public int Level { get; init; } = 1;

    /// <summary>Working time between start and finish; counted on the plan's calendar when null.</summary>
    public TimeSpan? Duration { get; init; }

    public bool IsMilestone { get; init; } = Start == Finish;

    /// <summary>0 to 100.</summary>
    public int PercentComplete { get; init; }

    public IReadOnlyList<PlanLink> Predecessors { get; init; } = [];

    /// <summary>Shown as a mark; moves nothing.</summary>
    public DateTime? Deadline { get; init; }

    /// <summary>The program must not move it when something before it moves.</summary>
    public bool IsFixed { get; init; }

    public string? Notes { get; init; }
}

/// <summary>What a task waits for.</summary>
/// <param name="Uid">Of the earlier task.</param>
/// <param name="Lag">Working time between the two; negative lets them overlap.</param>
public sealed record PlanLink(int Uid, LinkKind Kind = LinkKind.FinishToStart, TimeSpan Lag = default);

/// <summary>Which ends of two tasks are tied, as Project numbers them.</summary>
public enum LinkKind
{
    FinishToFinish,
    FinishToStart,
    StartToFinish,
    StartToStart,
}

/// <summary>A person, or a thing that is used up or costs.</summary>
/// <param name="Uid">From 1, unique among resources.</param>
public sealed record PlanResource(int Uid, string Name)
{
    public ResourceKind Kind { get; init; } = ResourceKind.Work;

    /// <summary>1 is one person all day.</summary>
    public decimal Units { get; init; } = 1;

    public string? Group { get; init; }

    public string? Email { get; init; }
}

/// <summary>What a resource is, as Project numbers it.</summary>
public enum ResourceKind
{
    Material,
    Work,
    Cost,
}

/// <summary>Who or what works on a task.</summary>
/// <param name="Units">1 is one person all day.</param>
public sealed record PlanAssignment(int Task, int Resource, decimal Units = 1);
