using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Creators;

/// <summary>Someone who sells by showing, as one market knows him.</summary>
public sealed class Creator
{
    public long Id { get; init; }
    public long MarketId { get; init; }
    /// <summary>Lower case, without the @.</summary>
    public required string Handle { get; init; }
    public string Name { get; set; } = "";
    public string ExternalNo { get; set; } = "";
    public string Category { get; set; } = "";
    public long? Followers { get; set; }
    public DateOnly? FollowersDay { get; set; }
    public string Bio { get; set; } = "";
    /// <summary>Code of the language he speaks in, e.g. id.</summary>
    public string Language { get; set; } = "";
    /// <summary>As the marketplace of the market calls its levels.</summary>
    public string Level { get; set; } = "";
    public string Region { get; set; } = "";
    /// <summary>The day of the profile that the measured values (<see cref="CreatorMeasure"/>) come from.</summary>
    public DateOnly? ProfileDay { get; set; }
    /// <summary>Bits of the measured values that he keeps back.</summary>
    public long Hidden { get; set; }
    public DateTimeOffset? LastContactedAt { get; set; }
    /// <summary>0 while bound to none.</summary>
    public long AgencyId { get; set; }
    /// <summary>The person who looks after him.</summary>
    public long? OwnerId { get; set; }
    public string Stage { get; set; } = CreatorStage.None;
    public DateTimeOffset? StageSince { get; set; }
    /// <summary>Row numbers of his tags and lists between commas. In the row itself, so that it travels to the columns with the rest.</summary>
    public string Labels { get; set; } = ",";
    /// <summary>The creator who is the same person and stands for both; null while this one stands for himself.</summary>
    public long? MergedIntoId { get; set; }
    /// <summary>Other handles of the person, here and on other platforms, between spaces: what a search finds him by.</summary>
    public string Also { get; set; } = "";
    public bool IsDemo { get; init; }
    /// <summary>The ledger change that last touched this row; the columns follow it.</summary>
    public long ChangeId { get; set; }
}

internal sealed class CreatorTable : IEntityTypeConfiguration<Creator>
{
    public void Configure(EntityTypeBuilder<Creator> creator)
    {
        creator.HasIndex(c => new { c.MarketId, c.Handle }).IsUnique();
        creator.HasIndex(c => c.ChangeId);
        creator.HasIndex(c => c.MergedIntoId);
        foreach (var column in CreatorMeasure.Columns) creator.Property<long?>(column.Name);
    }
}

public static class CreatorSets
{
    extension(AppDb db)
    {
        public DbSet<Creator> Creators => db.Set<Creator>();
        public DbSet<Agency> Agencies => db.Set<Agency>();
    }
}
