using Showrunner.Creators.Listing;
using Showrunner.Insights;
using Showrunner.Platform;

namespace Showrunner.Creators;

/// <summary>The creators of a market that a filter asks for, with what they sold in a period and what their profiles tell.</summary>
public static class ListCreators
{
    private const int Furthest = 1_000_000;

    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="From">First market day of the sales.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="Compare">previous, year or none.</param>
    /// <param name="Sort">A column's code, with a minus for the largest first.</param>
    /// <param name="After">How many to pass over.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string Compare = "previous", string? Sort = null, int After = 0)
    {
        internal DayRange Range => new(From, To);
        internal string Order => Sort is { } sort && DirectorySql.CanSort(sort.TrimStart('-')) ? sort : DirectorySql.Usual;
    }

    /// <summary>How many there would be without one of the filters.</summary>
    public sealed record Without(string Filter, long Count);

    /// <param name="Creators">This page.</param>
    /// <param name="Count">How many fit.</param>
    /// <param name="Gmv">What those who fit sold; null is unknown.</param>
    /// <param name="Known">How many the market has.</param>
    /// <param name="Almost">Nobody is called like the keyword; these are called almost like it.</param>
    /// <param name="Drops">Where nobody fits: what leaving out each filter would find.</param>
    public sealed record Response(
        IReadOnlyList<DirectoryRow> Creators, long Count, long? Gmv, long Known, bool Almost, IReadOnlyList<Without> Drops, int? Next, string Basis, IReadOnlyList<DayRange> TotalPeriods, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    /// <summary>The answer, and what a page says beside it.</summary>
    internal sealed record Page(Response Response, DirectoryNames Names, DirectoryChoices Choices);

    public static async Task<Response> Handle(Request request, CreatorFilter filter, DirectoryDesk desk, KeptChoices kept, CancellationToken cancel) =>
        (await Read(request, filter, desk, kept, cancel)).Response;

    internal static async Task<Page> Read(Request request, CreatorFilter filter, DirectoryDesk desk, KeptChoices kept, CancellationToken cancel)
    {
        var question = await desk.Ask(request.Market, filter, request.Range, request.Compare, cancel);
        var after = Math.Clamp(request.After, 0, Furthest);
        var (rows, almost) = (await Rows(question), false);
        if (Count(rows) == 0 && filter.One(CreatorFilter.Keyword) is not null)
        {
            var second = desk.Tolerant(question, filter);
            var close = await Rows(second);
            if (Count(close) > 0) (question, rows, almost) = (second, close, true);
        }
        var open = question.Open;
        var choices = await kept.Of(open, cancel);
        var drops = Count(rows) == 0 ? await Drops(question, choices.Known, cancel) : [];
        var response = new Response(await desk.Rows(rows, question, cancel), Count(rows), (long?)rows[0][1], choices.Known, almost, drops,
            Count(rows) > after + DirectorySql.PageSize ? after + DirectorySql.PageSize : null, question.Sales.Basis, question.Sales.Totals, open.Extent, open.Change, open.AsOf);
        return new Page(response, question.Names, choices);

        Task<IReadOnlyList<object?[]>> Rows(DirectoryQuestion asked) => asked.Open.Rows(DirectorySql.Page(asked.Sales, asked.Where, request.Order, after, asked.Owners), asked.Parameters, cancel);
    }

    private static long Count(IReadOnlyList<object?[]> rows) => (long)rows[0][0]!;

    private static async Task<IReadOnlyList<Without>> Drops(DirectoryQuestion question, long known, CancellationToken cancel)
    {
        if (question.Conditions.Count < 2) return [.. question.Conditions.Select(condition => new Without(condition.Key, known))];
        var counts = (await question.Open.Rows(DirectorySql.Without(question.Sales, question.Where), question.Parameters, cancel))[0];
        return [.. question.Conditions.Select((condition, i) => new Without(condition.Key, (long)counts[i]!))];
    }
}
