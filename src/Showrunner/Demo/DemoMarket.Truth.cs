using System.Text.Encodings.Web;
using System.Text.Json;
using Showrunner.Engine.Simulation;

namespace Showrunner.Demo;

public sealed partial class DemoMarket
{
    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// What is true of the market and stands in no room's tables, one JSON object a line: the market, its categories, every creator with his tastes
    /// and offers, every product with quality, cost and stock, and what is planted with its size and cause. Expected figures are probabilities, not counts.
    /// </summary>
    public void WriteTruth(Stream into)
    {
        Weigh();
        var expected = Expectation();
        Line(into, new
        {
            type = "market",
            market = _market.Code,
            size = _size.Name,
            seed = _seed,
            _calendar.Days.From,
            _calendar.Days.To,
            _market.Currency,
            lines = ExpectedLines,
            creators = _creators,
            products = _catalogue.All.Count,
            season = new { week_from_sunday = _words.Week, pay_from = _words.PayDays.From, pay_to = _words.PayDays.To, pay_factor = _words.PayDays.Factor },
            usual_return_rate = _words.ReturnRate,
            neutral = new { PairOdds.NeutralClick, PairOdds.NeutralOrder },
        });
        for (var i = 0; i < _words.Categories.Length; i++) Line(into, new { type = "category", market = _market.Code, index = i, _words.Categories[i].Path });
        for (var rank = 0; rank < _creators; rank++)
        {
            var creator = Creator(rank, out _);
            expected.Count(creator);
            WriteCreator(into, creator);
        }
        foreach (var (rank, twin) in _twins.All)
            Line(into, new { type = twin.IsSame ? "same_person" : "look_alike", market = _market.Code, twin.Kind, handles = new[] { Free(Creator(twin.Of, out _).Handle), Free(Creator(rank, out _).Handle) } });
        foreach (var (agency, from, ppm) in AgencySplits) Line(into, new { type = "agency_split", market = _market.Code, agency, from, agency_share = Short(ppm / (double)DemoProfile.Whole) });
        foreach (var product in _catalogue.All) WriteProduct(into, product, expected.Daily(product));
        for (var i = 0; i < _events.All.Count; i++) WriteEvent(into, _events.All[i], expected.Without[i], expected.With[i]);
        if (_hashtags.Rising is { } rising)
            Line(into, new
            {
                type = "event",
                market = _market.Code,
                kind = DemoEvent.Hashtag,
                from = _calendar.Days.From.AddDays(rising.From),
                to = _calendar.Days.To,
                measure = "share_of_videos",
                without = 0,
                with = DemoHashtags.RisingShare,
                causes = new[] { new { dimension = "hashtag", member = rising.Tag, Name = rising.Tag } },
            });
    }

    private void WriteCreator(Stream into, DemoCreator c) => Line(into, new
    {
        type = "creator",
        market = _market.Code,
        handle = Free(c.Handle),
        taste = c.Traits.Taste.Select(Short),
        price_level = Short(c.Traits.PriceLevel),
        price_width = Short(c.Traits.PriceWidth),
        skill = Short(c.Traits.Skill),
        reliability = Short(c.Traits.Reliability),
        language = _words.Languages[c.Traits.Language].Code,
        female_share = Short(c.Traits.FemaleShare),
        young_share = Short(c.Traits.YoungShare),
        reach = Short(c.Reach),
        starts = _calendar.Days.From.AddDays(c.FirstDay),
        lines = Short(c.Weight * _linesPerWeight * _calendar.From(c.FirstDay)),
        offers = c.Shelf.Offers.Select(o => new
        {
            product = o.Product.No,
            accept = Short(o.Odds.Accept),
            post = Short(o.Odds.Post),
            click = Short(o.Odds.Click),
            order = Short(o.Odds.Order),
            did = o.Posted ? "posted" : o.Accepted ? "took" : "declined",
        }),
    });

    private void WriteProduct(Stream into, DemoProduct p, double[] lines)
    {
        Line(into, new
        {
            type = "product",
            market = _market.Code,
            product = p.No,
            p.Name,
            p.Category,
            price_minor = p.PriceMinor,
            cost_minor = p.CostMinor,
            commission = p.Traits.CommissionRate,
            price_level = Short(p.Traits.PriceLevel),
            quality = Short(p.Traits.Quality),
            female_share = Short(p.Traits.FemaleShare),
            return_rate = Short(_words.ReturnRate * p.Traits.RefundFactor),
            lines = Short(lines.Sum()),
            told_costs = _goods.Costs(p).Select(c => new { from = c.From, cost_minor = c.CostMinor }),
            rating = Short(_goods.Rating(p) / 1e6),
            stock = _goods.Stock(p, lines),
        });
    }

    private void WriteEvent(Stream into, DemoEvent e, double without, double with)
    {
        var isReturns = e.Kind == DemoEvent.BadBatch;
        Line(into, new
        {
            type = "event",
            market = _market.Code,
            kind = e.Kind,
            from = _calendar.Days.From.AddDays(e.From),
            to = _calendar.Days.From.AddDays(e.To),
            measure = isReturns ? "return_rate" : "order_lines",
            without = Short(isReturns ? _words.ReturnRate * e.Product!.Traits.RefundFactor : without),
            with = Short(isReturns ? e.Size : with),
            lines = Short(with),
            causes = Causes(e).Select(c => new { dimension = c.Dimension, member = c.Member, c.Name }),
        });
    }

    /// <summary>In the words of questions: dimension, member, and its name.</summary>
    private IEnumerable<(string Dimension, string Member, string Name)> Causes(DemoEvent e)
    {
        if (e.Product is { } product) yield return ("product", product.No, product.Name);
        if (e.Rank is { } rank) yield return ("creator", HandleOf(rank), Creator(rank, out _).Name);
        if (e.Category is { } category) yield return ("category", _words.Categories[category].Path, _words.Categories[category].Path);
        if (e.Channel is { } channel) yield return ("channel", channel, channel);
        if (e.Kind is DemoEvent.Promotion or DemoEvent.CampaignDay) yield return ("day", _calendar.Days.From.AddDays(e.From).ToString("O", System.Globalization.CultureInfo.InvariantCulture), e.Kind);
    }

    private static double Short(double value) => value == 0 ? 0 : double.Parse(value.ToString("G5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static void Line<T>(Stream into, T row)
    {
        JsonSerializer.Serialize(into, row, Written);
        into.WriteByte((byte)'\n');
    }
}
