using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Insights.Explore;
using Showrunner.Platform;

namespace Showrunner.Insights.Boards;

/// <summary>A question that stands on a board and is asked anew whenever someone looks.</summary>
public sealed class Tile
{
    public const int MostOnBoard = 24;
    private const int LongestQuestion = 4000, LongestText = 2000;

    public long Id { get; private set; }
    public long BoardId { get; private init; }
    public string Name { get; private set; } = "";
    /// <summary>As the address of the explorer says it, the chart with it; empty for a note.</summary>
    public string Question { get; private init; } = "";
    /// <summary>What a person says between the figures; null for a question.</summary>
    public string? Text { get; private set; }
    /// <summary>One or both columns of the board.</summary>
    public int Width { get; private set; }
    /// <summary>Place on the board, from 1.</summary>
    public int Place { get; private set; }

    public Exploration Asked => Exploration.Parse(Question);
    internal StandingTile Standing => new(Id, string.Create(CultureInfo.InvariantCulture, $"tile-{Id}"), Name, Width, Text, Asked);

    public static Tile Create(long boardId, string name, Exploration asked, int width, int place)
    {
        if (asked.Metrics.Count == 0) throw new Refused("metrics_missing");
        Fits(place);
        if (asked.Query.Length > LongestQuestion) throw new Refused("tile_too_long");
        var tile = new Tile { BoardId = boardId, Question = asked.Query, Place = place };
        tile.Change(name, width);
        return tile;
    }

    /// <summary>A note between the figures.</summary>
    public static Tile Note(long boardId, string name, string? text, int width, int place)
    {
        Fits(place);
        var tile = new Tile { BoardId = boardId, Place = place };
        tile.Say(text);
        tile.Change(name, width);
        return tile;
    }

    /// <summary>The same tile on another board.</summary>
    public Tile On(long boardId, int place) => Text is null ? Create(boardId, Name, Asked, Width, place) : Note(boardId, Name, Text, Width, place);

    public void Say(string? text)
    {
        text = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (text.Length is 0 or > LongestText || text.Any(c => char.IsControl(c) && c != '\n')) throw new Refused("tile_text_wrong", LongestText);
        Text = text;
    }

    private static void Fits(int place)
    {
        if (place > MostOnBoard) throw new Refused("board_full", MostOnBoard);
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
        tile.Ignore(t => t.Standing);
    }
}
