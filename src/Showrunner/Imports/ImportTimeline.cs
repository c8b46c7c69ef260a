using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Past;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Imports;

/// <summary>The files that told something of a creator.</summary>
internal sealed class ImportTimeline(AppDb db, Actor actor, Say say, Viewer viewer) : ITimelineSource
{
    public async Task<IReadOnlyList<Happening>> Read(TimelineQuestion question, CancellationToken cancel)
    {
        var tables = Facts.All.Where(fact => fact.Has("creator_id")).Select(fact => string.Create(CultureInfo.InvariantCulture, $"SELECT import_id FROM {fact.Name} WHERE market_id = {question.Open.Id} AND creator_id = {question.Id}"));
        var counts = (await question.Open.Rows($"SELECT import_id, count(*) FROM ({string.Join(" UNION ALL ", tables)}) GROUP BY import_id", [], cancel)).ToDictionary(r => (long)r[0]!, r => (long)r[1]!);
        var ids = counts.Keys.ToList();
        var imports = db.Imports.AsNoTracking().Where(i => ids.Contains(i.Id) && i.FinishedAt != null);
        if (question.Before is { } before) imports = imports.Where(i => i.FinishedAt < before);
        var found = await imports.OrderByDescending(i => i.FinishedAt).Take(question.Take).ToListAsync(cancel);
        return [.. found.Select(i => new Happening(i.FinishedAt!.Value, say["imports.past", i.FileName, counts[i.Id]], say.Who(i.PersonName), actor.May(ImportsRoom.Load) && !i.IsDemo ? viewer.Link($"/imports/{i.Id}") : null))];
    }
}
