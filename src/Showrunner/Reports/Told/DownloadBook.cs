using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Reports.Told;

/// <summary>GET /reports/scorecards: the book as a file. It is made whole before the first byte leaves, so that a refusal is a sentence and not half a file.</summary>
public static class DownloadBook
{
    public static async Task<IResult> Get(int? creators, string? format, string? market, DateOnly? from, DateOnly? to, string? compare, string? language, WriteBook book, Viewer viewer, Actor actor, CancellationToken cancel)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var made = await book.Handle(new WriteBook.Request(market ?? viewer.Market?.Code ?? "", from ?? viewer.Range.From, to ?? viewer.Range.To, format ?? RenderPdf.Format, language ?? viewer.Language, creators ?? 100, compare ?? viewer.Compare), file, actor, cancel);
            file.Position = 0;
            return Results.File(file, made.ContentType, made.FileName);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
