using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Platform;

namespace Showrunner.Ledger;

/// <summary>The lines of one order as they are known now, and as older files told them.</summary>
public static class ShowOrder
{
    /// <summary>Creator is the row of who sold it, 0 for nobody.</summary>
    public sealed record Request(string? Market, string? No, long Creator = 0);
    /// <summary>ReplacedBy is the change that told it anew; null is what holds now.</summary>
    public sealed record Version(
        string SkuNo, string ContentNo, long Occurrence, string Status, long Quantity, long Returned, long GmvMinor, long RefundMinor, long? EstCommissionMinor, long? SettledCommissionMinor,
        long ChangeId, DateTimeOffset? LoadedAt, long? ReplacedBy, long? CampaignId, string Campaign);
    public sealed record Response(string OrderNo, IReadOnlyList<Version> Versions, long Change, DateTimeOffset AsOf);

    private const string Columns =
        "sku_no, content_no, occurrence, status, quantity, returned_quantity, gmv_minor, refund_minor, est_commission_minor, actual_commission_minor, change_id, campaign_id";

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var where = "market_id = @market AND creator_id = @creator AND order_no = @order";
        var versions = new List<Version>();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"""
                SELECT v.*, coalesce(k.name, '') FROM (SELECT {Columns}, NULL AS replaced FROM order_line WHERE {where} UNION ALL SELECT {Columns}, replaced_change_id FROM order_line_history WHERE {where}) v
                LEFT JOIN campaign k ON k.id = v.campaign_id
                """;
            Set(command, "market", open.Id);
            Set(command, "creator", request.Creator);
            Set(command, "order", request.No ?? "");
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) versions.Add(Read(rows));
        }
        finally { await db.Database.CloseConnectionAsync(); }
        if (versions.Count == 0) throw new Refused("not_found");
        var changes = versions.Select(v => v.ChangeId).Distinct().ToList();
        var loaded = await db.LedgerChanges.Where(c => changes.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.At, cancel);
        return new Response(request.No!, [.. versions.OrderBy(v => v.SkuNo, StringComparer.Ordinal).ThenBy(v => v.ContentNo, StringComparer.Ordinal).ThenBy(v => v.Occurrence).ThenByDescending(v => v.ChangeId)
            .Select(v => v with { LoadedAt = loaded.TryGetValue(v.ChangeId, out var at) ? at : null })], open.Change, open.AsOf);
    }

    private static Version Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetString(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), Number(r, 8), Number(r, 9), r.GetInt64(10), null, Number(r, 12), Number(r, 11), r.GetString(13));

    private static long? Number(DbDataReader rows, int at) => rows.IsDBNull(at) ? null : rows.GetInt64(at);

    private static void Set(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
