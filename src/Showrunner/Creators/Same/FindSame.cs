using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Contacts;
using Showrunner.Data;
using Showrunner.Engine.Identity;
using Showrunner.Insights;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Creators.Same;

/// <summary>Looks a market's creators through for those who are one person. What a person decided stays decided.</summary>
public sealed class FindSame(AppDb db, LedgerColumns columns, TimeProvider clock)
{
    public const string JobKind = "same_person";
    private const double Least = 0.5;
    private const int MostKept = 5_000, MostProducts = 10, ProductDays = 180;

    /// <summary>Asks for it; asking again while it is under way gives the same job.</summary>
    public static async Task<long> Ask(string? market, AppDb db, BoardDesk desk, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        var open = await desk.Open(market, cancel);
        return await db.QueueOnce(new Job
        {
            Kind = JobKind,
            Subject = open.Market.Code,
            TitleKey = "same.job",
            TitleArgument = open.Market.Name(actor.Language),
            ResultPath = "/creators/same?market=" + open.Market.Code,
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        }, board, cancel);
    }

    /// <summary>The job's work; repeatable.</summary>
    /// <returns>How many pairs are suspected.</returns>
    public async Task<int> Handle(string market, Action<long, long> report, CancellationToken cancel)
    {
        var found = await db.Markets.AsNoTracking().SingleOrDefaultAsync(m => m.Code == market, cancel) ?? throw new Refused("not_found");
        var change = await columns.CatchUp(db, cancel);
        var accounts = await Read(found.Id, cancel);
        var pairs = SamePersons.Find(accounts, Least, seen => report(Math.Min(seen, 9L * accounts.Count), 10L * accounts.Count), cancel);
        await Keep(found.Id, change, [.. pairs.Take(MostKept)], cancel);
        return pairs.Count;
    }

    private async Task<IReadOnlyList<IdentityProfile>> Read(long marketId, CancellationToken cancel)
    {
        var contacts = (await (from contact in db.CreatorContacts.AsNoTracking()
                               join creator in db.Creators on contact.CreatorId equals creator.Id
                               where contact.MarketId == marketId
                               select new { Id = creator.MergedIntoId ?? creator.Id, contact.Channel, contact.ValueKey }).ToListAsync(cancel)).ToLookup(c => c.Id);
        var products = Products(marketId, cancel);
        var creators = await db.Creators.AsNoTracking().Where(c => c.MarketId == marketId && c.MergedIntoId == null).Select(c => new
        {
            c.Id,
            c.Handle,
            c.Name,
            c.Bio,
            c.Category,
            c.Language,
            c.Region,
            c.AgencyId,
            Female = Exact(EF.Property<long?>(c, "female_low"), EF.Property<long?>(c, "female_high")),
            Age18 = Exact(EF.Property<long?>(c, "age18_low"), EF.Property<long?>(c, "age18_high")),
            Age25 = Exact(EF.Property<long?>(c, "age25_low"), EF.Property<long?>(c, "age25_high")),
            Age35 = Exact(EF.Property<long?>(c, "age35_low"), EF.Property<long?>(c, "age35_high")),
            Age45 = Exact(EF.Property<long?>(c, "age45_low"), EF.Property<long?>(c, "age45_high")),
            Age55 = Exact(EF.Property<long?>(c, "age55_low"), EF.Property<long?>(c, "age55_high")),
        }).ToListAsync(cancel);
        return [.. creators.Select(c => new IdentityProfile(c.Id, c.Handle)
        {
            Name = c.Name,
            Bio = c.Bio,
            Category = c.Category,
            Language = c.Language,
            Region = c.Region,
            Agency = c.AgencyId,
            Phones = [.. contacts[c.Id].Where(k => ContactChannel.Numbers.Contains(k.Channel)).Select(k => k.ValueKey).Distinct()],
            Mails = [.. contacts[c.Id].Where(k => k.Channel == ContactChannel.Mail).Select(k => k.ValueKey).Distinct()],
            Audience = Shares(c.Female, c.Age18, c.Age25, c.Age35, c.Age45, c.Age55),
            Products = products.GetValueOrDefault(c.Id, []),
        })];
    }

    private static long? Exact(long? low, long? high) => low == high ? low : null;

    private static double[]? Shares(params long?[] ppm) => ppm.All(p => p is not null) ? [.. ppm.Select(p => p!.Value / 1e6)] : null;

    /// <summary>What each creator sold most in the last half year, row by row from the columns.</summary>
    private Dictionary<long, List<long>> Products(long marketId, CancellationToken cancel)
    {
        var products = new Dictionary<long, List<long>>();
        using var connection = columns.Connect();
        using var stop = cancel.Register(connection.Interrupt);
        using var rows = connection.Query(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT creator_id, product_id FROM (SELECT creator_id, product_id, row_number() OVER (PARTITION BY creator_id ORDER BY sum(quantity) DESC, product_id) AS place FROM order_line
              WHERE market_id = {marketId} AND creator_id <> 0 AND product_id <> 0 AND day > (SELECT max(day) FROM order_line WHERE market_id = {marketId}) - {ProductDays} GROUP BY creator_id, product_id)
            WHERE place <= {MostProducts} ORDER BY creator_id, product_id
            """));
        while (rows.Read())
        {
            if (!products.TryGetValue(rows.GetInt64(0), out var sold)) products[rows.GetInt64(0)] = sold = [];
            sold.Add(rows.GetInt64(1));
        }
        return products;
    }

    private async Task Keep(long marketId, long change, IReadOnlyList<SuspectedPair> pairs, CancellationToken cancel)
    {
        var known = (await db.SamePersons.Where(s => s.MarketId == marketId).ToListAsync(cancel)).ToDictionary(s => (s.FirstId, s.SecondId));
        var now = clock.GetUtcNow();
        foreach (var pair in pairs)
        {
            if (!known.Remove((pair.First, pair.Second), out var same)) db.Add(same = new SamePerson { MarketId = marketId, FirstId = pair.First, SecondId = pair.Second });
            same.Tell(pair, now);
        }
        db.RemoveRange(known.Values.Where(s => s.State == SamePerson.Open)); // nothing speaks for them any more
        var run = await db.SamePersonRuns.FindAsync([marketId], cancel) ?? db.Add(new SamePersonRun { MarketId = marketId }).Entity;
        (run.ChangeId, run.Found, run.FinishedAt) = (change, pairs.Count, now);
        await db.SaveChangesAsync(cancel);
    }
}
