using Showrunner.Engine.Matching.Assignment;

namespace Showrunner.Benchmarks.Matching;

/// <param name="Published">Lower bound and best cost known to others, where there are any.</param>
/// <param name="Feasible">Counted again from the instance, not taken from the answer.</param>
internal sealed record SolvedInstance(string Name, AssignmentResult Result, (long Bound, long Best)? Published, bool Feasible, double Seconds)
{
    public bool IsProven => Result.End == AssignmentEnd.Proven;

    /// <summary>To the published bound, or to our own.</summary>
    public double Gap => !Feasible ? double.PositiveInfinity : Published is { } known ? (Result.Objective - known.Bound) / Math.Max(1.0, Math.Abs((double)known.Bound)) : Result.Gap;

    /// <summary>A bound of ours above a cost that others reached, or a cost below their bound, is a lie of one of us.</summary>
    public bool IsConsistent => Published is not { } known || (Result.Bound <= known.Best && (!Feasible || Result.Objective >= known.Bound));

    /// <summary>Several of one kind carry a number behind an underscore; single ones go by their letter.</summary>
    public string Set => Name.Contains('_') ? Name[..Name.IndexOf('_')] : Name[..1];

    public bool IsSmall => Name.Contains('_');

    public object Figures => new
    {
        instance = Name,
        feasible = Feasible,
        objective = Feasible ? Result.Objective : (long?)null,
        bound = Result.Bound == long.MaxValue ? (long?)null : Result.Bound,
        gap = double.IsFinite(Result.Gap) ? Result.Gap : (double?)null,
        seconds = Math.Round(Seconds, 3),
        proven = IsProven,
        published_bound = Published?.Bound,
        published_best = Published?.Best,
        gap_to_published = Published is null || !Feasible ? (double?)null : Gap,
        work = Result.Work,
    };
}
