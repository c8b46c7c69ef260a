using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Someone who works here. Invited people have no password until they open their link.</summary>
public sealed partial class Person
{
    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    /// <summary>The address as it is compared: without capitals and spaces around it.</summary>
    public string EmailKey { get; private set; } = "";
    public string Role { get; private set; } = Accounts.Role.Viewer;
    /// <summary>Market row numbers joined by commas; null means all markets, also those to come.</summary>
    public string? MarketScope { get; private set; }
    public string Language { get; private set; } = "en";
    /// <summary>IANA name; empty while the person has not said.</summary>
    public string TimeZone { get; private set; } = "";
    public string? PasswordHash { get; private set; }
    /// <summary>Sessions carry a copy: changing it ends them all.</summary>
    public string SecurityStamp { get; private set; } = Secret.New();
    public DateTimeOffset? DisabledAt { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    public bool IsInvited => PasswordHash is null;
    public IReadOnlyList<long>? MarketIds => ReadScope(MarketScope);

    /// <summary>May be given something of this market: works here and sees it.</summary>
    public bool WorksIn(long marketId) => DisabledAt is null && SeesMarket(marketId);
    public bool SeesMarket(long marketId) => MarketIds?.Contains(marketId) != false;

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    public static Person Create(string name, string email, string language, DateTimeOffset now)
    {
        var person = new Person { CreatedAt = now };
        person.Rename(name);
        person.Move(email);
        person.Prefer(language, "");
        return person;
    }

    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > 100 || name.Any(char.IsControl)) throw new Refused("name_missing");
        Name = name;
    }

    private void Move(string email)
    {
        email = email.Trim();
        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != email.LastIndexOf('@') || at > email.Length - 2 || email.Length > 254 || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            throw new Refused("email_wrong", email);
        (Email, EmailKey) = (email, KeyOf(email));
    }

    public void Prefer(string language, string timeZone)
    {
        if (language is not ("en" or "id" or "de")) throw new Refused("language_unknown", language);
        if (timeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _)) throw new Refused("time_zone_unknown", timeZone);
        (Language, TimeZone) = (language, timeZone);
    }

    /// <summary>Admins answer for everything, so they see every market.</summary>
    public void Assign(string role, IReadOnlyCollection<long>? marketIds)
    {
        if (!Accounts.Role.All.Contains(role)) throw new Refused("role_unknown", role);
        if (marketIds is { Count: 0 }) throw new Refused("markets_missing");
        if (role == Accounts.Role.Admin && marketIds is not null) throw new Refused("admin_sees_all_markets");
        (Role, MarketScope) = (role, WriteScope(marketIds));
    }

    /// <summary>Ends every session that was opened before.</summary>
    public void SetPassword(string hash) => (PasswordHash, SecurityStamp, FailedAttempts, LockedUntil) = (hash, Secret.New(), 0, null);

    public void Disable(DateTimeOffset now) => (DisabledAt, SecurityStamp) = (DisabledAt ?? now, Secret.New());
    public void Enable() => DisabledAt = null;

    internal static IReadOnlyList<long>? ReadScope(string? scope) =>
        scope is null ? null : [.. scope.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    internal static string? WriteScope(IReadOnlyCollection<long>? ids) => ids is null ? null : string.Join(',', ids.Distinct().Order());
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.HasIndex(p => p.EmailKey).IsUnique();
        person.Ignore(p => p.MarketIds).Ignore(p => p.IsInvited);
        // Parallel guesses must each be counted: the second writer starts again.
        person.Property(p => p.FailedAttempts).IsConcurrencyToken();
    }
}
