using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Platform.Mail;

/// <summary>Letters of one kind that wait to be handed over.</summary>
public abstract class Outgoing
{
    /// <summary>How many were tried.</summary>
    public abstract Task<int> Handle(CancellationToken cancel);
}

/// <summary>
/// Hands waiting letters over, one after the other. A letter is taken before it is sent and marked when the server has it; when a worker
/// dies in between, the letter is tried again under the same message id.
/// </summary>
public abstract class SendWaiting<TDelivery>(AppDb db, Postman postman, TimeProvider clock, ILogger log) : Outgoing where TDelivery : Delivery
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private const int LongestProblem = 300;

    protected AppDb Db => db;

    /// <summary>Those that may go out at all.</summary>
    protected virtual IQueryable<TDelivery> Released => db.Set<TDelivery>();

    protected virtual bool CanSend => postman.HasServer;

    protected abstract Task<Letter> Write(TDelivery delivery, CancellationToken cancel);

    protected virtual async Task<(Posted Outcome, string Said)> Post(TDelivery delivery, CancellationToken cancel) => await postman.Send(await Write(delivery, cancel), cancel);

    public override async Task<int> Handle(CancellationToken cancel)
    {
        if (!CanSend) return 0;
        var tried = 0;
        while (await Next(cancel) is { } delivery)
        {
            delivery.Take(clock.GetUtcNow(), Lease);
            try { await db.SaveChangesAsync(cancel); }
            catch (DbUpdateConcurrencyException) { db.ChangeTracker.Clear(); continue; } // another worker was faster
            tried++;
            var (outcome, said) = await Post(delivery, cancel);
            if (outcome == Posted.Sent) delivery.Arrive(clock.GetUtcNow());
            else delivery.Miss(outcome == Posted.Refused, said.Length > LongestProblem ? said[..LongestProblem] : said, clock.GetUtcNow());
            if (outcome != Posted.Sent) log.LogWarning("The letter {Kind} {Delivery} did not go out: {Problem}", typeof(TDelivery).Name, delivery.Id, said);
            try { await db.SaveChangesAsync(cancel); }
            catch (DbUpdateConcurrencyException) { log.LogInformation("The letter {Kind} {Delivery} was changed while it was sent", typeof(TDelivery).Name, delivery.Id); }
            db.ChangeTracker.Clear();
        }
        return tried;
    }

    private Task<TDelivery?> Next(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return Released.Where(d => d.State == Delivery.Waiting && d.NextTry <= now).OrderBy(d => d.Id).FirstOrDefaultAsync(cancel);
    }
}
