using Showrunner.Engine.Simulation;

namespace Showrunner.Demo;

/// <summary>A product that was offered to a creator, how it would go, and what he did: not interested, took it, took it and posted.</summary>
internal readonly record struct DemoOffer(DemoProduct Product, PairOdds Odds, bool Accepted, bool Posted);

/// <summary>What a creator sells: of what sellers offered him, that which he took and posted about; the better a pair fits, the more of it.</summary>
internal sealed class DemoShelf
{
    private readonly double[] _upTo;

    public DemoOffer[] Offers { get; }
    public DemoOffer[] Sold { get; }
    /// <summary>Orders per view over all he sells, against an indifferent pair.</summary>
    public double Appeal { get; }
    /// <summary>What a line of his costs on average, in minor units.</summary>
    public double Price { get; }

    public DemoShelf(CreatorTraits creator, DemoCatalogue catalogue, ref Chance chance)
    {
        Offers = new DemoOffer[chance.Between(6, 13)];
        for (var i = 0; i < Offers.Length; i++)
        {
            var product = Offered(creator, catalogue, i, ref chance);
            var odds = PairOdds.Of(creator, product.Traits);
            var (accepts, posts) = (chance.Hits(odds.Accept), chance.Hits(odds.Post));
            Offers[i] = new DemoOffer(product, odds, accepts, accepts && posts);
        }
        // Who sells has something to sell.
        if (!Array.Exists(Offers, o => o.Posted)) Offers[0] = Offers[0] with { Accepted = true, Posted = true };
        Sold = Array.FindAll(Offers, o => o.Posted);
        _upTo = new double[Sold.Length];
        var all = 0.0;
        for (var i = 0; i < Sold.Length; i++) _upTo[i] = all += Sold[i].Odds.Appeal;
        Appeal = Math.Clamp(all / Sold.Length, 0.05, 6);
        for (var i = 0; i < Sold.Length; i++) Price += Share(i) * Sold[i].Product.PriceMinor;
    }

    /// <summary>Most offers come from sellers of what he is known for, some from anybody; in a small market one may come again.</summary>
    private DemoProduct Offered(CreatorTraits creator, DemoCatalogue catalogue, int before, ref Chance chance)
    {
        for (var tries = 0; ; tries++)
        {
            var category = chance.Hits(0.65) ? At(creator.Taste, chance.Next()) : chance.Below(creator.Taste.Length);
            var product = catalogue.Draw(category, ref chance);
            if (tries == 20 || Array.FindIndex(Offers, 0, before, o => o.Product.Number == product.Number) < 0) return product;
        }
    }

    public DemoProduct Pick(ref Chance chance)
    {
        var at = chance.Next() * _upTo[^1];
        var i = 0;
        while (i < Sold.Length - 1 && at >= _upTo[i]) i++;
        return Sold[i].Product;
    }

    /// <summary>Share of what he sells, 0 to 1.</summary>
    public double Share(int i) => Sold[i].Odds.Appeal / _upTo[^1];

    private static int At(double[] shares, double at)
    {
        for (var i = 0; i < shares.Length - 1; i++)
            if ((at -= shares[i]) < 0) return i;
        return shares.Length - 1;
    }
}
