using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Lives;

/// <summary>What people say of a show: the day and time are those of its market.</summary>
/// <param name="Creator">Handle, with or without the @; nothing where none is known.</param>
/// <param name="Shop">Its name or id; nothing where none is known.</param>
/// <param name="Place">A studio or a link.</param>
public sealed record ShowFields(
    string? Title, DateOnly? Day, TimeOnly? Time, int? Minutes, string? Creator = null, string? Shop = null, string? HostName = null, string? HostEmail = null, string? Place = null, string? Note = null)
{
    internal async Task<ShowPlan> Plan(Market market, AppDb db, CancellationToken cancel)
    {
        if (Day is not { } day || Time is not { } time) throw new Refused("live_when");
        var (handle, shop) = ((Creator ?? "").Trim().TrimStart('@').ToLowerInvariant(), (Shop ?? "").Trim());
        var creator = handle.Length == 0 ? null : await db.Creators.AsNoTracking().FirstOrDefaultAsync(c => c.MarketId == market.Id && c.Handle == handle, cancel) ?? throw new Refused("live_creator", handle, market.Code);
        var found = shop.Length == 0 ? null : await db.Shops.AsNoTracking().Where(s => s.MarketId == market.Id && (s.ShopNo == shop || s.Name == shop)).OrderBy(s => s.Id).FirstOrDefaultAsync(cancel) ?? throw new Refused("live_shop", shop, market.Code);
        return new ShowPlan(Title ?? "", creator?.Id, creator?.Handle ?? "", found?.Id, found?.Name ?? "", HostName ?? "", HostEmail ?? "", ShowTime.Of(market.Rules, day, time), Minutes ?? 0, Place ?? "", Note ?? "");
    }
}
