using Showrunner.Matching;
using Showrunner.Matching.Planning;

namespace Showrunner.Tests.Matching;

public class CollaborationsTests
{
    private static PlanOffers.Offer Offer(long creator, long product, long shop = 1) => new(new MatchedCreator(creator, "c" + creator, "", null, null), new MatchedProduct(product, "p" + product, "p" + product, shop, "shop", "", null, null, null, null, 0, null), false, false, 0.5, 0.5, 1, 1, 1, 1, 1);

    [Fact]
    public void No_collaboration_has_more_than_fifty_creators_or_a_hundred_products_and_none_is_of_two_shops()
    {
        List<PlanOffers.Offer> offers = [.. from creator in Enumerable.Range(1, 130) from product in new[] { creator, 1 + creator * 7 % 130 }.Distinct() select Offer(creator, product), .. Enumerable.Range(1, 3).Select(c => Offer(c, 1_000, shop: 2))];
        var numbered = Collaborations.Numbered(offers);
        Assert.Equal(offers.Select(o => (o.Creator.Id, o.Product.Id)), numbered.Select(o => (o.Creator.Id, o.Product.Id)));
        foreach (var one in numbered.GroupBy(o => (o.Product.ShopId, o.Collaboration)))
        {
            Assert.InRange(one.Select(o => o.Creator.Id).Distinct().Count(), 1, Collaborations.MostCreators);
            Assert.InRange(one.Select(o => o.Product.Id).Distinct().Count(), 1, Collaborations.MostProducts);
        }
        // A creator is invited once by a shop.
        Assert.All(numbered.GroupBy(o => (o.Product.ShopId, o.Creator.Id)), g => Assert.Single(g.Select(o => o.Collaboration).Distinct()));
        Assert.Equal([1], numbered.Where(o => o.Product.ShopId == 2).Select(o => o.Collaboration).Distinct());
    }

    [Fact]
    public void Creators_of_the_same_products_go_together()
    {
        var numbered = Collaborations.Numbered([.. Enumerable.Range(1, 60).Select(c => Offer(c, c % 2 == 0 ? 10 : 20))]);
        Assert.Equal(2, numbered.Select(o => o.Collaboration).Distinct().Count());
        Assert.Single(numbered.Where(o => o.Product.Id == 10).Select(o => o.Collaboration).Distinct());
    }
}
