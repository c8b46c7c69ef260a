using Showrunner.Web;

namespace Showrunner.Insights;

/// <summary>The sentence under a board's title: how much, and is it more or less than before?</summary>
public static class BoardState
{
    public static string Of(Board board, Say say, Formats formats, Viewer viewer)
    {
        if (board.Find("gmv") is not { Value: { } gmv } figure) return say["insights.state.unknown", formats.Days(board.Range)];
        var now = formats.MoneyShort(gmv);
        if (board.Compared is null) return say["insights.state.none", now, board.Range.Days, formats.Days(board.Range)];
        if (figure.Before is null) return say["insights.state.alone", now, board.Range.Days];
        var change = formats.MoneyChange(gmv, figure.Before);
        return say["insights.state." + viewer.Compare, now, board.Range.Days, change.Percent.Length > 0 ? change.Percent : change.Absolute];
    }
}
