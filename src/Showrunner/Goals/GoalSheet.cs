using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Imports.Sheets;
using Showrunner.Markets;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Goals;

/// <summary>Goals and budgets as rows of a workbook.</summary>
internal sealed class GoalSheet : EditableSheet
{
    public override string Code => "goals";
    public override string TitleKey => "menu.goals";
    public override string Permission => GoalsRoom.Set;

    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("metric", "goals.metric", SheetKind.Choice, true) { Choices = [.. MetricDictionary.All.Select(m => (m.Code, "metric." + m.Code))], Width = 26 },
        new("sense", "goals.sense", SheetKind.Choice, true) { Choices = [.. Goal.Senses.Select(s => (s, "goals.sense." + s))], Width = 20 },
        new("subject", "goals.subject", SheetKind.Choice, true) { Choices = [.. Goal.Subjects.Select(s => (s, "goals.subject." + s))] },
        new("name", "goals.name", SheetKind.Text) { Width = 28 }, new("from", "goals.from", SheetKind.Day, true) { Width = 13 }, new("to", "goals.to", SheetKind.Day, true) { Width = 13 },
        new("target", "goals.target", SheetKind.Number, true), new("note", "goals.note", SheetKind.Text) { Width = 36 },
    ];

    public override async Task<IReadOnlyList<SheetRow>> Rows(Market market, AppDb db, CancellationToken cancel) =>
        [.. (await db.Goals.AsNoTracking().Where(g => g.MarketId == market.Id).OrderBy(g => g.FromDay).ThenBy(g => g.Id).ToListAsync(cancel)).Select(g => new SheetRow(g.Id.ToString(CultureInfo.InvariantCulture), new Dictionary<string, string>
        {
            ["metric"] = g.Metric, ["sense"] = g.Sense, ["subject"] = g.Subject, ["name"] = g.Name, ["from"] = Day(g.FromDay), ["to"] = Day(g.ToDay), ["target"] = g.Target, ["note"] = g.Note,
        }))];

    public override async Task<IReadOnlyList<SheetProblem>> Check(IReadOnlyList<SheetChange> changes, Market market, AppDb db, CancellationToken cancel)
    {
        List<SheetProblem> problems = [];
        var touched = changes.Select(c => c.Before?.Key).OfType<string>().ToHashSet();
        var standing = (await db.Goals.AsNoTracking().Where(g => g.MarketId == market.Id).ToListAsync(cancel)).Where(g => !touched.Contains(g.Id.ToString(CultureInfo.InvariantCulture))).Select(g => g.Identity).ToHashSet();
        foreach (var change in changes.Where(c => c.After is not null))
        {
            try
            {
                var goal = new Goal { MarketId = market.Id };
                goal.Set(Said(change.After!), Actor.Program("sheet"), default);
                await SetGoal.Question(goal, market, db, cancel);
                if (!standing.Add(goal.Identity)) throw new Refused("goal_twice");
            }
            catch (Refused refused) { problems.Add(new SheetProblem(change.Line, refused)); }
        }
        return problems;
    }

    public override async Task Take(IReadOnlyList<SheetChange> changes, Market market, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var known = await db.Goals.Where(g => g.MarketId == market.Id).ToDictionaryAsync(g => g.Id.ToString(CultureInfo.InvariantCulture), cancel);
        foreach (var change in changes)
        {
            var goal = change.Before is { } before ? known[before.Key] : new Goal { MarketId = market.Id };
            if (change.After is { } row) goal.Set(Said(row), actor, clock.GetUtcNow());
            if (change.Before is null) db.Goals.Add(goal);
            if (change.After is null)
            {
                db.Audit(actor, "goal.deleted", goal, new { goal.Metric, goal.Sense, goal.Name, goal.FromDay, goal.ToDay, goal.Target });
                db.Remove(goal);
                continue;
            }
            await db.SaveChangesAsync(cancel); // a new one gets its number for the trail
            db.Audit(actor, "goal.set", goal, new { goal.Metric, goal.Sense, goal.Name, goal.FromDay, goal.ToDay, goal.Target });
        }
    }

    private static Goal.Said Said(SheetRow row) => new(row["metric"], row["sense"], row["subject"], row["name"] is { Length: > 0 } name ? name : null,
        DateOnly.ParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.ParseExact(row["to"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal.Parse(row["target"], CultureInfo.InvariantCulture), row["note"]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
