using System.Diagnostics;
using Showrunner.Engine.Matching.Assignment;

namespace Showrunner.Benchmarks.Matching;

/// <summary>Instances of generalised assignment, each within its seconds: cost against the bound that is published for it, or against our own.</summary>
internal static class AssignBenchmark
{
    private const double MostGap = 0.005;

    public static Task Run(Ask ask)
    {
        var path = ask.Instance ?? Usual();
        var published = PublishedBounds.Beside(path);
        var solved = new List<SolvedInstance>();
        foreach (var (name, problem) in OrLibrary.Read(path))
        {
            if (ask.Quick && problem.Jobs > 400) continue;
            solved.Add(Solve(name, problem, published, ask.Seconds));
            var (one, known) = (solved[^1], solved[^1].Published);
            Ask.Say($"{name}: {problem.Agents} × {problem.Jobs}, cost {one.Result.Objective}, bound {one.Result.Bound}{(known is null ? "" : $", published {known.Value.Bound} to {known.Value.Best}")}, {one.Seconds:0.00} s, {one.Result.End}");
        }
        if (solved.Count == 0) throw new InvalidDataException($"{path} holds no instance.");
        foreach (var set in solved.GroupBy(s => s.Set)) ask.Results.Add(Judge($"set {set.Key}", [.. set], set.All(s => s.IsSmall) ? 0 : MostGap));
        if (solved.Count > 1) ask.Results.Add(Judge("all", solved, MostGap));
        ask.Answer = solved.Count == 1 ? solved[0].Figures : new
        {
            feasible = solved.All(s => s.Feasible),
            mean_gap = Mean(solved),
            seconds = solved.Sum(s => s.Seconds),
            instances = solved.Select(s => s.Figures),
        };
        return Task.CompletedTask;
    }

    private static SolvedInstance Solve(string name, GeneralisedAssignment problem, PublishedBounds published, double seconds)
    {
        var watch = Stopwatch.StartNew();
        // What comes after the last look at the clock counts as well.
        var result = AssignmentSolver.Solve(problem, new AssignmentBudget(Time: TimeSpan.FromSeconds(seconds * 0.99)));
        var took = watch.Elapsed.TotalSeconds;
        var feasible = result.Feasible && problem.OverloadsOf(result.AgentOf).All(over => over == 0) && problem.CostOf(result.AgentOf) == result.Objective;
        return new SolvedInstance(name, result, published.Of(name), feasible, took);
    }

    private static Result Judge(string what, List<SolvedInstance> solved, double most)
    {
        var (feasible, proven, longest) = (solved.Count(s => s.Feasible), solved.Count(s => s.IsProven), solved.Max(s => s.Seconds));
        var (gap, worst) = (Mean(solved), solved.Where(s => s.Feasible).Select(s => s.Gap).DefaultIfEmpty().Max());
        var kept = feasible == solved.Count && gap <= most && solved.All(s => s.IsConsistent);
        return new Result($"generalised assignment, {what}", $"{feasible} of {solved.Count} feasible, {proven} proven; gap {gap:P3}, worst {worst:P3}; longest {longest:0.00} s",
            solved.All(s => s.Published is not null) ? "published bounds" : "our own bounds", null, most == 0 ? "gap 0" : $"gap ≤ {most:P1}", kept,
            new() { ["instances"] = solved.Count, ["feasible"] = feasible, ["proven"] = proven, ["mean_gap"] = gap, ["worst_gap"] = worst, ["longest_seconds"] = longest });
    }

    /// <summary>Of those that have an assignment; the others break the promise anyway.</summary>
    private static double Mean(List<SolvedInstance> solved) => solved.Where(s => s.Feasible).Select(s => s.Gap).DefaultIfEmpty().Average();

    private static string Usual()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "gap_orlib") is var path && Directory.Exists(path)) return path;
        throw new InvalidDataException("There is no ../shared/data/gap_orlib beside the repository; name a file with --instance.");
    }
}
