using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Insights.Explore;
using Showrunner.Platform;

namespace Showrunner.Insights.Boards;

/// <summary>A question that stands on a board and is asked anew whenever someone looks.</summary>
public sealed class Tile
{
    public const int MostOnBoard = 24;
    private const int LongestQuestion = 4000;

    public long Id { get; private set; }
    public long BoardId { get; private init; }
    public string Name { get; private set; } = "";
    /// <summary>As the address of the explorer says it, the chart with it.</summary>
    public string Question { get; private init; } = "";
    /// <summary>One or both columns of the board.</summary>
    public int Width { get; private set; }
    /// <summary>Place on the board, from 1.</summary>
    public int Place { get; private set; }

    public Exploration Asked => Exploration.Parse(Question);

    public static Tile Create(long boardId, string name, Exploration asked, int width, int place)
    {
        if (asked.Metrics.Count == 0) throw new Refused("metrics_missing");
        if (place > MostOnBoard) throw new Refused("board_full", MostOnBoard);
        if (asked.Query.Length > LongestQuestion) throw new Refused("tile_too_long");
        var tile = new Tile { BoardId = boardId, Question = asked.Query, Place = place };
        tile.Change(name, width);
        return tile;
    }

    public void Change(string name, int width)
    {
        if (width is not (1 or 2)) throw new Refused("tile_width_wrong", width);
        (Name, Width) = (TileBoard.Checked(name), width);
    }

    /// <summary>Puts a tile of a board at a place; those between make room.</summary>
    public static void Move(IReadOnlyCollection<Tile> board, Tile tile, int place)
    {
        var others = board.Where(t => t != tile).OrderBy(t => t.Place).ToList();
        others.Insert(Math.Clamp(place, 1, others.Count + 1) - 1, tile);
        Number(others);
    }

    /// <summary>Without gaps, in the order they stand.</summary>
    public static void Number(IEnumerable<Tile> ordered)
    {
        var place = 0;
        foreach (var tile in ordered) tile.Place = ++place;
    }
}

internal sealed class TileTable : IEntityTypeConfiguration<Tile>
{
    public void Configure(EntityTypeBuilder<Tile> tile)
    {
        tile.HasIndex(t => t.BoardId);
        tile.Ignore(t => t.Asked);
    }
}
