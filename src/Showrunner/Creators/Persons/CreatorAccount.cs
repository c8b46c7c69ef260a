using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Platform;

namespace Showrunner.Creators.Persons;

/// <summary>Where else a creator posts: a handle on another platform, which brings no figures here.</summary>
public sealed class CreatorAccount
{
    public const string Instagram = "instagram", YouTube = "youtube", Facebook = "facebook", X = "x", TikTok = "tiktok", Shopee = "shopee";
    public static readonly IReadOnlyList<string> Platforms = [Instagram, YouTube, Facebook, X, TikTok, Shopee];
    private const int Longest = 100;

    public long Id { get; private init; }
    public long MarketId { get; private init; }
    public long CreatorId { get; private init; }
    public string Platform { get; private init; } = "";
    /// <summary>Lower case, without the @.</summary>
    public string Handle { get; private init; } = "";
    /// <summary>The file that told it; empty where a person typed it.</summary>
    public string Source { get; private init; } = "";
    public DateTimeOffset AddedAt { get; private init; }
    public string PersonName { get; private init; } = "";

    /// <summary>As accounts are compared and searched.</summary>
    public static string KeyOf(string handle) => handle.Trim().TrimStart('@').ToLowerInvariant();

    public static CreatorAccount Add(Creator creator, string? platform, string? handle, Actor actor, DateTimeOffset now)
    {
        if (platform is null || !Platforms.Contains(platform)) throw new Refused("platform_unknown", platform);
        var key = KeyOf(handle ?? "");
        if (key.Length is 0 or > Longest || key.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) throw new Refused("account_handle_wrong", Longest);
        return new CreatorAccount { MarketId = creator.MarketId, CreatorId = creator.Id, Platform = platform, Handle = key, AddedAt = now, PersonName = actor.Name };
    }

    /// <summary>Where it can be looked at; null where the platform has no address by handle.</summary>
    public static string? LinkOf(string platform, string handle) => platform switch
    {
        Instagram => "https://www.instagram.com/" + Uri.EscapeDataString(handle),
        YouTube => "https://www.youtube.com/@" + Uri.EscapeDataString(handle),
        Facebook => "https://www.facebook.com/" + Uri.EscapeDataString(handle),
        X => "https://x.com/" + Uri.EscapeDataString(handle),
        TikTok => "https://www.tiktok.com/@" + Uri.EscapeDataString(handle),
        _ => null,
    };
}

internal sealed class CreatorAccountTable : IEntityTypeConfiguration<CreatorAccount>
{
    public void Configure(EntityTypeBuilder<CreatorAccount> account) => account.HasIndex(a => new { a.CreatorId, a.Platform, a.Handle }).IsUnique();
}
