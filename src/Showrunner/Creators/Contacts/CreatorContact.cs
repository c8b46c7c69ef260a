using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Contacts;

/// <summary>A number, address or name under which a creator is reached. Stays in the truth: no copy for figures holds it.</summary>
public sealed class CreatorContact
{
    private const int Longest = 300;

    public long Id { get; private init; }
    public long MarketId { get; private init; }
    public long CreatorId { get; private init; }
    public string Channel { get; private init; } = "";
    public string Value { get; private init; } = "";
    public string ValueKey { get; private init; } = "";
    /// <summary>import:NUMBER, or empty where a person typed it.</summary>
    public string Source { get; private init; } = "";
    public DateTimeOffset AddedAt { get; private init; }
    public string PersonName { get; private init; } = "";

    public static CreatorContact Add(Creator creator, string? channel, string? value, Actor actor, DateTimeOffset now)
    {
        if (channel is null || !ContactChannel.All.Contains(channel)) throw new Refused("channel_unknown", channel);
        var text = (value ?? "").Trim();
        var key = ContactChannel.KeyOf(channel, text);
        if (key.Length == 0 || text.Length > Longest || text.Any(c => char.IsControl(c) && c != '\n' && c != '\r')) throw new Refused("contact_wrong_" + channel, Longest);
        return new CreatorContact { MarketId = creator.MarketId, CreatorId = creator.Id, Channel = channel, Value = text, ValueKey = key, AddedAt = now, PersonName = actor.Name };
    }
}

/// <summary>What a creator said about being written to: one row each time, the last one of a channel holds.</summary>
public sealed class CreatorConsent
{
    public const string Given = "given", Withdrawn = "withdrawn", Unknown = "unknown";
    public static readonly IReadOnlyList<string> States = [Given, Withdrawn, Unknown];
    private const int Longest = 200;

    public long Id { get; private init; }
    public long CreatorId { get; private init; }
    public string Channel { get; private init; } = "";
    public string State { get; private init; } = Unknown;
    /// <summary>When he said it.</summary>
    public DateTimeOffset Since { get; private init; }
    /// <summary>Where he said it, e.g. a form or a message.</summary>
    public string Source { get; private init; } = "";
    public DateTimeOffset RecordedAt { get; private init; }
    public string PersonName { get; private init; } = "";

    public static CreatorConsent Record(Creator creator, string? channel, string? state, DateTimeOffset? since, string? source, Actor actor, DateTimeOffset now)
    {
        if (channel is null || !ContactChannel.All.Contains(channel)) throw new Refused("channel_unknown", channel);
        if (state is null || !States.Contains(state)) throw new Refused("consent_state", state);
        var said = (source ?? "").Trim();
        if (state != Unknown && said.Length == 0 || said.Length > Longest || said.Any(char.IsControl)) throw new Refused("consent_source", Longest);
        if (since > now) throw new Refused("consent_in_future");
        return new CreatorConsent { CreatorId = creator.Id, Channel = channel, State = state, Since = since ?? now, Source = said, RecordedAt = now, PersonName = actor.Name };
    }
}

internal sealed class CreatorContactTable : IEntityTypeConfiguration<CreatorContact>
{
    public void Configure(EntityTypeBuilder<CreatorContact> contact)
    {
        contact.HasIndex(c => new { c.CreatorId, c.Channel, c.ValueKey }).IsUnique();
        contact.HasIndex(c => c.MarketId);
    }
}

internal sealed class CreatorConsentTable : IEntityTypeConfiguration<CreatorConsent>
{
    public void Configure(EntityTypeBuilder<CreatorConsent> consent) => consent.HasIndex(c => c.CreatorId);
}

public static class ContactSets
{
    extension(AppDb db)
    {
        public DbSet<CreatorContact> CreatorContacts => db.Set<CreatorContact>();
        public DbSet<CreatorConsent> CreatorConsents => db.Set<CreatorConsent>();
    }
}
