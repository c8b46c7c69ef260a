using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Matching;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Commands;

internal static class MatchCommand
{
    public static Command Make()
    {
        var product = new Option<string>("--product") { Description = "Row number or number of the product", Required = true };
        var top = new Option<int>("--top") { Description = "How many creators", DefaultValueFactory = _ => 20 };
        var margin = new Option<double?>("--margin") { Description = "Percent of the price left after the cost of the goods, where nobody told it" };
        var market = new Option<string?>("--market") { Description = "VN, ID, …; needed when several markets have a product of that number" };
        var command = new Command("match", "Ranks creators for a product by what an offer is expected to bring, with reasons") { product, top, margin, market };
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var wanted = words.GetValue(product)!;
            var id = long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var code = words.GetValue(market)?.ToUpperInvariant();
            var found = await instance.Db.Products.AsNoTracking().Where(p => p.ProductNo == wanted || p.Id == id)
                .Where(p => code == null || instance.Db.Set<Markets.Market>().Any(m => m.Id == p.MarketId && m.Code == code)).OrderBy(p => p.ProductNo == wanted ? 0 : 1).ToListAsync(cancel);
            if (found.Count == 0) throw new Refused("cli.product_unknown", wanted);
            if (found.Count(p => p.ProductNo == wanted) > 1) throw new Refused("cli.market_needed");
            var ranked = await RankCreators.Handle(new(found[0].Id, words.GetValue(top), Margin: words.GetValue(margin)), instance.Db, instance.Get<KeptMarkets>(), Actor.Program("command line"), cancel);
            var rules = (await instance.Db.Set<Markets.Market>().SingleAsync(m => m.Code == ranked.Market, cancel)).Rules;
            if (words.GetValue(Settings.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(Answer(ranked, rules), Words.Json));
            else Print(ranked, rules);
            return CommandLine.Done;
        });
        return command;
    }

    private static object Answer(RankCreators.Response ranked, Markets.MarketRules rules) => new
    {
        market = ranked.Market,
        currency = rules.Currency,
        product = new { id = ranked.Product.Id, no = ranked.Product.No, name = ranked.Product.Name, shop = ranked.Product.Shop, category = ranked.Product.Category, price = ranked.Product.Price, commission = ranked.Product.Commission, margin = ranked.Margin, margin_known = ranked.Product.Margin is not null },
        creators = ranked.Creators.Select(c => new
        {
            id = c.Creator.Id,
            handle = c.Creator.Handle,
            accept = Math.Round(c.Accept, 4),
            post = Math.Round(c.Post, 4),
            gmv = Major(rules, c.GmvMinor),
            gmv_low = Major(rules, c.LowMinor),
            gmv_high = Major(rules, c.HighMinor),
            expected_gmv = Major(rules, c.ExpectedMinor),
            value = Major(rules, c.ValueMinor),
            reasons = c.Reasons.Select(r => new { code = r.Text, part = r.Part, times = Math.Round(r.Times, 3), values = r.Values }),
        }),
        left_out = ranked.LeftOutCounts,
        considered = ranked.Considered,
        knows_answers = ranked.KnowsAnswers,
        knows_sales = ranked.KnowsSales,
        last_day = ranked.Last,
        as_of = ranked.AsOf,
        change = ranked.Change,
    };

    /// <summary>Money is a decimal string in major units, as everywhere.</summary>
    private static string Major(Markets.MarketRules rules, long minor) => ((decimal)minor / rules.MinorPerMajor).ToString(CultureInfo.InvariantCulture);

    private static void Print(RankCreators.Response ranked, Markets.MarketRules rules)
    {
        TextTable.Print(["creator", "accepts", "posts", $"GMV in 28 days ({rules.Currency})", "from", "to", $"value of an offer ({rules.Currency})"],
            ranked.Creators.Select(c => new[] { "@" + c.Creator.Handle, Percent(c.Accept), Percent(c.Post), Text(c.GmvMinor), Text(c.LowMinor), Text(c.HighMinor), Text(c.ValueMinor) }), at => at > 0);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ranked.Considered} creators considered, {ranked.LeftOutCounts.Values.Sum()} left out"));

        string Text(long minor) => ((decimal)minor / rules.MinorPerMajor).ToString("#,0", CultureInfo.InvariantCulture);
        static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);
    }
}
