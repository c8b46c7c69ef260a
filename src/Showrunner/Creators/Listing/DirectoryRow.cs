using Microsoft.EntityFrameworkCore.ChangeTracking;
using Showrunner.Ledger;

namespace Showrunner.Creators.Listing;

/// <summary>One creator of the directory. Money in minor units; null is unknown; Values are what his profile tells, by measure.</summary>
public sealed record DirectoryRow(
    long Id, string Handle, string Name, string Category, long? Followers, string Bio, string Language, string Level, string Region, long AgencyId, string Agency, long? OwnerId, string? Owner,
    string Stage, DateTimeOffset? StageSince, DateTimeOffset? LastContactedAt, IReadOnlyList<string> Tags, IReadOnlyList<string> Lists,
    long? Gmv, long? Units, long? Refunds, long? EstEarnings, long? GmvBefore, double? Share, IReadOnlyDictionary<string, Figure> Values)
{
    private const int FirstMeasure = 24;
    public double? RefundRate => Gmv is > 0 ? (double)(Refunds ?? 0) / Gmv : null;
    public double? Growth => GmvBefore is > 0 && Gmv is { } gmv ? (double)(gmv - GmvBefore) / GmvBefore : null;

    /// <summary>What the truth says of a creator, with the figures of the columns.</summary>
    internal static DirectoryRow Of(EntityEntry<Creator> row, string agency, IEnumerable<object?> figures, DirectoryQuestion question)
    {
        var c = row.Entity;
        return Of([null, null, c.Id, c.Handle, c.Name, c.Category, c.Followers, c.Bio, c.Language, c.Level, c.Region, c.AgencyId, agency, c.OwnerId, c.Stage, c.StageSince, c.LastContactedAt, c.Labels,
            .. figures, c.Hidden, .. CreatorMeasure.Columns.Select(column => row.Property(column.Name).CurrentValue)], question);
    }

    /// <summary>A row of <see cref="DirectorySql.Whole"/>.</summary>
    internal static DirectoryRow Of(object?[] r, DirectoryQuestion question)
    {
        var (hidden, labels) = ((long)r[23]!, CreatorLabels((string)r[17]!));
        var values = new Dictionary<string, Figure>();
        for (var i = 0; i < CreatorMeasure.All.Count; i++)
            if (CreatorMeasure.All[i].Read((long?)r[FirstMeasure + 2 * i], (long?)r[FirstMeasure + 2 * i + 1], hidden) is { } figure) values[CreatorMeasure.All[i].Code] = figure;
        return new DirectoryRow(
            (long)r[2]!, (string)r[3]!, (string)r[4]!, (string)r[5]!, (long?)r[6], (string)r[7]!, (string)r[8]!, (string)r[9]!, (string)r[10]!, (long)r[11]!, (string)r[12]!,
            (long?)r[13], r[13] is long owner ? question.Names.Names.GetValueOrDefault(owner) : null, (string)r[14]!, (DateTimeOffset?)r[15], (DateTimeOffset?)r[16],
            [.. labels.Where(l => l.Kind == Work.CreatorLabel.Tag).Select(l => l.Name)], [.. labels.Where(l => l.Kind == Work.CreatorLabel.List).Select(l => l.Name)],
            (long?)r[18], (long?)r[19], (long?)r[20], (long?)r[21], (long?)r[22], Insights.ReadBoard.Share((long?)r[18], question.Sales.Gmv), values);

        List<Work.CreatorLabel> CreatorLabels(string rows) => [.. Work.CreatorLabel.RowsIn(rows).Select(question.Names.Label).OfType<Work.CreatorLabel>()];
    }
}
