using Showrunner.Engine.Simulation;
using Showrunner.Ledger;
using Showrunner.Platform;

namespace Showrunner.Demo;

/// <summary>What sellers offered an invented creator before he began to sell, and what he said and did. Made with a chance of its own, so that it changes nothing else.</summary>
internal sealed class DemoOffers(int market, DayRange days, int seed)
{
    private const int ChanceOfOffers = 6, Earliest = 110;
    private readonly OfferDraft _draft = new();

    /// <summary>Filled again for every row.</summary>
    public IEnumerable<OfferDraft> Drafts(DemoCreator creator, string handle)
    {
        var chance = Chance.Of(seed, market, ChanceOfOffers, creator.Rank);
        // Who begins within the time that is told has just been found; the others were offered things over months.
        var (start, spread) = (days.From.AddDays(creator.FirstDay), creator.FirstDay > 0 ? 12 : Earliest);
        foreach (var offer in creator.Shelf.Offers)
        {
            var d = _draft;
            (d.CreatorHandle, d.CreatorName, d.ProductNo, d.ProductName, d.ShopNo, d.ShopName) = (handle, creator.Name, offer.Product.No, offer.Product.Name, offer.Product.ShopNo, offer.Product.ShopName);
            var posted = start.AddDays(-chance.Between(0, spread));
            var sent = posted.AddDays(-chance.Between(4, 13));
            var answered = sent.AddDays(-chance.Between(1, 4));
            d.Day = answered.AddDays(-chance.Between(0, 5));
            d.Answer = offer.Accepted ? OfferAnswer.Accepted : OfferAnswer.Declined;
            (d.AnsweredDay, d.SampleDay, d.PostedDay) = (answered, offer.Accepted ? sent : null, offer.Posted ? posted : null);
            yield return d;
        }
    }
}
