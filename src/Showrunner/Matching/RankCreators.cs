using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Matching;

/// <summary>The creators whom it is worth most to offer a product, with what is expected of each, why, and who is left out why.</summary>
public static class RankCreators
{
    private const int Most = 200;

    /// <param name="Id">Row number of the product.</param>
    /// <param name="Top">How many, 1 to 200.</param>
    /// <param name="Q">A part of a handle: only those, also when they are left out.</param>
    /// <param name="Least">Only with at least so many followers.</param>
    /// <param name="Margin">In percent, where nobody told what the goods cost.</param>
    public sealed record Request(long Id, int Top = 20, string? Q = null, long? Least = null, double? Margin = null);

    /// <param name="Accept">Probability that he takes the offer, 0 to 1.</param>
    /// <param name="Post">Probability that he posts once he has the sample.</param>
    /// <param name="GmvMinor">What he then sells in 28 days, expected; low and high hold 19 of 20 such expectations.</param>
    /// <param name="ExpectedMinor">What the offer brings in GMV on average.</param>
    /// <param name="ValueMinor">The same after goods, commission, returns and the sample.</param>
    public sealed record Ranked(MatchedCreator Creator, double Accept, double Post, long GmvMinor, long LowMinor, long HighMinor, long ExpectedMinor, long ValueMinor, IReadOnlyList<MatchReason> Reasons);

    /// <param name="Why">already_sells, waiting, declined, out or followers.</param>
    public sealed record LeftOut(MatchedCreator Creator, string Why, DateOnly? Since);
    /// <param name="LeftOut">Some of each reason; those who were asked for by handle.</param>
    /// <param name="LeftOutCounts">How many there are by reason.</param>
    /// <param name="KnowsAnswers">False where the chance that an offer is taken is assumed.</param>
    public sealed record Response(string Market, MatchedProduct Product, double Margin, long SampleMinor, IReadOnlyList<Ranked> Creators, IReadOnlyList<LeftOut> LeftOut, IReadOnlyDictionary<string, int> LeftOutCounts, int Considered, bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        if (request.Top is < 1 or > Most) throw new Refused("match_top", Most);
        var product = await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Id, cancel);
        if (product is null || !actor.SeesMarket(product.MarketId)) throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == product.MarketId, cancel);
        var learned = await kept.Of(market, atOnce: false, cancel);
        if (learned.ProductAt(product.Id) is null) learned = await kept.Of(market, atOnce: true, cancel);
        var at = learned.ProductAt(product.Id) ?? throw new Refused("not_found");
        var gone = await Out(market.Id, db, cancel);
        return await Task.Run(() => Rank(request, market.Code, learned, at, gone, MatchTerms.Of(request.Margin), cancel), cancel);
    }

    private static Response Rank(Request request, string market, MatchedMarket learned, int at, HashSet<long> gone, MatchTerms terms, CancellationToken cancel)
    {
        var product = learned.Products[at];
        var wanted = request.Q?.Trim().TrimStart('@').ToLowerInvariant() is { Length: > 0 } q ? q : null;
        var worth = new List<(int Creator, double Value)>();
        var (leftOut, counts) = (new List<LeftOut>(), new Dictionary<string, int>());
        for (var c = 0; c < learned.Creators.Count; c++)
        {
            if ((c & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            var creator = learned.Creators[c];
            if (wanted is not null && !creator.Handle.Contains(wanted, StringComparison.Ordinal)) continue;
            if (Why(learned, c, at, gone, request.Least) is { } why)
            {
                counts[why.Why] = counts.GetValueOrDefault(why.Why) + 1;
                if (wanted is not null || counts[why.Why] <= 5) leftOut.Add(why);
                continue;
            }
            var (accept, post, gmv) = learned.Model.Expect(c, at);
            worth.Add((c, terms.Value(product, accept, post, gmv)));
        }
        worth.Sort((a, b) => b.Value != a.Value ? b.Value.CompareTo(a.Value) : learned.Creators[a.Creator].Id.CompareTo(learned.Creators[b.Creator].Id));
        return new Response(market, product, product.Margin ?? terms.Margin, Minor(terms.Sample(product)), [.. worth.Take(request.Top).Select(w => Tell(learned, w.Creator, at, terms))], [.. leftOut.Take(50)], counts, worth.Count,
            learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt);

        long Minor(double major) => (long)Math.Round(major * learned.Rules.MinorPerMajor);
    }

    internal static Ranked Tell(MatchedMarket learned, int creator, int product, MatchTerms terms)
    {
        var value = learned.Model.Value(creator, product);
        var of = learned.Products[product];
        return new Ranked(learned.Creators[creator], value.Accept, value.Post, Minor(value.Gmv.Mean), Minor(value.Gmv.Low), Minor(value.Gmv.High), Minor(value.ExpectedGmv), Minor(terms.Value(of, value.Accept, value.Post, value.Gmv.Mean)),
            MatchReasons.Of(learned.Model.Explain(creator, product), learned.Model.Evidence(creator, product), learned.Creators[creator], of, learned.Rules.MinorPerMajor));

        long Minor(double major) => (long)Math.Round(Math.Min(major, 1e15) * learned.Rules.MinorPerMajor);
    }

    /// <summary>Those who want nothing, or have become part of another: what people say of people counts at once.</summary>
    internal static async Task<HashSet<long>> Out(long marketId, AppDb db, CancellationToken cancel) =>
        await db.Creators.Where(c => c.MarketId == marketId && (c.Stage == CreatorStage.Declined || c.MergedIntoId != null)).Select(c => c.Id).ToHashSetAsync(cancel);

    /// <summary>What keeps a creator from being offered a product at all.</summary>
    internal static LeftOut? Why(MatchedMarket learned, int creator, int product, IReadOnlySet<long> gone, long? least)
    {
        var who = learned.Creators[creator];
        return learned.Model.Sells(creator, product) ? new LeftOut(who, "already_sells", null)
            : learned.Waiting.TryGetValue((creator, product), out var since) ? new LeftOut(who, "waiting", since)
            : learned.Declined.Contains((creator, product)) ? new LeftOut(who, "declined", null)
            : gone.Contains(who.Id) ? new LeftOut(who, "out", null)
            : least is { } followers && !(who.Followers >= followers) ? new LeftOut(who, "followers", null)
            : null;
    }
}
