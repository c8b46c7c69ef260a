using Showrunner.Imports.Kinds;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

internal abstract partial class FactReader
{
    /// <summary>The reader for what a file was recognised as; refuses a file of no kind.</summary>
    public static FactReader Open(string path, Recognition recognition, MarketRules market, ReadOptions options)
    {
        if (recognition.KindCode is null) throw Recogniser.Unknown(recognition);
        var source = RowSource.Open(path, recognition.FileName);
        try
        {
            return recognition.Family switch
            {
                FactFamily.OrderLines => new OrderLineReader(source, recognition, market, options),
                FactFamily.PeriodTotals => new PeriodTotalReader(source, recognition, market, options),
                FactFamily.Content => new ContentReader(source, recognition, market, options),
                FactFamily.Goods => new GoodsReader(source, recognition, market, options),
                FactFamily.Offers => new OfferReader(source, recognition, market, options),
                FactFamily.Creators => new CreatorProfileReader(source, recognition, market, options),
                _ => new ProductReader(source, recognition, market, options),
            };
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}
