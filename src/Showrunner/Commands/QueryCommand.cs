using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class QueryCommand
{
    public static Command Make()
    {
        var metrics = new Option<string>("--metrics") { Description = "Codes of the dictionary: gmv,orders", Required = true };
        var by = new Option<string?>("--by") { Description = "creator, product, shop, category, agency, campaign, channel, status or content; up to two" };
        var from = new Option<string?>("--from") { Description = "First market day, 2025-01-01" };
        var to = new Option<string?>("--to") { Description = "Last market day, included" };
        var grain = new Option<string>("--grain") { Description = "day, week or month", DefaultValueFactory = _ => "none" };
        var compare = new Option<string>("--compare") { Description = "previous or year", DefaultValueFactory = _ => "none" };
        var where = new Option<string[]>("--where") { Description = "channel=live; again for more", AllowMultipleArgumentsPerToken = true };
        var sort = new Option<string?>("--sort") { Description = "A metric's code; -gmv for the largest first" };
        var top = new Option<int?>("--top") { Description = "How many groups" };
        var market = new Option<string?>("--market") { Description = "VN, ID, …; needed when several markets have figures" };
        var basis = new Option<string?>("--basis") { Description = "lines or totals; chosen by what the market has without it" };
        basis.AcceptOnlyFromAmong("lines", "totals", "content");
        var command = new Command("query", "Answers a question for figures") { metrics, by, from, to, grain, compare, where, sort, top, market, basis };
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var rules = await Market(instance, words.GetValue(market), cancel);
            var today = rules.DayOf(instance.Get<TimeProvider>().GetUtcNow());
            var last = words.GetValue(to) is { } end ? Words.Day(end) : today;
            var first = words.GetValue(from) is { } start ? Words.Day(start) : words.GetValue(to) is null ? today.AddDays(-27) : last.AddDays(-27);
            var query = new MetricQuery(rules, Words.List(words.GetValue(metrics)), new DayRange(first, last))
            {
                By = Words.List(words.GetValue(by)),
                Grain = words.GetValue(grain)!,
                Compare = words.GetValue(compare)!,
                Sort = words.GetValue(sort),
                Top = words.GetValue(top),
                Basis = words.GetValue(basis) is { } family ? Enum.Parse<Family>(family, ignoreCase: true) : null,
                Where = [.. (words.GetValue(where) ?? []).Select(Filter).GroupBy(f => f.Dimension).Select(g => new MetricFilter(g.Key, [.. g.SelectMany(f => f.Values)]))],
            };
            query = await ReadNames.Handle(query, instance.Db, cancel);
            var table = await instance.Get<RunMetricQuery>().Handle(query, cancel);
            if (words.GetValue(Settings.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(TableJson.Of(table), Words.Json));
            else Print(TableJson.Of(table));
            return CommandLine.Done;
        });
        return command;
    }

    private static MetricFilter Filter(string text) => text.Split('=', 2) is [{ Length: > 0 } dimension, { Length: > 0 } value]
        ? new MetricFilter(dimension, [value]) : throw new Refused("cli.where_wrong", text);

    private static async Task<MarketRules> Market(Instance instance, string? code, CancellationToken cancel)
    {
        var asked = code?.ToUpperInvariant();
        if (asked is not null)
            return (await instance.Db.Markets.SingleOrDefaultAsync(m => m.Code == asked, cancel) ?? throw new Refused("market_unknown", asked)).Rules;
        var used = await instance.Db.Set<Imports.Import>().Where(i => i.State == Imports.Import.Loaded).Select(i => i.MarketId).Distinct().ToListAsync(cancel);
        if (used.Count != 1) throw new Refused("cli.market_needed");
        return (await instance.Db.Markets.SingleAsync(m => m.Id == used[0], cancel)).Rules;
    }

    private static void Print(TableJson.Answer answer)
    {
        var rows = answer.Rows.Select(row => row.Select(cell => cell switch
        {
            null => "–",
            double ratio => ratio.ToString("0.####", CultureInfo.InvariantCulture),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        }).ToArray());
        TextTable.Print([.. answer.Columns.Select(c => c.Currency is null ? c.Name : $"{c.Name} ({c.Currency})")], rows, at => answer.Columns[at].Unit is not ("text" or "day"));
        Console.Error.WriteLine(answer.Source);
    }
}
