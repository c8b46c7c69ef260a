using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>A program's way in, on behalf of a person. It never reaches further than that person does on the day it is used.</summary>
public sealed class ApiKey
{
    public const string Mark = "sr_";
    public const int LongestDays = 730;

    public long Id { get; private set; }
    public long PersonId { get; private init; }
    public string Name { get; private init; } = "";
    /// <summary>The first characters, so that people recognise it; the rest is nowhere.</summary>
    public string Prefix { get; private init; } = "";
    public string KeyHash { get; private init; } = "";
    /// <summary>Permission codes joined by commas.</summary>
    public string Scopes { get; private init; } = "";
    public string? MarketScope { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }

    public IReadOnlyList<string> ScopeCodes => Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries);
    public IReadOnlyList<long>? MarketIds => Person.ReadScope(MarketScope);

    /// <summary>Limits may only be narrower than the maker's own.</summary>
    public static (ApiKey Key, string Secret) Create(Actor maker, string name, IReadOnlyCollection<string> scopes, IReadOnlyCollection<long>? marketIds, int days, DateTimeOffset now)
    {
        name = name.Trim();
        if (name.Length is 0 or > 100 || name.Any(char.IsControl)) throw new Refused("name_missing");
        if (scopes.Count == 0) throw new Refused("key_scopes_missing");
        if (scopes.FirstOrDefault(scope => !maker.May(scope)) is { } foreign) throw new Refused("key_reaches_further", foreign);
        if (marketIds is { Count: 0 }) throw new Refused("markets_missing");
        if (marketIds is not null && !marketIds.All(maker.SeesMarket)) throw new Refused("market_out_of_scope");
        if (days is < 1 or > LongestDays) throw new Refused("key_days_wrong", LongestDays);
        var secret = Mark + Accounts.Secret.New();
        var key = new ApiKey
        {
            PersonId = maker.PersonId ?? throw new Refused("not_allowed"),
            Name = name,
            Prefix = secret[..9],
            KeyHash = Accounts.Secret.Hash(secret),
            Scopes = string.Join(',', scopes.Distinct().Order(StringComparer.Ordinal)),
            MarketScope = Person.WriteScope(marketIds ?? maker.MarketIds),
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        return (key, secret);
    }

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.HasIndex(k => k.KeyHash).IsUnique();
        key.HasIndex(k => k.PersonId);
        key.Ignore(k => k.ScopeCodes).Ignore(k => k.MarketIds);
    }
}
