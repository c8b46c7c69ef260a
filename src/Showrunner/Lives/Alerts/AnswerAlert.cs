using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Lives.Alerts;

/// <summary>Takes an alert on, puts it off, or says whether it was of use.</summary>
public static class AnswerAlert
{
    public static readonly IReadOnlyList<string> Answers = ["acknowledge", "snooze", "useful", "useless"];

    /// <param name="Answer">acknowledge, snooze, useful or useless.</param>
    /// <param name="Minutes">For how long it is put off.</param>
    public sealed record Request(string? Answer, int Minutes = 15);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var answer = request.Answer ?? "";
        if (!Answers.Contains(answer)) throw new Refused("live_answer", answer, string.Join(", ", Answers));
        var alert = await ListAlerts.Visible(db, actor).FirstOrDefaultAsync(a => a.Id == id, cancel) ?? throw new Refused("not_found");
        switch (answer)
        {
            case "acknowledge": if (!alert.Acknowledge(actor.Name, clock.GetUtcNow())) return; break;
            case "snooze": alert.Snooze(TimeSpan.FromMinutes(request.Minutes), clock.GetUtcNow()); break;
            default: alert.Judge(answer == "useful"); break;
        }
        db.Audit(actor, "live.alert", alert, new { alert.Rule, answer });
        await db.SaveChangesAsync(cancel);
    }
}
