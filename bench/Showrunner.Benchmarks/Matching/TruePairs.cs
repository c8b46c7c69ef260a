using Showrunner.Matching;

namespace Showrunner.Benchmarks.Matching;

/// <summary>What is true of the pairs of a learned market, in its own units.</summary>
internal sealed class TruePairs
{
    /// <summary>The truth file tells the mean of all days since a creator began; the ledger is read for the last twelve weeks.</summary>
    private const int Window = 84;
    private readonly MatchedMarket learned;
    private readonly TrueMarket truth;
    private readonly Dictionary<bool, double> unit = [];

    public TruePairs(MatchedMarket learned, TrueMarket truth)
    {
        (this.learned, this.truth) = (learned, truth);
        // Whole lines at list prices become what was paid in these weeks: pieces for a line of those who began before them and of those who began in them, and the price paid.
        var (pieces, lines) = (new Dictionary<bool, double>(), new Dictionary<bool, double>());
        var (paid, listed) = (0.0, 0.0);
        foreach (var sale in learned.Model.Facts.Sales)
        {
            if (!Knows(sale.Creator, sale.Product) || Did(sale.Creator, sale.Product) != "posted") continue;
            var isNew = IsNew(sale.Creator);
            pieces[isNew] = pieces.GetValueOrDefault(isNew) + sale.Units / sale.Months;
            lines[isNew] = lines.GetValueOrDefault(isNew) + truth.Lines(Handle(sale.Creator), No(sale.Product));
            (paid, listed) = (paid + sale.Gmv * sale.Months, listed + sale.Units * truth.Price(No(sale.Product)));
        }
        foreach (var isNew in pieces.Keys) unit[isNew] = pieces[isNew] / lines[isNew] * paid / listed;
    }

    public bool Knows(int creator, int product) => truth.Knows(Handle(creator), No(product));

    /// <summary>Null for what was never offered.</summary>
    public string? Did(int creator, int product) => truth.Did(Handle(creator), No(product));

    /// <summary>Chances, and the GMV in 28 days in major units.</summary>
    public (double Accept, double Post, double Gmv) Of(int creator, int product)
    {
        var odds = truth.Odds(Handle(creator), No(product));
        return (odds.Accept, odds.Post, truth.Lines(Handle(creator), No(product)) * truth.Price(No(product)) * unit.GetValueOrDefault(IsNew(creator)));
    }

    private bool IsNew(int creator) => truth.Starts(Handle(creator)) > learned.Last.AddDays(-Window);

    private string Handle(int creator) => learned.Creators[creator].Handle;

    private string No(int product) => learned.Products[product].No;
}
