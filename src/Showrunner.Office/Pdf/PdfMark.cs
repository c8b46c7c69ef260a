namespace Showrunner.Office;

/// <summary>A heading as something to lead to.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Page">From 1.</param>
/// <param name="Y">Points from the top of the page.</param>
internal sealed record PdfMark(string Text, int Level, int Page, double Y);
