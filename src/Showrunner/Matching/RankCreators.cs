using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Matching.Workbench;
using Showrunner.Platform;

namespace Showrunner.Matching;

/// <summary>The creators whom it is worth most to offer a product, with what is expected of each, why, and who is left out why.</summary>
public static class RankCreators
{
    internal const int Most = 200, Few = 5;

    /// <param name="Id">Row number of the product.</param>
    /// <param name="Top">How many, 1 to 200.</param>
    /// <param name="Least">Only with at least so many followers.</param>
    /// <param name="Margin">In percent, where nobody told what the goods cost.</param>
    /// <param name="From">First market day of the sales that filters ask for; the last 28 days that are known where none is named.</param>
    /// <param name="To">Last market day of these sales.</param>
    /// <param name="Compare">What growth is measured against: previous, year or none.</param>
    /// <param name="LeftOut">Lists those who are left out for this reason, up to 200 of them.</param>
    public sealed record Request(long Id, int Top = 20, long? Least = null, double? Margin = null, DateOnly? From = null, DateOnly? To = null, string Compare = "previous", string? LeftOut = null);

    /// <param name="Accept">Probability that he takes the offer, 0 to 1.</param>
    /// <param name="Post">Probability that he posts once he has the sample.</param>
    /// <param name="GmvMinor">What he then sells in 28 days, expected; low and high hold 19 of 20 such expectations.</param>
    /// <param name="ExpectedMinor">What the offer brings in GMV on average.</param>
    /// <param name="ValueMinor">The same after goods, commission, returns and the sample.</param>
    /// <param name="LowValueMinor">The value where the GMV is at its lower end.</param>
    /// <param name="HighValueMinor">And at its upper end.</param>
    public sealed record Ranked(MatchedCreator Creator, double Accept, double Post, long GmvMinor, long LowMinor, long HighMinor, long ExpectedMinor, long ValueMinor, IReadOnlyList<MatchReason> Reasons, long LowValueMinor = 0, long HighValueMinor = 0);

    /// <param name="Why">already_sells, waiting, declined, out, followers or filtered; of a range also nothing_left.</param>
    /// <param name="Since">When he was offered it.</param>
    /// <param name="GmvMinor">What he sells of it in 28 days.</param>
    public sealed record LeftOut(MatchedCreator Creator, string Why, DateOnly? Since, long? GmvMinor = null);

    /// <param name="LeftOut">Some of each reason; all who were asked for by name or reason, up to 200.</param>
    /// <param name="LeftOutCounts">How many there are by reason.</param>
    /// <param name="KnowsAnswers">False where the chance that an offer is taken is assumed.</param>
    /// <param name="Almost">Nobody is called like the keyword; these are called almost like it.</param>
    public sealed record Response(string Market, MatchedProduct Product, double Margin, long SampleMinor, IReadOnlyList<Ranked> Creators, IReadOnlyList<LeftOut> LeftOut, IReadOnlyDictionary<string, int> LeftOutCounts, int Considered, bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf, bool Almost = false);

    /// <param name="choose">The directory's filters; null ranks everybody.</param>
    public static async Task<Response> Handle(Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel, ChooseCreators? choose = null)
    {
        actor.Needs(MatchingRoom.See);
        CheckTop(request.Top);
        var terms = MatchTerms.Of(request.Margin);
        var (market, learned, at) = await FindProduct.At(request.Id, db, kept, actor, cancel);
        var gone = await Out(market.Id, db, cancel);
        var names = await CategoryNames.In(actor.Language, db, cancel);
        var chosen = choose is null ? ChosenCreators.All : await choose.Of(market.Code, learned.Last, request.From, request.To, request.Compare, cancel);
        return await Task.Run(() => Rank(request, market.Code, learned, at, gone, chosen, terms, names, cancel), cancel);
    }

    internal static void CheckTop(int top)
    {
        if (top is < 1 or > Most) throw new Refused("match_top", Most);
    }

    private static Response Rank(Request request, string market, MatchedMarket learned, int at, HashSet<long> gone, ChosenCreators chosen, MatchTerms terms, CategoryNames names, CancellationToken cancel)
    {
        var product = learned.Products[at];
        var worth = new List<(int Creator, double Value)>();
        var leftOut = new LeftOutList<LeftOut>(request.LeftOut, chosen.Called is not null);
        for (var c = 0; c < learned.Creators.Count; c++)
        {
            if ((c & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            var creator = learned.Creators[c];
            if (!chosen.IsAsked(creator.Id)) continue;
            if (!chosen.Fits(creator.Id)) leftOut.Add("filtered", new LeftOut(creator, "filtered", null));
            else if (Why(learned, c, at, gone, request.Least) is { } why) leftOut.Add(why.Why, why);
            else worth.Add((c, learned.Worth(c, at, terms)));
        }
        worth.Sort((a, b) => b.Value != a.Value ? b.Value.CompareTo(a.Value) : learned.Creators[a.Creator].Id.CompareTo(learned.Creators[b.Creator].Id));
        return new Response(market, product, product.Margin ?? terms.Margin, learned.Minor(terms.Sample(product)), [.. worth.Take(request.Top).Select(w => Tell(learned, w.Creator, at, terms, names))],
            leftOut.Shown(l => (l.GmvMinor ?? 0, l.Since ?? default, l.Creator.Followers ?? -1, l.Creator.Id)), leftOut.Counts, worth.Count, learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt, chosen.Almost);
    }

    internal static Ranked Tell(MatchedMarket learned, int creator, int product, MatchTerms terms, CategoryNames names)
    {
        var value = learned.Model.Value(creator, product);
        var of = learned.Products[product];
        double Worth(double gmv) => terms.Value(of, value.Accept, value.Post, gmv);
        var (one, other) = (Worth(value.Gmv.Low), Worth(value.Gmv.High));
        return new Ranked(learned.Creators[creator], value.Accept, value.Post, learned.Minor(value.Gmv.Mean), learned.Minor(value.Gmv.Low), learned.Minor(value.Gmv.High), learned.Minor(value.ExpectedGmv), learned.Minor(Worth(value.Gmv.Mean)),
            MatchReasons.Of(learned, creator, product, names), learned.Minor(Math.Min(one, other)), learned.Minor(Math.Max(one, other)));
    }

    /// <summary>Those who want nothing, or have become part of another: what people say of people counts at once.</summary>
    internal static async Task<HashSet<long>> Out(long marketId, AppDb db, CancellationToken cancel) =>
        await db.Creators.Where(c => c.MarketId == marketId && (c.Stage == CreatorStage.Declined || c.MergedIntoId != null)).Select(c => c.Id).ToHashSetAsync(cancel);

    /// <summary>What keeps a creator from being offered a product at all.</summary>
    internal static LeftOut? Why(MatchedMarket learned, int creator, int product, IReadOnlySet<long> gone, long? least)
    {
        var who = learned.Creators[creator];
        return learned.Model.Sells(creator, product) ? new LeftOut(who, "already_sells", null, learned.Minor(learned.Model.Evidence(creator, product).OwnGmv ?? 0))
            : learned.Waiting.TryGetValue((creator, product), out var since) ? new LeftOut(who, "waiting", since)
            : learned.Declined.Contains((creator, product)) ? new LeftOut(who, "declined", null)
            : gone.Contains(who.Id) ? new LeftOut(who, "out", null)
            : least is { } followers && !(who.Followers >= followers) ? new LeftOut(who, "followers", null)
            : null;
    }
}
