namespace Showrunner.Campaigns.Planning;

/// <summary>The differences that this answer shows; filled by the form that was sent. One per request.</summary>
public sealed class ComparedPlan
{
    public ComparePlan.Response? Shown { get; private set; }

    public void Show(ComparePlan.Response compared) => Shown = compared;
}
