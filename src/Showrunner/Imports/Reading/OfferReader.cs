using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>Offers of products to creators. An answer that is not told follows from what came later: who got a sample or posted has accepted.</summary>
internal sealed class OfferReader : FactReader
{
    private static readonly Dictionary<string, string> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["accepted"] = OfferAnswer.Accepted,
        ["yes"] = OfferAnswer.Accepted,
        ["diterima"] = OfferAnswer.Accepted,
        ["ya"] = OfferAnswer.Accepted,
        ["angenommen"] = OfferAnswer.Accepted,
        ["ja"] = OfferAnswer.Accepted,
        ["đồng ý"] = OfferAnswer.Accepted,
        ["có"] = OfferAnswer.Accepted,
        ["declined"] = OfferAnswer.Declined,
        ["rejected"] = OfferAnswer.Declined,
        ["no"] = OfferAnswer.Declined,
        ["ditolak"] = OfferAnswer.Declined,
        ["tidak"] = OfferAnswer.Declined,
        ["abgelehnt"] = OfferAnswer.Declined,
        ["nein"] = OfferAnswer.Declined,
        ["từ chối"] = OfferAnswer.Declined,
        ["không"] = OfferAnswer.Declined,
    };

    private readonly int _creator, _creatorName, _productNo, _productName, _shop, _offered, _answer, _answered, _sample, _posted;

    public OfferReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
        : base(source, recognition, market, options)
    {
        (_creator, _creatorName, _productNo, _productName, _shop) = (Column(OfferList.Creator), Column(OfferList.CreatorName), Column(OfferList.ProductNo), Column(OfferList.ProductName), Column(OfferList.ShopName));
        (_offered, _answer, _answered, _sample, _posted) = (Column(OfferList.Offered), Column(OfferList.Answer), Column(OfferList.Answered), Column(OfferList.Sample), Column(OfferList.Posted));
    }

    public OfferDraft Current { get; } = new();

    protected override bool IsFigure(string? field) => false;

    protected override void Fill()
    {
        var d = Current;
        d.CreatorHandle = Handle(_creator);
        if (d.CreatorHandle.Length == 0)
        {
            Fail("value_missing", _creator, "");
            return;
        }
        if (!Id(_productNo, out d.ProductNo, needed: true) || !Moment(_offered, out var offered, out d.Day)) return;
        if (offered is null)
        {
            Fail("value_missing", _offered, "");
            return;
        }
        (d.CreatorName, d.ProductName, d.ShopName) = (Said(_creatorName), Said(_productName), Said(_shop));
        if (!Later(_answered, out d.AnsweredDay) || !Later(_sample, out d.SampleDay) || !Later(_posted, out d.PostedDay)) return;
        var answer = Said(_answer);
        d.Answer = d.SampleDay is not null || d.PostedDay is not null ? OfferAnswer.Accepted : OfferAnswer.None;
        if (answer.Length == 0) return;
        if (!Answers.TryGetValue(answer, out var known)) Fail("answer_unknown", _answer, answer);
        else if (known == OfferAnswer.Declined && d.Answer.Length > 0) Fail("answer_contradicts", _answer, answer);
        else d.Answer = known;
    }

    private string Said(int column) => column < 0 ? "" : Text(column);

    /// <summary>What follows an offer cannot come before it.</summary>
    private bool Later(int column, out DateOnly? day)
    {
        day = null;
        if (!Moment(column, out var at, out var on)) return false;
        if (at is null) return true;
        if (on < Current.Day) return Fail("offer_day_before", column, Cell(column));
        day = on;
        return true;
    }
}
