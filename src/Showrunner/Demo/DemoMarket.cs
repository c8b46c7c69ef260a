using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Demo;

/// <summary>
/// One country of the demo market, told creator by creator: his lines day by day, each LIVE after its lines, each video when
/// its 28 days are over. The same seed and end day tell the same market; only the creator being told is in memory.
/// </summary>
public sealed partial class DemoMarket
{
    public const int DefaultSeed = 7;
    private readonly MarketWords _words;
    private readonly MarketRules _market;
    private readonly DemoSize _size;
    private readonly int _seed;
    private readonly Predicate<string> _isTaken;
    private readonly DemoCatalogue _catalogue;
    private readonly DemoCalendar _calendar;
    private readonly DemoCampaigns _campaigns;
    private readonly DemoEvents _events;
    private readonly DemoTwins _twins;
    private readonly DemoGoods _goods;
    private readonly DemoHashtags _hashtags;
    private readonly int _creators;
    private double _linesPerWeight;

    public static IReadOnlyList<string> Markets => [.. MarketWords.All.Select(w => w.Code)];

    /// <param name="market">One of <see cref="Markets"/>.</param>
    /// <param name="size">How much.</param>
    /// <param name="end">The last day told; it is told whole.</param>
    /// <param name="seed">Another seed is another market.</param>
    /// <param name="isTaken">Handles that belong to real creators; the demo's namesakes get a mark of their own.</param>
    public DemoMarket(MarketRules market, DemoSize size, DateOnly end, int seed = DefaultSeed, Predicate<string>? isTaken = null)
    {
        _words = MarketWords.All.Single(w => w.Code == market.Code);
        (_market, _size, _seed) = (market, size, seed);
        _isTaken = isTaken ?? (_ => false);
        _catalogue = new DemoCatalogue(_words, market, (int)(size.Products * _words.Share), seed);
        _calendar = new DemoCalendar(_words, end, size.Days, seed, size.IsQuiet);
        _creators = Math.Max(12, (int)(size.Creators * _words.Share));
        _campaigns = new DemoCampaigns(_words, _catalogue, _creators, size.Days, seed);
        _events = new DemoEvents(_words, _catalogue, _calendar, _creators, seed, size.IsQuiet);
        _twins = new DemoTwins(_words.Number, _creators, seed);
        _goods = new DemoGoods(_words, _catalogue, _calendar, _events, seed);
        _hashtags = new DemoHashtags(_words, _calendar, seed, size.IsQuiet);
        ExpectedLines = (long)(size.Lines * _words.Share);
    }

    /// <summary>About how many order lines are told.</summary>
    public long ExpectedLines { get; }
    public DemoStory Story => new(_market.Code, _calendar.Promotion, HandleOf(DemoCreator.AtRiskRank), _calendar.Days.To.AddDays(-27),
        _catalogue.Returned.Name, _calendar.BadBatch, _catalogue.Rising.Name, _calendar.Listing, _calendar.Days);

    /// <summary>Tells everything, of each creator his profile last, and of the goods when all is sold. Drafts are filled again for every row: take what you keep.</summary>
    public void Tell(Action<ProductDraft> product, Action<OrderLineDraft> line, Action<ContentDraft> content, Action<CreatorDraft>? creator = null, Action<GoodsDraft>? goods = null, Action<OfferDraft>? offer = null) => Tell(product, line, content, creator, goods, offer, (_, _) => { });

    /// <summary>The same without profiles, and who is told of next, with his handle.</summary>
    internal void Tell(Action<ProductDraft> product, Action<OrderLineDraft> line, Action<ContentDraft> content, Action<GoodsDraft> goods, Action<OfferDraft> offer, Action<DemoCreator, string> next) => Tell(product, line, content, null, goods, offer, next);

    private void Tell(Action<ProductDraft> product, Action<OrderLineDraft> line, Action<ContentDraft> content, Action<CreatorDraft>? creator, Action<GoodsDraft>? goods, Action<OfferDraft>? offer, Action<DemoCreator, string> next)
    {
        Weigh();
        var expected = Expectation();
        var profile = new DemoProfile(_words, _market, _calendar.Days.To, _twins, _seed);
        var offers = new DemoOffers(_words.Number, _calendar.Days, _seed);
        foreach (var draft in _catalogue.Drafts(_calendar, _market)) product(draft);
        var telling = new Telling(this, l => { profile.Note(l); line(l); }, c => { profile.Note(c); content(c); });
        for (var rank = 0; rank < _creators; rank++)
        {
            var told = Creator(rank, out var chance);
            var handle = Free(told.Handle);
            next(told, handle);
            telling.Tell(told, chance);
            creator?.Invoke(profile.Draft(told, handle));
            if (offer is not null)
                foreach (var draft in offers.Drafts(told, handle)) offer(draft);
            if (goods is not null) expected.Count(told);
        }
        if (goods is not null)
            foreach (var draft in _goods.Drafts(expected.Daily)) goods(draft);
    }

    /// <summary>What the agencies keep of their creators' commission, in millionths: from the first day on, and what the first of them gets since the middle.</summary>
    public IReadOnlyList<(string Agency, DateOnly From, long AgencyPpm)> AgencySplits =>
    [
        .. ProfileWords.Of(_words).Agencies.Select((name, i) => (name, _calendar.Days.From, DemoProfile.Whole - DemoProfile.CreatorSplit(i))),
        (ProfileWords.Of(_words).Agencies[0], _calendar.Days.From.AddDays(_calendar.Count / 2), DemoProfile.Whole - DemoProfile.CreatorSplit(1)),
    ];

    private DemoExpectation Expectation() => new(_catalogue, _calendar, _events.All, _words.Categories.Length, _linesPerWeight);

    internal MarketRules Market => _market;
    internal MarketWords Words => _words;

    /// <summary>Names by language of the categories that the products stand in, by their paths.</summary>
    public IReadOnlyDictionary<string, (string Id, string De)> CategoryNames => _words.Categories.ToDictionary(c => c.Path, c => (c.NameId, c.NameDe));

    /// <summary>How many lines a creator's weight makes, so that all of them together are about as many as asked for.</summary>
    private void Weigh() =>
        _linesPerWeight = ExpectedLines / Enumerable.Range(0, _creators).Select(rank => Creator(rank, out _)).Sum(c => c.Weight * _calendar.From(c.FirstDay));

    private DemoCreator Creator(int rank, out Chance chance)
    {
        chance = Chance.Of(_seed, _words.Number, 2, rank);
        var creator = Alone(rank, ref chance);
        if (_twins.Of(rank) is not { } twin) return creator;
        var other = Chance.Of(_seed, _words.Number, 2, twin.Of);
        var first = Alone(twin.Of, ref other);
        creator.Handle = _twins.Called(rank, twin, creator.Handle, first.Handle);
        if (twin.IsSame) creator.Become(first, _twins.Luck(rank, 1).Hits(0.65));
        return creator;
    }

    private DemoCreator Alone(int rank, ref Chance chance) => DemoCreator.Of(rank, _creators, _size.Days, _words, _catalogue, ref chance);

    private string HandleOf(int rank) => Free(DemoNames.Handle(_words, rank));

    private string Free(string handle)
    {
        while (_isTaken(handle)) handle += ".demo";
        return handle;
    }
}
