using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Campaigns;
using Showrunner.Markets;
using Showrunner.Matching;
using Showrunner.Matching.Planning;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class PlanCommand
{
    public static Command Make()
    {
        var market = new Option<string>("--market") { Description = "VN, ID, …", Required = true };
        var campaign = new Option<string?>("--campaign") { Description = "Row number, number or name of a campaign: only products sold under it" };
        var shop = new Option<long?>("--shop") { Description = "Row number of a shop: only its products" };
        var quota = new Option<int?>("--quota") { Description = "How many creators who are not connected may be written to", DefaultValueFactory = _ => 100 };
        var samples = new Option<int?>("--samples") { Description = "Samples of each product at most", DefaultValueFactory = _ => 20 };
        var budget = new Option<decimal?>("--sample-budget") { Description = "For what all samples cost" };
        var commission = new Option<decimal?>("--commission-budget") { Description = "For the expected commission" };
        var perCreator = new Option<int>("--per-creator") { Description = "Products for one creator at most", DefaultValueFactory = _ => 2 };
        var perMonth = new Option<int?>("--per-month") { Description = "Offers to one creator in 28 days at most, those of before counted" };
        var shopOffers = new Option<int?>("--shop-offers") { Description = "Offers for one shop at most" };
        var caution = new Option<double>("--caution") { Description = "Percent of the way from the expected GMV to the lower end of its range" };
        var noRivals = new Option<bool>("--no-rivals") { Description = "Leave out who sells the same kind of goods for another shop" };
        var newShare = new Option<double>("--new-share") { Description = "Percent of new creators at least" };
        var command = new Command("plan", "Plans whom to offer what under quota, samples and budgets") { market, campaign, shop, quota, samples, budget, commission, perCreator, perMonth, shopOffers, caution, noRivals, newShare };
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var code = words.GetValue(market)!.ToUpperInvariant();
            var rules = (await instance.Db.Markets.SingleOrDefaultAsync(m => m.Code == code, cancel) ?? throw new Refused("market_unknown", code)).Rules;
            long? only = null;
            if (words.GetValue(campaign) is { } wanted)
            {
                var id = long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
                only = (await instance.Db.Campaigns.FirstOrDefaultAsync(c => c.MarketId == rules.Id && (c.Id == id || c.CampaignNo == wanted || c.Name == wanted), cancel))?.Id ?? throw new Refused("cli.campaign_unknown", wanted);
            }
            var request = new PlanOffers.Request(code, words.GetValue(shop), only, words.GetValue(quota), words.GetValue(samples), words.GetValue(budget), words.GetValue(commission), words.GetValue(perCreator), NewShare: words.GetValue(newShare), ShopOffers: words.GetValue(shopOffers), PerMonth: words.GetValue(perMonth), Caution: words.GetValue(caution), NoRivals: words.GetValue(noRivals));
            var plan = await new PlanOffers(instance.Db, instance.Get<KeptMarkets>(), instance.Get<Ledger.Columns.LedgerColumns>(), Actor.Program("command line")).Handle(request, [], null, atOnce: true, cancel);
            if (words.GetValue(Settings.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(Answer(plan, rules), Words.Json));
            else
            {
                TextTable.Print(["creator", "product", $"value ({rules.Currency})", "accepts", "posts", $"expected GMV ({rules.Currency})"],
                    plan.Offers.Select(o => new[] { "@" + o.Creator.Handle, o.Product.Name, Major(rules, o.ValueMinor), Percent(o.Accept), Percent(o.Post), Major(rules, o.ExpectedMinor) }), at => at > 1);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Offers.Count} offers, value {Major(rules, plan.ValueMinor)} {rules.Currency}, at most {plan.Gap:0.00%} below the best, {plan.Contacts} contacts"));
            }
            return CommandLine.Done;
        });
        return command;
    }

    private static object Answer(PlanOffers.Response plan, MarketRules rules) => new
    {
        market = plan.Market,
        currency = rules.Currency,
        value = Major(rules, plan.ValueMinor),
        bound = Major(rules, plan.BoundMinor),
        gap = Math.Round(plan.Gap, 6),
        expected_gmv = Major(rules, plan.ExpectedMinor),
        contacts = plan.Contacts,
        connected = plan.Connected,
        offers = plan.Offers.Select(o => new { creator = o.Creator.Handle, creator_id = o.Creator.Id, product = o.Product.No, product_id = o.Product.Id, value = Major(rules, o.ValueMinor), accept = Math.Round(o.Accept, 4), post = Math.Round(o.Post, 4), expected_gmv = Major(rules, o.ExpectedMinor), collaboration = o.Collaboration, connected = o.IsConnected, is_new = o.IsNew }),
        limits = plan.Uses.Select(u => new { limit = u.Limit, of = u.Of, used = u.Used, most = u.Most, price = Major(rules, u.PriceMinor) }),
        kept_out = plan.KeptOut,
        candidates = plan.Candidates,
        as_of = plan.AsOf,
        change = plan.Change,
    };

    private static string Major(MarketRules rules, long minor) => ((decimal)minor / rules.MinorPerMajor).ToString(CultureInfo.InvariantCulture);
    private static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);
}
