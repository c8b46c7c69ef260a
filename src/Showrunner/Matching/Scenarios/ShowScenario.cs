using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Matching.Planning;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Shops;
using Showrunner.Web;

namespace Showrunner.Matching.Scenarios;

/// <summary>A scenario with its offers, what it was made under, and how far the making of a new plan is.</summary>
public static class ShowScenario
{
    /// <param name="Person">Who makes the offer: of an accepted one who took it on, else whose creator it is; null is nobody yet.</param>
    public sealed record Offer(long CreatorId, string Handle, long ProductId, string Product, long ShopId, string Shop, double Accept, double Post, long GmvMinor, long ExpectedMinor, long ValueMinor, long SampleMinor, long CommissionMinor, int Collaboration, bool IsConnected, bool IsNew, DateOnly? AcceptedDay, long? PersonId, string? Person);

    /// <param name="Problem">Why the last making ended without a plan, as a packed sentence.</param>
    public sealed record Response(long Id, string Name, string Market, PlanOffers.Request Limits, PlanOffers.Response? Plan, IReadOnlyList<Offer> Offers, bool IsKeptFresh, string AuthorName, DateTimeOffset CreatedAt, DateTimeOffset? MadeAt, JobState? Job, string? Problem);

    public static async Task<Response> Handle(long id, AppDb db, JobBoard board, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        // The job first: one that ends meanwhile is then still seen as running, beside its plan; never as over, without it.
        var asked = await SaveScenario.Visible(db, actor).Where(s => s.Id == id).Select(s => s.JobId).FirstOrDefaultAsync(cancel);
        var job = await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == asked, cancel);
        var scenario = await SaveScenario.Own(id, db, actor, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == scenario.MarketId, cancel);
        var offers = await Offers(id, db, cancel);
        return new Response(id, scenario.Name, market.Code, scenario.Asked(market.Code), scenario.Plan(), offers, scenario.IsKeptFresh, scenario.AuthorName, scenario.CreatedAt, scenario.MadeAt,
            job is null or { IsOver: true } ? null : State(job, board, actor, texts, clock), job is { State: Job.Failed } ? job.Problem : null);
    }

    /// <summary>How far the making is; asked again and again while it runs.</summary>
    public static async Task<JobState> Progress(long id, AppDb db, JobBoard board, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        var scenario = await SaveScenario.Own(id, db, actor, cancel);
        return await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == scenario.JobId, cancel) is { } job ? State(job, board, actor, texts, clock) : new JobState("waiting");
    }

    /// <summary>Ends the making; the last plan stands.</summary>
    public static async Task Cancel(long id, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.Plan);
        var scenario = await SaveScenario.Own(id, db, actor, cancel);
        if (await db.Jobs.FirstOrDefaultAsync(j => j.Id == scenario.JobId, cancel) is not { IsOver: false } job) return;
        job.AskCancel(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        board.Find(job.Id)?.Stop();
    }

    private static JobState State(Job job, JobBoard board, Actor actor, Texts texts, TimeProvider clock)
    {
        if (job.IsOver) return new JobState(job.State, job.ItemsDone, job.ItemsTotal, ResultUrl: job.ResultPath);
        if (job.State == Job.Queued) return new JobState("waiting");
        var ticket = board.Find(job.Id);
        var (done, total) = ticket is null ? (job.ItemsDone, job.ItemsTotal) : (ticket.Done, ticket.Total);
        var since = ticket?.InStep ?? clock.GetUtcNow() - (job.StartedAt ?? clock.GetUtcNow());
        return new JobState("running", done, total > 0 ? total : null, null, done > 5 && since.TotalSeconds > 2 ? since.TotalSeconds / done * (total - done) : null, ticket is { Step.Length: > 0 } ? texts.Say(actor.Language, ticket.Step) : null);
    }

    internal static async Task<IReadOnlyList<Offer>> Offers(long scenario, AppDb db, CancellationToken cancel)
    {
        var rows = await (from offer in db.PlannedOffers.AsNoTracking()
                          where offer.ScenarioId == scenario
                          join creator in db.Creators on offer.CreatorId equals creator.Id
                          join product in db.Products on offer.ProductId equals product.Id
                          join shop in db.Shops on product.ShopId equals shop.Id into shops
                          from shop in shops.DefaultIfEmpty()
                          select new { offer, creator.Handle, creator.OwnerId, product.Name, product.ProductNo, product.ShopId, Shop = shop == null ? "" : shop.Name }).ToListAsync(cancel);
        var people = await db.Set<Accounts.Person>().Where(p => p.DisabledAt == null).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. rows.Select(r => (r, Person: r.offer.PersonId ?? (r.OwnerId is { } owner && people.ContainsKey(owner) ? owner : null)))
            .Select(x => new Offer(x.r.offer.CreatorId, x.r.Handle, x.r.offer.ProductId, x.r.Name.Length > 0 ? x.r.Name : x.r.ProductNo, x.r.ShopId, x.r.Shop, x.r.offer.AcceptPpm / 1e6, x.r.offer.PostPpm / 1e6, x.r.offer.GmvMinor, x.r.offer.ExpectedMinor, x.r.offer.ValueMinor, x.r.offer.SampleMinor, x.r.offer.CommissionMinor,
                x.r.offer.Collaboration, x.r.offer.IsConnected, x.r.offer.IsNew, x.r.offer.AcceptedDay, x.Person, x.Person is { } id ? people.GetValueOrDefault(id) : null))
            .OrderByDescending(o => o.ValueMinor).ThenBy(o => o.CreatorId).ThenBy(o => o.ProductId)];
    }

    internal static string Key(Offer offer) => string.Create(CultureInfo.InvariantCulture, $"{offer.CreatorId}-{offer.ProductId}");
}
