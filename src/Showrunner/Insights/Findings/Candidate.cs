using Showrunner.Engine.Findings;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>Something that may be worth telling, once it is judged beside the others.</summary>
/// <param name="Kind">As <see cref="Found.Kind"/>.</param>
/// <param name="Effect">On GMV (of refunds: on refunds), minor units.</param>
/// <param name="Weeks">How many of the latest weeks it is about.</param>
internal sealed record Candidate(string Subject, Member Member, Verdict Verdict, string Kind, long Effect, int Weeks = 1)
{
    /// <summary>Days within the weeks, when these are what stands out.</summary>
    public DayRange? Days { get; init; }
    /// <summary>Of all the weeks; a day's verdict tells of the day only.</summary>
    public double ExpectedInWeeks => Days is null ? Verdict.Expected : Member.Now - Verdict.Difference;
}
