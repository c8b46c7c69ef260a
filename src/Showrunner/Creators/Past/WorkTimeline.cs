using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Work;
using Showrunner.Data;
using Showrunner.Web;

namespace Showrunner.Creators.Past;

/// <summary>What people here did with a creator: stages, owners, tags and lists.</summary>
internal sealed class WorkTimeline(AppDb db, Say say) : ITimelineSource
{
    public async Task<IReadOnlyList<Happening>> Read(TimelineQuestion question, CancellationToken cancel)
    {
        var steps = from step in db.CreatorSteps.AsNoTracking()
                    join action in db.CreatorActions.AsNoTracking() on step.ActionId equals action.Id
                    where question.Handles.Contains(step.CreatorId)
                    select new { step, action };
        if (question.Before is { } before) steps = steps.Where(s => s.action.DoneAt < before);
        var found = await steps.OrderByDescending(s => s.action.DoneAt).Take(question.Take).ToListAsync(cancel);
        return [.. found.Select(s => new Happening(s.action.DoneAt, Text(s.action, s.step), s.action.PersonName))];
    }

    private string Text(CreatorAction action, CreatorStep step)
    {
        var undone = action.Kind == CreatorAction.Undo;
        var text = step.Field switch
        {
            "stage" => step.NewValue.Length == 0 ? say["creators.past.stage.none"] : say["creators.past.stage", say["creators.stage." + step.NewValue]],
            // Undoing goes back to an owner whose name the action did not note.
            "owner" => step.NewValue.Length == 0 ? say["creators.past.owner.none"] : undone ? say["creators.past.owner.back"] : say["creators.past.owner", action.Value],
            "contacted" => say["creators.past.contacted"],
            _ => say[step.NewValue.Length > 0 ? "creators.past.label" : "creators.past.unlabel", action.Value],
        };
        return undone ? say["creators.past.undone", text] : text;
    }
}
