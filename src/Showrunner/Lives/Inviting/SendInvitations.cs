using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Inviting;

/// <summary>Hands invitations to hosts over, changes and cancellations too.</summary>
public sealed class SendInvitations(AppDb db, Postman postman, WriteInvitation write, TimeProvider clock, ILogger<SendInvitations> log) : SendWaiting<ShowInvitation>(db, postman, clock, log)
{
    private readonly Postman _postman = postman;

    protected override async Task<Letter> Write(ShowInvitation delivery, CancellationToken cancel)
    {
        var show = await Db.PlannedShows.AsNoTracking().SingleAsync(s => s.Id == delivery.ShowId, cancel);
        var market = await Db.Markets.AsNoTracking().SingleAsync(m => m.Id == show.MarketId, cancel);
        var before = await Db.ShowInvitations.Where(i => i.ShowId == show.Id && i.Id < delivery.Id && i.Address == delivery.Address && i.State == Delivery.Sent).OrderByDescending(i => i.Id).Select(i => (bool?)i.Cancels).FirstOrDefaultAsync(cancel);
        return write.Of(delivery, show.Uid, market, isFirst: before is null or true, _postman.From!, _postman.FromName);
    }
}
