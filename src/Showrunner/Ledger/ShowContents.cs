using System.Globalization;
using Showrunner.Insights;
using Showrunner.Platform;

namespace Showrunner.Ledger;

/// <summary>Videos and LIVEs of a period with what they brought, one row each however many files tell of it.</summary>
public static class ShowContents
{
    public const int PageSize = 50;
    private const int Furthest = 1_000_000;

    public sealed record Request(
        string? Market, DateOnly From, DateOnly To, string? Kind = null, long? Creator = null, long? Product = null, string? Q = null, string? Sort = null, int After = 0);

    /// <summary>Null is unknown: no file says it.</summary>
    public sealed record Content(
        string Kind, string ContentNo, string Title, string Link, long CreatorId, string Creator, DateOnly Day, DateTimeOffset PostedAt, long? DurationSeconds,
        long? Views, long? Likes, long? Comments, long? ProductClicks, long? Orders, long? Items, long? GmvMinor);
    public sealed record Response(IReadOnlyList<Content> Contents, long Videos, long Lives, long? Views, long? Items, long? GmvMinor, int? Next, string? Creator, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    private static readonly Dictionary<string, string> Sorts = new()
    {
        ["day"] = "posted_at",
        ["views"] = "views",
        ["likes"] = "likes",
        ["orders"] = "orders",
        ["items"] = "items",
        ["gmv"] = "gmv",
    };

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var after = Math.Clamp(request.After, 0, Furthest);
        var rows = await Read(open, request, after, PageSize + 1, cancel);
        var (groups, parameters) = Groups(request, open.Id);
        var sums = (await open.Rows($"SELECT count(*) FILTER (kind = 'video'), count(*) FILTER (kind = 'live'), CAST(sum(views) AS BIGINT), CAST(sum(items) AS BIGINT), CAST(sum(gmv) AS BIGINT) FROM ({groups})", parameters, cancel))[0];
        string? creator = null;
        if (request.Creator is { } id)
        {
            var found = await open.Rows(string.Create(CultureInfo.InvariantCulture, $"SELECT handle FROM creator WHERE id = {id} AND market_id = {open.Id}"), [], cancel);
            creator = found.Count == 0 ? throw new Refused("not_found") : (string)found[0][0]!;
        }
        return new Response([.. rows.Take(PageSize)], (long)sums[0]!, (long)sums[1]!, (long?)sums[2], (long?)sums[3], (long?)sums[4],
            rows.Count > PageSize ? after + PageSize : null, creator, open.Extent, open.Change, open.AsOf);
    }

    internal static async Task<IReadOnlyList<Content>> Read(OpenMarket open, Request request, int after, int take, CancellationToken cancel)
    {
        var (groups, parameters) = Groups(request, open.Id);
        var sort = request.Sort ?? "-gmv";
        var order = Sorts.GetValueOrDefault(sort.TrimStart('-')) ?? "gmv";
        var rows = await open.Rows(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT g.kind, g.content_no, g.title, g.link, g.creator_id, coalesce(c.handle, ''), g.day, g.posted_at, g.seconds, g.views, g.likes, g.comments, g.clicks, g.orders, g.items, g.gmv
            FROM ({groups}) g LEFT JOIN creator c ON c.id = g.handle_id
            ORDER BY g.{order} {(sort.StartsWith('-') ? "DESC" : "ASC")} NULLS LAST, g.posted_at DESC, g.content_no LIMIT {take} OFFSET {after}
            """), parameters, cancel);
        return [.. rows.Select(r => new Content((string)r[0]!, (string)r[1]!, (string)r[2]!, (string)r[3]!, (long)r[4]!, (string)r[5]!, (DateOnly)r[6]!, (DateTimeOffset)r[7]!,
            (long?)r[8], (long?)r[9], (long?)r[10], (long?)r[11], (long?)r[12], (long?)r[13], (long?)r[14], (long?)r[15]))];
    }

    private static (string Sql, IReadOnlyList<string> Parameters) Groups(Request request, long marketId)
    {
        var parameters = new List<string>();
        var where = "1 = 1";
        if (request.Kind is ContentKind.Video or ContentKind.Live) where += $" AND kind = '{request.Kind}'";
        if (request.Creator is { } creator) where += PersonRows.Of("creator_id", [creator]);
        if (request.Product is { } product) where += string.Create(CultureInfo.InvariantCulture, $" AND product_id = {product}");
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            parameters.Add(request.Q.Trim());
            where += " AND contains(lower(title), lower($1))";
        }
        return ($"""
            SELECT kind, content_no, max(title) AS title, max(link) AS link, max(creator_id) AS creator_id, max(handle_id) AS handle_id, min(day) AS day, min(posted_at) AS posted_at, max(duration_seconds) AS seconds,
              {Sum("views")}, {Sum("likes")}, {Sum("comments")}, {Sum("product_clicks", "clicks")}, {Sum("orders")}, {Sum("items")}, {Sum("coalesce(gmv_minor, attributed_gmv_minor)", "gmv")}
            FROM {NewestContent.Sql(marketId, new DayRange(request.From, request.To))} c WHERE {where} GROUP BY kind, content_no
            """, parameters);
    }

    private static string Sum(string column, string? name = null) => $"CAST(sum({column}) AS BIGINT) AS {name ?? column}";
}
