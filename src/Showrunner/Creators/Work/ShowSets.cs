using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Listing;
using Showrunner.Data;
using Showrunner.Insights;

namespace Showrunner.Creators.Work;

/// <summary>The segments, lists and tags of a market with how many creators each has, and what was last done to creators.</summary>
public static class ShowSets
{
    private const int Few = 20;

    /// <param name="Fault">Code of the refusal where the segment cannot be asked; then Count is null.</param>
    public sealed record Kept(long Id, string Name, string Query, string By, DateTimeOffset ChangedAt, long? Count, string? Fault);
    public sealed record Label(long Id, string Kind, string Name, long Count);
    public sealed record Done(long Id, string Kind, string Field, string Value, DateTimeOffset At, string By, long Count, bool Undone);
    public sealed record Response(IReadOnlyList<Kept> Segments, IReadOnlyList<Label> Labels, IReadOnlyList<Done> Actions, DateTimeOffset AsOf, long Change);

    public static async Task<Response> Handle(ListCreators.Request request, AppDb db, BoardDesk boards, DirectoryDesk desk, CancellationToken cancel)
    {
        var open = await boards.Open(request.Market, cancel);
        var names = await desk.Names(open.Id, cancel);
        var segments = new List<Kept>();
        foreach (var segment in names.Segments)
        {
            var (count, fault) = await Count(segment, request, open, desk, cancel);
            segments.Add(new Kept(segment.Id, segment.Name, segment.Query, segment.PersonName, segment.ChangedAt, count, fault));
        }
        var actions = await db.CreatorActions.AsNoTracking().Where(a => a.MarketId == open.Id).OrderByDescending(a => a.Id).Take(Few).ToListAsync(cancel);
        return new Response(segments, await Labels(names, open, cancel),
            [.. actions.Select(a => new Done(a.Id, a.Kind, a.Field, a.Value, a.DoneAt, a.PersonName, a.Count, a.UndoneById is not null))], open.AsOf, open.Change);
    }

    private static async Task<(long?, string?)> Count(Segment segment, ListCreators.Request request, OpenMarket open, DirectoryDesk desk, CancellationToken cancel)
    {
        try
        {
            var question = await desk.Ask(open, segment.Filter, request.Range, request.Compare, cancel);
            var rows = await open.Rows($"SELECT count(*) FROM ({DirectorySql.Ids(question.Sales, question.Where)})", question.Parameters, cancel);
            return ((long)rows[0][0]!, null);
        }
        catch (Platform.Refused refused)
        {
            return (null, refused.Code); // a value it asks for is gone: the list says so instead of failing
        }
    }

    private static async Task<IReadOnlyList<Label>> Labels(DirectoryNames names, OpenMarket open, CancellationToken cancel)
    {
        var rows = await open.Rows(string.Create(CultureInfo.InvariantCulture,
            $"SELECT label, count(*) FROM (SELECT unnest(string_split(trim(labels, ','), ',')) AS label FROM creator WHERE market_id = {open.Id} AND merged_into_id IS NULL AND labels <> ',') GROUP BY label"), [], cancel);
        var counts = rows.ToDictionary(r => (string)r[0]!, r => (long)r[1]!);
        return [.. names.Labels.Select(l => new Label(l.Id, l.Kind, l.Name, counts.GetValueOrDefault(l.Id.ToString(CultureInfo.InvariantCulture))))];
    }
}
