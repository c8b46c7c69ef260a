using System.Collections.Concurrent;
using Showrunner.Metrics;

namespace Showrunner.Insights;

/// <summary>Answers that stay true until the ledger changes: many people open the same board.</summary>
public sealed class KeptAnswers
{
    private const int MostAnswers = 300, MostRows = 1000;
    private readonly ConcurrentDictionary<string, MetricTable> _answers = new(StringComparer.Ordinal);
    private long _change = -1;

    public async Task<MetricTable> Or(long change, MetricQuery query, Func<Task<MetricTable>> ask)
    {
        if (Interlocked.Exchange(ref _change, change) != change || _answers.Count >= MostAnswers) _answers.Clear();
        var key = Key(change, query);
        if (_answers.TryGetValue(key, out var known)) return known;
        var answer = await ask();
        // A load may have been applied while the question ran: that answer is right, but belongs to another change.
        if (answer.Freshness == change && answer.Rows.Count <= MostRows) _answers[key] = answer;
        return answer;
    }

    private static string Key(long change, MetricQuery q) =>
        $"{change}|{q.Market.Id}|{string.Join(',', q.Metrics)}|{q.Range}|{string.Join(',', q.By)}|{q.Compare}|{q.Grain}{q.WeekFrom}|{q.Sort}|{q.Top}|{q.Basis}|"
        + string.Join('&', q.Where.Select(f => f.Dimension + "=" + string.Join('\u001f', f.Values)));
}
