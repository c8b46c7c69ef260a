using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Insights.Boards;

/// <summary>A page of tiles that someone put together for a market. Only who made it changes it; others copy it.</summary>
public sealed class TileBoard
{
    public const string Private = "private", Everybody = "everybody";
    /// <summary>Who may look besides the maker: nobody, everybody who sees the market, or those of one role.</summary>
    public static readonly IReadOnlyList<string> Audiences = [Private, Everybody, Role.Manager, Role.Analyst, Role.Viewer];
    private const int LongestName = 100;

    public long Id { get; private set; }
    public long MarketId { get; private init; }
    public long OwnerId { get; private init; }
    public string Name { get; private set; } = "";
    public string Audience { get; private set; } = Private;
    public DateTimeOffset CreatedAt { get; private init; }

    public static TileBoard Create(Actor maker, long marketId, string name, DateTimeOffset now)
    {
        var board = new TileBoard { MarketId = marketId, OwnerId = maker.PersonId ?? throw new Refused("not_allowed"), CreatedAt = now };
        board.Rename(name);
        return board;
    }

    public void Rename(string name) => Name = Checked(name);

    public void ShareWith(string audience) => Audience = Audiences.Contains(audience) ? audience : throw new Refused("audience_unknown", audience);

    public bool IsOf(Actor actor) => actor.PersonId == OwnerId;

    internal static string Checked(string name)
    {
        name = name.Trim();
        return name.Length is 0 or > LongestName || name.Any(char.IsControl) ? throw new Refused("board_name_wrong", LongestName) : name;
    }
}

/// <summary>A person with whom a board is shared by name.</summary>
public sealed class BoardGuest
{
    public required long BoardId { get; init; }
    public required long PersonId { get; init; }
}

internal sealed class TileBoardTable : IEntityTypeConfiguration<TileBoard>
{
    public void Configure(EntityTypeBuilder<TileBoard> board)
    {
        board.HasIndex(b => b.MarketId);
        board.HasIndex(b => b.OwnerId);
    }
}

internal sealed class BoardGuestTable : IEntityTypeConfiguration<BoardGuest>
{
    public void Configure(EntityTypeBuilder<BoardGuest> guest)
    {
        guest.HasKey(g => new { g.BoardId, g.PersonId });
        guest.HasIndex(g => g.PersonId);
    }
}

public static class BoardSets
{
    extension(AppDb db)
    {
        public DbSet<TileBoard> TileBoards => db.Set<TileBoard>();
        public DbSet<BoardGuest> BoardGuests => db.Set<BoardGuest>();
        public DbSet<Tile> Tiles => db.Set<Tile>();
    }
}
