namespace Showrunner.Office;

/// <summary>Text that leads to a web page, a mail address or another sheet.</summary>
/// <remarks>Other schemes than http, https and mailto are written as plain text.</remarks>
public sealed record Link(string Text, Uri? Target, string? Sheet = null)
{
    /// <summary>Leads to the first cell of a sheet in the same workbook.</summary>
    public static Link ToSheet(string text, string sheet) => new(text, null, sheet);

    internal bool Safe => Target is { IsAbsoluteUri: true, Scheme: "http" or "https" or "mailto" };
}
