using System.Globalization;
using Showrunner.Imports.Reading;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Files;

/// <summary>A show by the minute, as a file tells it.</summary>
internal static class ReadTrend
{
    public const string Total = "total", Each = "each", Level = "level", Time = "time", Known = "known", Unknown = "unknown", Twice = "twice", Clock = "clock", Elapsed = "elapsed";
    private static readonly TimeSpan Near = TimeSpan.FromHours(3), LongestShow = TimeSpan.FromHours(36);

    /// <summary>What was understood of a column.</summary>
    /// <param name="Use">time, total (since the show began), each (of the minute), level (at that moment), known (not kept), twice (a column before it says the same), unknown.</param>
    /// <param name="IsSure">False where a person should look.</param>
    /// <param name="Sum">What the column comes to; money in minor units.</param>
    public sealed record Column(string Heading, SourceField? Field, string Use, bool IsSure, long? Sum);

    /// <summary>Running totals and levels of a minute.</summary>
    public sealed record Minute(DateTimeOffset At, IReadOnlyDictionary<SourceField, long> Figures);
    /// <param name="Rows">Of the file that it can take.</param>
    public sealed record Read(IReadOnlyList<Column> Columns, IReadOnlyList<Minute> Minutes, int Rows, IReadOnlyList<FileProblem> Problems, string Times);

    /// <param name="how">What a person chose: total or each by field, clock or elapsed for the time.</param>
    public static Read From(FileTable table, LiveSession session, MarketRules market, IReadOnlyDictionary<string, string> how, DateTimeOffset now)
    {
        var (places, cells) = (table.Places(), new CellReader(market, now));
        var (time, end) = (places[SourceField.Time], session.EndedAt ?? now);
        var times = new TrendTimes(table.Lines.Select(line => line[time]).ToList(), session.StartedAt, market, how.GetValueOrDefault("time"));
        List<FileProblem> problems = [];
        var rows = new SortedDictionary<DateTimeOffset, Dictionary<SourceField, long>>();
        var fields = places.Where(place => SourceFields.IsFigure(place.Key)).ToList();
        foreach (var line in table.Lines)
        {
            var column = time;
            try
            {
                var at = times.Of(line[time], cells);
                if (at < session.StartedAt - Near || at > end + Near || at > now + Intake.ReadEvent.Ahead || at - session.StartedAt > LongestShow) throw new Refused("live_minute_outside");
                times.Keep();
                var told = new Dictionary<SourceField, long>();
                foreach (var (field, place) in fields)
                {
                    column = place;
                    if (cells.Figure(field, line[place]) is { } value) told[field] = value;
                }
                column = time;
                if (!rows.TryAdd(at, told)) throw new Refused("live_minute_twice");
            }
            catch (Refused refused) { problems.Add(new(line.Row, table.Headings[column], refused.Code, line[column])); }
        }
        return Sum(table, places, rows, how, problems, times.Way);
    }

    private static Read Sum(FileTable table, Dictionary<SourceField, int> places, SortedDictionary<DateTimeOffset, Dictionary<SourceField, long>> rows, IReadOnlyDictionary<string, string> how, List<FileProblem> problems, string times)
    {
        var understood = new Dictionary<SourceField, Column>();
        List<(DateTimeOffset At, SourceField Field)> zeros = [];
        var count = rows.Count;
        foreach (var (field, place) in places.Where(place => SourceFields.IsFigure(place.Key)))
        {
            var values = rows.Values.Where(row => row.ContainsKey(field)).Select(row => row[field]).ToList();
            var (heading, chosen) = (table.Headings[place], how.GetValueOrDefault(field.ToString().ToLowerInvariant()));
            if (SourceFields.IsLevel(field)) { understood[field] = new(heading, field, Level, true, values.Count == 0 ? null : values.Max()); continue; }
            var found = chosen is Total or Each ? new RunningTotal(chosen == Total, true) : RunningTotal.Of(values);
            understood[field] = new(heading, field, found.IsTotal ? Total : Each, found.IsSure, values.Count == 0 ? null : found.IsTotal ? values[^1] : values.Sum());
            if (!found.IsTotal && Cumulate(field, rows) is { } first) zeros.Add((first, field));
        }
        foreach (var (at, field) in zeros)
        {
            if (!rows.TryGetValue(at, out var row)) rows[at] = row = [];
            row.TryAdd(field, 0);
        }
        var columns = table.Headings.Select((heading, at) => Headings.Of(heading) is not { } field ? new Column(heading, null, Unknown, true, null)
            : field == SourceField.Time && places[field] == at ? new(heading, field, Time, true, null)
            : field == SourceField.Other || !SourceFields.IsFigure(field) ? new(heading, field, Known, true, null)
            : places[field] == at ? understood[field] : new(heading, field, Twice, true, null));
        return new([.. columns.Where(column => column.Heading.Length > 0)], [.. rows.Select(row => new Minute(row.Key, Named(row.Value)))], count, problems, times);
    }

