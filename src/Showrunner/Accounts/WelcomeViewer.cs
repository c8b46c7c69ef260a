using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Accounts;

/// <summary>The last day a market has figures for; the room that knows registers it, so that periods count back from there.</summary>
public delegate DateOnly? LastDayOfMarket(IServiceProvider services, long marketId);

/// <summary>Tells the page frame who looks and which markets he sees.</summary>
internal sealed class WelcomeViewer(AppDb db, Viewer viewer, IServiceProvider services)
{
    public async Task Handle(Person person, Actor actor, CancellationToken cancel)
    {
        var lastDay = services.GetService<LastDayOfMarket>();
        var markets = from market in await db.Markets.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancel)
                      where actor.SeesMarket(market.Id)
                      select new MarketOption(market.Code, market.Name(person.Language), market.Currency, market.MinorUnits,
                          market.DisplayDecimals, market.TimeZone, lastDay?.Invoke(services, market.Id));
        viewer.Welcome(person.Name, person.Email, person.Language, actor.Permissions, [.. markets], person.TimeZone.Length > 0 ? person.TimeZone : null);
    }
}
