using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Showrunner.Creators.Work;

/// <summary>Something done to one creator or to a million of them at once. What it changed, and from what, are its steps.</summary>
public sealed class CreatorAction
{
    public const string Tag = "tag", Untag = "untag", AddToList = "list", RemoveFromList = "unlist", SetStage = "stage", SetOwner = "owner", Contacted = "contacted", Undo = "undo";

    public long Id { get; private init; }
    public long MarketId { get; init; }
    public required string Kind { get; init; }
    /// <summary>Which value of a creator it changes: stage, owner, contacted, or label and its row.</summary>
    public required string Field { get; init; }
    /// <summary>What was said then: the tag's or the list's name, the stage's code, the owner's name.</summary>
    public required string Value { get; init; }
    public DateTimeOffset DoneAt { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
    /// <summary>How many creators it changed.</summary>
    public long Count { get; set; }
    /// <summary>The action that it took back.</summary>
    public long? UndoesId { get; init; }
    /// <summary>The action that took it back.</summary>
    public long? UndoneById { get; set; }
}

/// <summary>What an action changed of one creator. Kept for good: the history of owners and stages, and the way back.</summary>
public sealed class CreatorStep
{
    public long CreatorId { get; init; }
    public long ActionId { get; init; }
    public string Field { get; init; } = "";
    public string OldValue { get; init; } = "";
    public string NewValue { get; init; } = "";
    public DateTimeOffset? OldAt { get; init; }
    public DateTimeOffset? NewAt { get; init; }
}

internal sealed class CreatorActionTable : IEntityTypeConfiguration<CreatorAction>
{
    public void Configure(EntityTypeBuilder<CreatorAction> action) => action.HasIndex(a => a.MarketId);
}

internal sealed class CreatorStepTable : IEntityTypeConfiguration<CreatorStep>
{
    public void Configure(EntityTypeBuilder<CreatorStep> step)
    {
        step.HasKey(s => new { s.CreatorId, s.ActionId });
        step.HasIndex(s => s.ActionId);
    }
}
