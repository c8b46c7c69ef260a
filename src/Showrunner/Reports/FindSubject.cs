using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Reports;

/// <summary>The creator, shop or category that a report is to be about, by row number or by name.</summary>
public static class FindSubject
{
    public static async Task<ReportSubject?> Handle(Report report, string? wanted, Market market, AppDb db, CancellationToken cancel)
    {
        wanted = wanted?.Trim();
        if (report.About is not { } dimension) return null;
        if (string.IsNullOrEmpty(wanted)) return report.NeedsSubject ? throw new Refused("report_subject_missing." + dimension) : null;
        var id = long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (dimension switch
        {
            "creator" => await Creator(id, wanted.TrimStart('@'), market, db, cancel),
            "shop" => await Shop(id, wanted, market, db, cancel),
            _ => await Category(id, wanted, db, cancel),
        }) ?? throw new Refused("report_subject_unknown", wanted);
    }

    private static async Task<ReportSubject?> Creator(long id, string handle, Market market, AppDb db, CancellationToken cancel)
    {
        var found = await db.Creators.AsNoTracking().Where(c => c.MarketId == market.Id && (c.Id == id || c.Handle == handle)).OrderBy(c => c.Id == id ? 0 : 1).FirstOrDefaultAsync(cancel);
        if (found?.MergedIntoId is { } person) found = await db.Creators.AsNoTracking().FirstOrDefaultAsync(c => c.Id == person, cancel);
        return found is null ? null : new ReportSubject("creator", found.Id, "@" + found.Handle);
    }

    private static async Task<ReportSubject?> Shop(long id, string name, Market market, AppDb db, CancellationToken cancel)
    {
        var found = await db.Shops.AsNoTracking().Where(s => s.MarketId == market.Id && (s.Id == id || s.ShopNo == name || s.Name == name)).OrderBy(s => s.Id == id ? 0 : 1).ThenBy(s => s.Id).FirstOrDefaultAsync(cancel);
        return found is null ? null : new ReportSubject("shop", found.Id, found.Name);
    }

    private static async Task<ReportSubject?> Category(long id, string name, AppDb db, CancellationToken cancel)
    {
        var found = await db.Categories.AsNoTracking().Where(c => c.Id == id || c.Path == name || c.Name == name).OrderBy(c => c.Id == id ? 0 : c.Path == name ? 1 : 2).ThenBy(c => c.Id).FirstOrDefaultAsync(cancel);
        if (found is null) return null;
        return new ReportSubject("category", found.Id, found.Name) { Below = await Below(found.Path, db, cancel) };
    }

    /// <summary>A subject that was named before: the same row, with what lies below it today.</summary>
    internal static async Task<ReportSubject> Again(string dimension, long id, string name, AppDb db, CancellationToken cancel)
    {
        var path = dimension == "category" ? await db.Categories.AsNoTracking().Where(c => c.Id == id).Select(c => c.Path).FirstOrDefaultAsync(cancel) : null;
        return new ReportSubject(dimension, id, name) { Below = path is null ? [] : await Below(path, db, cancel) };
    }

    private static Task<List<long>> Below(string path, AppDb db, CancellationToken cancel) =>
        db.Categories.AsNoTracking().Where(c => c.Path.StartsWith(path + "/")).Select(c => c.Id).ToListAsync(cancel);
}
