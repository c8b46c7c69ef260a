namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// How long a search may go on. Work alone makes the answer the same on every machine; a deadline or a cancellation ends it where it
/// stands. Either way the best assignment so far is the answer.
/// </summary>
/// <param name="Work">Steps of the search; about 300 million are a second of a usual core. Null: no limit.</param>
/// <param name="Time">From the call on. Null: no limit.</param>
/// <param name="Clock">Measures <paramref name="Time"/>; the system's when null.</param>
public sealed record AssignmentBudget(long? Work = null, TimeSpan? Time = null, TimeProvider? Clock = null);
