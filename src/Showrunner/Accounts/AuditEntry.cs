using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Accounts;

/// <summary>Who did what to what. Each entry seals the one before it, so that a later edit shows.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }
    public DateTimeOffset At { get; private init; }
    public string ActorName { get; private init; } = "";
    public long? PersonId { get; private init; }
    public string Action { get; private init; } = "";
    public string SubjectType { get; private init; } = "";
    public string SubjectId { get; private init; } = "";
    /// <summary>JSON, e.g. old and new values; never a secret.</summary>
    public string Details { get; private init; } = "{}";
    /// <summary>Empty for the first entry. Unique, so that the chain cannot fork.</summary>
    public string PrevHash { get; private init; } = "";
    public string Hash { get; private init; } = "";

    public static AuditEntry Seal(DateTimeOffset at, string actorName, long? personId, string action, string subjectType, string subjectId, string details, string prevHash)
    {
        var kept = Instants.FromMicroseconds(Instants.ToMicroseconds(at));
        return new AuditEntry
        {
            At = kept,
            ActorName = actorName,
            PersonId = personId,
            Action = action,
            SubjectType = subjectType,
            SubjectId = subjectId,
            Details = details,
            PrevHash = prevHash,
            Hash = HashOf(kept, actorName, personId, action, subjectType, subjectId, details, prevHash),
        };
    }

    /// <summary>True while the content is what was sealed.</summary>
    public bool IsIntact => Hash == HashOf(At, ActorName, PersonId, Action, SubjectType, SubjectId, Details, PrevHash);

    // A JSON array is a canonical form: every field ends where its quote ends, so no two contents share one text.
    private static string HashOf(DateTimeOffset at, params object?[] fields)
    {
        var content = JsonSerializer.Serialize(fields.Prepend(Instants.ToMicroseconds(at)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasIndex(e => e.PrevHash).IsUnique();
        entry.HasIndex(e => e.PersonId);
        entry.Ignore(e => e.IsIntact);
    }
}
