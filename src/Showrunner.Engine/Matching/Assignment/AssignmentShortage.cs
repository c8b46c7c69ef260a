namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Something that does not fit: a job that is too heavy for every agent (<paramref name="Job"/>), an agent whose jobs exceed its capacity
/// in the nearest assignment found (<paramref name="Agent"/>), or, with neither, all jobs at their lightest against all capacities together.
/// </summary>
/// <param name="Job">Null where no single job is meant.</param>
/// <param name="Agent">Null where no single agent is meant; for a job, the agent that it misses by least.</param>
/// <param name="Missing">Units of capacity.</param>
/// <param name="Proven">No assignment at all can do without; else a better one may exist that was not found.</param>
public sealed record AssignmentShortage(int? Job, int? Agent, long Missing, bool Proven);
