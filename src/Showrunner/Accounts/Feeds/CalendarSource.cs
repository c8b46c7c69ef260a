using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Accounts.Feeds;

/// <summary>What a room puts into people's calendars. A room registers its own with <c>AddCalendarSource</c>.</summary>
public abstract class CalendarSource
{
    /// <summary>Stands in the address of a feed of this room alone.</summary>
    public abstract string Code { get; }

    /// <summary>Text key of its name.</summary>
    public abstract string TitleKey { get; }

    /// <summary>What this person is to see from a day on, in his language.</summary>
    /// <param name="reader">Whose calendar it is; what he may not see is not in it.</param>
    /// <param name="from">Nothing that was over before.</param>
    /// <param name="link">Turns a path of the desk into an address; null where none is known.</param>
    /// <param name="cancel">Stops the reading.</param>
    public abstract Task<IReadOnlyList<CalendarEvent>> Events(Actor reader, DateOnly from, Func<string, Uri?> link, CancellationToken cancel);
}
