using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Showrunner.Accounts;

/// <summary>A browser that is signed in. The cookie holds the token, the row only its hash.</summary>
public sealed class Session
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30), Idle = TimeSpan.FromDays(7);

    public long Id { get; private set; }
    public long PersonId { get; private init; }
    public string TokenHash { get; private init; } = "";
    public string SecurityStamp { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset LastSeenAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private init; }

    public static Session Open(Person person, string token, DateTimeOffset now) => new()
    {
        PersonId = person.Id,
        TokenHash = Secret.Hash(token),
        SecurityStamp = person.SecurityStamp,
        CreatedAt = now,
        LastSeenAt = now,
        ExpiresAt = now + Longest,
    };

    public bool IsOpen(Person person, DateTimeOffset now) =>
        person.DisabledAt is null && SecurityStamp == person.SecurityStamp && now < ExpiresAt && now < LastSeenAt + Idle;

    /// <summary>Keeps this browser signed in while the person's other sessions end.</summary>
    public void Follow(Person person) => SecurityStamp = person.SecurityStamp;
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.HasIndex(s => s.PersonId);
    }
}