    /// <summary>Counts of each minute become totals, which tell nothing where nothing was told.</summary>
    /// <returns>The minute before the first: its total is zero, so that the first is one of its own minute.</returns>
    private static DateTimeOffset? Cumulate(SourceField field, SortedDictionary<DateTimeOffset, Dictionary<SourceField, long>> rows)
    {
        var (sum, first) = (0L, (DateTimeOffset?)null);
        foreach (var (at, row) in rows)
            if (row.TryGetValue(field, out var value)) (row[field], first) = (sum += value, first ?? at.AddMinutes(-1));
        return first;
    }

    /// <summary>An average of a minute is the level of that minute.</summary>
    private static Dictionary<SourceField, long> Named(Dictionary<SourceField, long> row)
    {
        if (row.Remove(SourceField.Acu, out var average)) row.TryAdd(SourceField.Viewers, average);
        return row;
    }

    /// <summary>The time column: a date with its time, the clock on the wall, or how far into the show.</summary>
    private sealed class TrendTimes
    {
        private readonly DateTimeOffset _start;
        private readonly MarketRules _market;
        private readonly long _first;
        private (TimeSpan Time, TimeSpan Midnights) _before = (TimeSpan.MinValue, TimeSpan.Zero), _read;

        public string Way { get; }

        public TrendTimes(List<string> texts, DateTimeOffset start, MarketRules market, string? chosen)
        {
            (_start, _market) = (start, market);
            var numbers = texts.Where(text => NumberText.TryPlain(text, out _)).Select(text => NumberText.TryPlain(text, out var number) ? number : 0).ToList();
            _first = numbers.Count > 0 && numbers.Min() > 0 ? 1 : 0; // who counts from one calls the first minute one
            var first = texts.Select(text => OfDay(text)).FirstOrDefault(time => time is not null);
            var local = TimeZoneInfo.ConvertTime(start, market.Zone).TimeOfDay;
            Way = numbers.Count > 0 ? Elapsed : first is not { } clock ? "date"
                : chosen is Clock or Elapsed ? chosen : Distance(clock, local) <= Near && clock >= Near ? Clock : clock < Near && Distance(clock, local) > Near ? Elapsed : Distance(clock, local) <= clock ? Clock : Elapsed;
        }

        public DateTimeOffset Of(string text, CellReader cells)
        {
            if (NumberText.TryPlain(text, out var minute)) return minute > 100_000 ? throw new Refused("live_minute_outside") : _start.AddMinutes(minute - _first);
            if (OfDay(text) is not { } time) return text.IndexOfAny(['-', '/', '.']) >= 0 ? cells.Moment(text) : throw new Refused("live_time_wrong");
            if (Way == Elapsed) return _start + time;
            var midnights = _before.Midnights;
            if (_before.Time != TimeSpan.MinValue && time < _before.Time - TimeSpan.FromHours(12)) midnights += TimeSpan.FromDays(1);
            _read = (time, midnights);
            var local = TimeZoneInfo.ConvertTime(_start, _market.Zone).DateTime;
            var day = local.Date + midnights;
            if (midnights == TimeSpan.Zero && local.TimeOfDay - time > TimeSpan.FromHours(12)) day = day.AddDays(1); // the file begins after midnight
            return _market.Instant(day + time);
        }

        /// <summary>The time read last lies in the show: those after it are told from it.</summary>
        public void Keep()
        {
            if (_read != default) _before = _read;
        }

        private static TimeSpan Distance(TimeSpan one, TimeSpan other) => (one - other).Duration() is var apart && apart > TimeSpan.FromHours(12) ? TimeSpan.FromDays(1) - apart : apart;

        private static TimeSpan? OfDay(string text) => text.Contains(':') && text.IndexOfAny(['-', '/', 'T']) < 0 && text.Length is >= 4 and <= 8
            && TimeSpan.TryParseExact(text, ["h\\:mm", "hh\\:mm", "h\\:mm\\:ss", "hh\\:mm\\:ss"], CultureInfo.InvariantCulture, out var time) ? time : null;
    }
}
