using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Platform;

namespace Showrunner.Creators.Work;

/// <summary>A word on creators (a tag) or a collection of them made by hand (a list). Who bears it stands in <see cref="Creator.Labels"/>.</summary>
public sealed class CreatorLabel
{
    public const string Tag = "tag", List = "list";
    private const int LongestName = 60;

    public long Id { get; private init; }
    public long MarketId { get; private init; }
    public string Kind { get; private init; } = Tag;
    public string Name { get; private set; } = "";
    /// <summary>The name as it is compared.</summary>
    public string NameKey { get; private set; } = "";

    public static string KeyOf(string name) => name.Trim().ToLowerInvariant();

    public static CreatorLabel Create(long marketId, string kind, string name)
    {
        var label = new CreatorLabel { MarketId = marketId, Kind = kind };
        label.Rename(name);
        return label;
    }

    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) throw new Refused("label_name_missing", LongestName);
        (Name, NameKey) = (name, KeyOf(name));
    }

    /// <summary>Rows of the labels that a creator bears.</summary>
    internal static IEnumerable<long> RowsIn(string labels) =>
        labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
}

internal sealed class CreatorLabelTable : IEntityTypeConfiguration<CreatorLabel>
{
    public void Configure(EntityTypeBuilder<CreatorLabel> label) => label.HasIndex(l => new { l.MarketId, l.Kind, l.NameKey }).IsUnique();
}
