using System.Collections.Concurrent;
using System.Globalization;
using Showrunner.Insights;

namespace Showrunner.Creators.Listing;

/// <summary>What a market's creators can be filtered by, most frequent first.</summary>
public sealed record DirectoryChoices(long Known, IReadOnlyDictionary<string, IReadOnlyList<(string Value, long Count)>> Texts, IReadOnlyList<(long Id, string Name, long Count)> Agencies);

/// <summary>The choices of each market, read once per change of the ledger.</summary>
public sealed class KeptChoices
{
    private const int Most = 40;
    private readonly ConcurrentDictionary<long, (long Change, DirectoryChoices Choices)> _kept = [];

    public async Task<DirectoryChoices> Of(OpenMarket open, CancellationToken cancel)
    {
        if (_kept.TryGetValue(open.Id, out var kept) && kept.Change == open.Change) return kept.Choices;
        var market = open.Id.ToString(CultureInfo.InvariantCulture);
        var texts = CreatorFilter.Texts.Select(column => $"(SELECT '{column}', {column}, count(*) AS n, 0 FROM creator WHERE market_id = {market} AND merged_into_id IS NULL AND {column} <> '' GROUP BY 2 ORDER BY n DESC, 2 LIMIT {Most})");
        var rows = await open.Rows($"""
            {string.Join(" UNION ALL ", texts)} UNION ALL (SELECT 'agency', g.name, count(*) AS n, g.id FROM creator c JOIN agency g ON g.id = c.agency_id WHERE c.market_id = {market} AND c.merged_into_id IS NULL GROUP BY ALL ORDER BY n DESC, 2 LIMIT {Most})
            UNION ALL SELECT 'known', '', count(*), 0 FROM creator WHERE market_id = {market} AND merged_into_id IS NULL
            """, [], cancel);
        var byField = rows.ToLookup(r => (string)r[0]!);
        var choices = new DirectoryChoices((long)byField["known"].First()[2]!,
            CreatorFilter.Texts.ToDictionary(column => column, column => (IReadOnlyList<(string, long)>)[.. byField[column].Select(r => ((string)r[1]!, (long)r[2]!))]),
            [.. byField["agency"].Select(r => ((long)r[3]!, (string)r[1]!, (long)r[2]!))]);
        _kept[open.Id] = (open.Change, choices);
        return choices;
    }
}
