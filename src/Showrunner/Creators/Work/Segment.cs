using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Creators.Listing;
using Showrunner.Platform;

namespace Showrunner.Creators.Work;

/// <summary>A filter of the directory with a name: whoever fits it now is in it. It may ask for another segment's creators, never round to itself.</summary>
public sealed class Segment
{
    private const int LongestName = 80;
    public long Id { get; private init; }
    public long MarketId { get; private init; }
    public string Name { get; private set; } = "";
    /// <summary>The filter as it stands in an address.</summary>
    public string Query { get; private set; } = "";
    public string PersonName { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    public CreatorFilter Filter => CreatorFilter.Parse(Query);
    /// <summary>Rows of the segments that this one asks for.</summary>
    public IEnumerable<long> Within => RowsIn(Filter);

    public static Segment Create(long marketId) => new() { MarketId = marketId };

    /// <param name="name">Shown in lists.</param>
    /// <param name="filter">What it asks for.</param>
    /// <param name="others">All segments of the market.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="now">When.</param>
    public void Say(string name, CreatorFilter filter, IReadOnlyCollection<Segment> others, Actor actor, DateTimeOffset now)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) throw new Refused("segment_name_missing", LongestName);
        if (others.Any(o => o.Id != Id && string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase))) throw new Refused("segment_name_taken", name);
        if (filter.IsEmpty) throw new Refused("segment_empty");
        var byId = others.ToDictionary(o => o.Id);
        var (open, seen) = (new Stack<long>(RowsIn(filter)), new HashSet<long>());
        while (open.TryPop(out var next))
        {
            if (Id != 0 && next == Id) throw new Refused("segment_circle", name);
            if (!byId.TryGetValue(next, out var other)) throw new Refused("segment_missing");
            if (seen.Add(next)) foreach (var further in other.Within) open.Push(further);
        }
        (Name, Query, PersonName, ChangedAt) = (name, filter.ToString(), actor.Name, now);
    }

    private static IEnumerable<long> RowsIn(CreatorFilter filter) =>
        filter.Every(CreatorFilter.Segment).Select(value => long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0);
}

internal sealed class SegmentTable : IEntityTypeConfiguration<Segment>
{
    public void Configure(EntityTypeBuilder<Segment> segment)
    {
        segment.HasIndex(s => s.MarketId);
        segment.Ignore(s => s.Filter).Ignore(s => s.Within);
    }
}
