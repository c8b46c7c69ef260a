using Showrunner.Markets;
using Showrunner.Office;

namespace Showrunner.Lives;

/// <summary>A show as an event of a calendar.</summary>
internal static class ShowEvent
{
    public static readonly TimeSpan AlarmBefore = TimeSpan.FromMinutes(30);

    public static CalendarEvent Of(string uid, int sequence, ShowPlan plan, MarketRules rules) =>
        new(uid, plan.Title, EventTime.Between(plan.StartsAt, plan.StartsAt.AddMinutes(plan.Minutes), rules.Zone))
        {
            Sequence = sequence,
            Location = plan.Place.Length > 0 ? plan.Place : null,
            Description = string.Join('\n', new[] { About(plan), plan.Note }.Where(text => text.Length > 0)),
            Alarms = [new Alarm(AlarmBefore)],
        };

    /// <summary>Creator and shop in one line; empty where neither is known.</summary>
    public static string About(ShowPlan plan) => string.Join(" · ", new[] { plan.CreatorName.Length > 0 ? "@" + plan.CreatorName : "", plan.ShopName }.Where(name => name.Length > 0));
}
