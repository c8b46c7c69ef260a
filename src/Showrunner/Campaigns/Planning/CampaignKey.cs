namespace Showrunner.Campaigns.Planning;

/// <summary>Words by which a project plan is known to be of a campaign, also after it was edited elsewhere, and the numbers of its tasks.</summary>
internal static class CampaignKey
{
    private const string Start = "showrunner:campaign:";

    /// <summary>Numbers of tasks in a plan. The root has the highest, so that a task added elsewhere cannot get a milestone's.</summary>
    public const int Preparation = 2, Registration = 3, Running = 4, Evaluation = 5, Milestones = 6, FirstMilestone = 100, Shows = 200_000, Tasks = 300_000, Root = 900_000;

    public static string Of(string market, string campaignNo) => $"{Start}{market}:{campaignNo}";

    /// <summary>The key in a text; null where there is none.</summary>
    public static string? In(string? text)
    {
        var at = text?.IndexOf(Start, StringComparison.Ordinal) ?? -1;
        if (at < 0) return null;
        var end = text!.IndexOfAny([' ', '\n', '\r', '\t'], at);
        return end < 0 ? text[at..] : text[at..end];
    }
}
