using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Ledger;

namespace Showrunner.Sellers;

/// <summary>What a product cost since when, who told it, and what was told before that.</summary>
public static class ReadCosts
{
    /// <summary>Entry names what a person entered by hand; file entries have the import instead. ReplacedBy is the change that told it anew; null is what holds.</summary>
    public sealed record Cost(string SkuNo, DateOnly From, long CostMinor, long? Entry, long? ImportId, string? FileName, long ChangeId, DateTimeOffset? ToldAt, long? ReplacedBy);

    private const string Columns = "sku_no, day, value, import_id, change_id";

    public static async Task<IReadOnlyList<Cost>> Handle(long marketId, long productId, AppDb db, CancellationToken cancel)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"market_id = {marketId} AND product_id = {productId} AND measure = '{GoodsMeasure.Cost}' AND occurrence = 0");
        var costs = new List<Cost>();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {Columns}, NULL FROM product_figure WHERE {where} UNION ALL SELECT {Columns}, replaced_change_id FROM product_figure_history WHERE {where}";
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) costs.Add(Read(rows));
        }
        finally { await db.Database.CloseConnectionAsync(); }
        var (changes, imports) = (costs.Select(c => c.ChangeId).Distinct().ToList(), costs.Select(c => c.ImportId).Distinct().ToList());
        var told = await db.LedgerChanges.Where(c => changes.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.At, cancel);
        var names = await db.Imports.Where(i => imports.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.FileName, cancel);
        return [.. costs.OrderBy(c => c.SkuNo, StringComparer.Ordinal).ThenByDescending(c => c.From).ThenByDescending(c => c.ChangeId)
            .Select(c => c with { ToldAt = told.TryGetValue(c.ChangeId, out var at) ? at : null, FileName = c.ImportId is { } id ? names.GetValueOrDefault(id) : null })];
    }

    private static Cost Read(DbDataReader r)
    {
        var import = r.GetInt64(3);
        return new Cost(r.GetString(0), r.GetFieldValue<DateOnly>(1), r.GetInt64(2), import < 0 ? import : null, import < 0 ? null : import, null, r.GetInt64(4), null, r.IsDBNull(5) ? null : r.GetInt64(5));
    }
}
