using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators.Work;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Platform;

namespace Showrunner.Creators.Listing;

/// <summary>What is said beside the rows: names of people, labels and segments of a market.</summary>
/// <param name="People">Who may look after creators here, by name.</param>
/// <param name="Names">Everyone's, also of those who are gone.</param>
public sealed record DirectoryNames(IReadOnlyList<(long Id, string Name)> People, IReadOnlyDictionary<long, string> Names, IReadOnlyList<CreatorLabel> Labels, IReadOnlyList<Segment> Segments)
{
    public CreatorLabel? Label(long id) => Labels.FirstOrDefault(l => l.Id == id);
}

/// <summary>A question to the directory, checked and ready to be asked.</summary>
internal sealed record DirectoryQuestion(OpenMarket Open, DirectorySales Sales, IReadOnlyList<(string Key, string Sql)> Conditions, IReadOnlyList<string> Parameters, DirectoryNames Names)
{
    public IReadOnlyList<string> Where => [.. Conditions.Select(c => c.Sql)];
    /// <summary>Owners are sorted by their names.</summary>
    public IReadOnlyList<long> Owners => [.. Names.Names.OrderBy(n => n.Value, StringComparer.CurrentCultureIgnoreCase).Select(n => n.Key)];
}

/// <summary>Makes questions to the directory for whoever asks.</summary>
public sealed class DirectoryDesk(BoardDesk boards, KeptTexts texts, KeptSales kept, AppDb db, Actor actor, TimeProvider clock)
{
    internal async Task<DirectoryQuestion> Ask(string? market, CreatorFilter filter, DayRange range, string compare, CancellationToken cancel) =>
        await Ask(await boards.Open(market, cancel), filter, range, compare, cancel);

    internal async Task<DirectoryQuestion> Ask(OpenMarket open, CreatorFilter filter, DayRange range, string compare, CancellationToken cancel)
    {
        var names = await Names(open.Id, cancel);
        var sales = await DirectorySales.Choose(open, range, compare, kept, cancel);
        var conditions = Conditions(open, names, tolerant: false);
        return new DirectoryQuestion(open, sales, conditions.Of(filter), conditions.Parameters, names);
    }

    /// <summary>The same, with a keyword taken for a slip of the hand.</summary>
    internal DirectoryQuestion Tolerant(DirectoryQuestion question, CreatorFilter filter)
    {
        var conditions = Conditions(question.Open, question.Names, tolerant: true);
        return question with { Conditions = conditions.Of(filter), Parameters = conditions.Parameters };
    }

    /// <summary>The creators of a page, in its order.</summary>
    /// <param name="page">As <see cref="DirectorySql.Page"/> found them.</param>
    /// <param name="question">That was asked.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task<IReadOnlyList<DirectoryRow>> Rows(IReadOnlyList<object?[]> page, DirectoryQuestion question, CancellationToken cancel)
    {
        var ids = page.Select(r => r[2]).OfType<long>().ToList();
        var rows = await db.Creators.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var bound = rows.Values.Select(c => c.AgencyId).Distinct().ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(a => bound.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return [.. page.Where(r => r[2] is long id && rows.ContainsKey(id)).Select(r => (Creator: rows[(long)r[2]!], Figures: r.Skip(3)))
            .Select(r => DirectoryRow.Of(db.Entry(r.Creator), agencies.GetValueOrDefault(r.Creator.AgencyId, ""), r.Figures, question))];
    }

    internal async Task<DirectoryNames> Names(long marketId, CancellationToken cancel)
    {
        var people = await db.People.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancel);
        return new DirectoryNames(
            [.. people.Where(p => p.WorksIn(marketId)).Select(p => (p.Id, p.Name))], people.ToDictionary(p => p.Id, p => p.Name),
            await db.CreatorLabels.AsNoTracking().Where(l => l.MarketId == marketId).OrderBy(l => l.NameKey).ToListAsync(cancel),
            await db.Segments.AsNoTracking().Where(s => s.MarketId == marketId).OrderBy(s => s.Name).ToListAsync(cancel));
    }

    private CreatorConditions Conditions(OpenMarket open, DirectoryNames names, bool tolerant) =>
        new(new FilterPlace(open.Id, open.Rules.MinorPerMajor, clock.GetUtcNow(), actor.PersonId, names.Segments.ToDictionary(s => s.Id)) { Tolerant = tolerant, Texts = texts.Of(open.Id) });
}
