using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>A link that opens a door once: the first start, an invitation, a new password.</summary>
public sealed class OneTimeLink
{
    public const string Setup = "setup", Invite = "invite", Reset = "reset";

    public long Id { get; private set; }
    public string Purpose { get; private init; } = "";
    public string TokenHash { get; private init; } = "";
    public long? PersonId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static OneTimeLink Create(string purpose, string token, long? personId, DateTimeOffset now) => new()
    {
        Purpose = purpose,
        TokenHash = Secret.Hash(token),
        PersonId = personId,
        CreatedAt = now,
        ExpiresAt = now + Lifetime(purpose),
    };

    public static TimeSpan Lifetime(string purpose) => purpose == Invite ? TimeSpan.FromDays(7) : TimeSpan.FromDays(1);

    public static string Path(string purpose, string token) => (purpose == Setup ? "/welcome/" : $"/{purpose}/") + token;

    public void MustBeOpen(DateTimeOffset now)
    {
        if (UsedAt is not null) throw new Refused("link_used");
        if (now >= ExpiresAt) throw new Refused("link_expired");
    }

    public void Use(DateTimeOffset now)
    {
        MustBeOpen(now);
        UsedAt = now;
    }
}

internal sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.PersonId);
        // Two browsers opening the link at the same moment: one of them is refused.
        link.Property(l => l.UsedAt).IsConcurrencyToken();
    }
}
