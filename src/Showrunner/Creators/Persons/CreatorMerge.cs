using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Creators.Work;
using Showrunner.Data;

namespace Showrunner.Creators.Persons;

/// <summary>
/// One creator was found to be another. Every fact stays under its handle and the merged row stays as it is; the one who
/// stands for both takes over what he lacks, and gives back what is still as he took it when they are parted.
/// </summary>
public sealed class CreatorMerge
{
    public long Id { get; private init; }
    public long MarketId { get; private init; }
    public long CreatorId { get; private init; }
    public long IntoId { get; private init; }
    public DateTimeOffset MergedAt { get; private init; }
    public long? PersonId { get; private init; }
    public string PersonName { get; private init; } = "";
    public DateTimeOffset? UndoneAt { get; private set; }
    public string UndoneBy { get; private set; } = "";
    /// <summary>JSON of <see cref="TakenOver"/>.</summary>
    public string Taken { get; private set; } = "";

    /// <summary>What the person took over, null where he kept his own; labels are those he did not bear.</summary>
    private sealed record TakenOver(long? Owner, string? Stage, DateTimeOffset? StageSince, DateTimeOffset? SinceBefore, DateTimeOffset? ContactedBefore, DateTimeOffset? Contacted, IReadOnlyList<long> Labels);

    public static CreatorMerge Join(Creator creator, Creator into, Platform.Actor actor, DateTimeOffset now)
    {
        var labels = CreatorLabel.RowsIn(creator.Labels).Except(CreatorLabel.RowsIn(into.Labels)).ToList();
        var taken = new TakenOver(
            into.OwnerId is null ? creator.OwnerId : null,
            into.Stage == CreatorStage.None && creator.Stage != CreatorStage.None ? creator.Stage : null, creator.StageSince, into.StageSince, into.LastContactedAt,
            creator.LastContactedAt is { } at && (into.LastContactedAt is not { } own || own < at) ? at : null, labels);
        if (taken.Owner is { } owner) into.OwnerId = owner;
        if (taken.Stage is { } stage) (into.Stage, into.StageSince) = (stage, creator.StageSince);
        if (taken.Contacted is { } contacted) into.LastContactedAt = contacted;
        into.Labels = Joined(CreatorLabel.RowsIn(into.Labels).Concat(labels));
        creator.MergedIntoId = into.Id;
        return new CreatorMerge
        {
            MarketId = creator.MarketId,
            CreatorId = creator.Id,
            IntoId = into.Id,
            MergedAt = now,
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            Taken = JsonSerializer.Serialize(taken),
        };
    }

    /// <param name="creator">Stands for himself again.</param>
    /// <param name="into">Gives back what he took over and nobody changed since.</param>
    /// <param name="others">Merges that stay; what one of them brought as well stays with them.</param>
    /// <param name="brought">Labels of the creators who stay merged.</param>
    public void Part(Creator creator, Creator into, IReadOnlyList<CreatorMerge> others, IReadOnlySet<long> brought, Platform.Actor actor, DateTimeOffset now)
    {
        var taken = JsonSerializer.Deserialize<TakenOver>(Taken)!;
        if (taken.Owner is { } owner && into.OwnerId == owner) into.OwnerId = null;
        if (taken.Stage is { } stage && into.Stage == stage && into.StageSince == taken.StageSince) (into.Stage, into.StageSince) = (CreatorStage.None, taken.SinceBefore);
        if (taken.Contacted is { } contacted && into.LastContactedAt == contacted) into.LastContactedAt = taken.ContactedBefore;
        var leaving = taken.Labels.Where(label => !brought.Contains(label)).ToList();
        into.Labels = Joined(CreatorLabel.RowsIn(into.Labels).Except(leaving));
        foreach (var other in others) other.Owe([.. taken.Labels.Where(brought.Contains)]);
        (creator.MergedIntoId, UndoneAt, UndoneBy) = (null, now, actor.Name);
    }

    /// <summary>These labels, too, are on the person because of this merge.</summary>
    private void Owe(IReadOnlyList<long> labels)
    {
        var taken = JsonSerializer.Deserialize<TakenOver>(Taken)!;
        Taken = JsonSerializer.Serialize(taken with { Labels = [.. taken.Labels.Union(labels)] });
    }

    private static string Joined(IEnumerable<long> labels) => "," + string.Concat(labels.Select(label => label.ToString(System.Globalization.CultureInfo.InvariantCulture) + ","));
}

internal sealed class CreatorMergeTable : IEntityTypeConfiguration<CreatorMerge>
{
    public void Configure(EntityTypeBuilder<CreatorMerge> merge)
    {
        merge.HasIndex(m => m.CreatorId);
        merge.HasIndex(m => m.IntoId);
    }
}

public static class PersonSets
{
    extension(AppDb db)
    {
        public DbSet<CreatorMerge> CreatorMerges => db.Set<CreatorMerge>();
        public DbSet<CreatorAccount> CreatorAccounts => db.Set<CreatorAccount>();
    }
}
