using System.Globalization;
using Showrunner.Data;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Reports.Templates;
using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>GET /explore/export: what the page shows, as a workbook with a pivot table as a slide with an editable chart, or as a document for Word or as a PDF.</summary>
public static class ExportExploration
{
    public static readonly IReadOnlyList<string> Formats = ["xlsx", "pptx", "docx", "pdf"];
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Deck = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    public static async Task<IResult> Handle(string? format, Viewer viewer, BoardDesk desk, AppDb db, Texts texts, ExploreWords words, FindLook look, CancellationToken cancel)
    {
        Check(format);
        var open = await desk.Open(viewer.Asked("market") ?? viewer.Market?.Code, cancel);
        var explored = await Explorer.Ask(Exploration.Read(viewer.Carried()), viewer.Range, viewer.Compare, open, db, cancel);
        var file = new ExploredFile(open.Market, viewer.Language, texts, words, await look.Handle(db, cancel));
        return Answer(format!, $"explore-{open.Market.Code}-{viewer.Range.From:yyyyMMdd}-{viewer.Range.To:yyyyMMdd}",
            to =>
            {
                if (format == "pptx") file.Deck(to, explored);
                else if (OnPages(format!) is { } write) write(to, file.Document(explored));
                else file.Workbook(to, explored);
            });
    }

    internal static void Check(string? format)
    {
        if (format is null || !Formats.Contains(format)) throw new Refused("report_format_unknown", format ?? "", string.Join(", ", Formats));
    }

    /// <summary>How a document of this format is written; null for formats without pages.</summary>
    internal static Action<Stream, DocumentSpec>? OnPages(string format) => format switch { "docx" => DocumentWriter.Write, "pdf" => PdfWriter.Write, _ => null };

    internal static IResult Answer(string format, string name, Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return Results.File(buffer.ToArray(), format switch { "pptx" => Deck, "docx" => RenderDocument.ContentType, "pdf" => RenderPdf.ContentType, _ => Workbook }, $"{name}.{format}");
    }

    /// <summary>The file's address says market, days and comparison even where the page's came from the last visit.</summary>
    public static string Address(Viewer viewer, Exploration asked, string format) => viewer.Link("/explore/export",
    [
        .. asked.WithoutPeriod.Address().Select(pair => (pair.Name, (string?)pair.Value)),
        ("market", viewer.Market?.Code), ("preset", null), ("from", Day(viewer.Range.From)), ("to", Day(viewer.Range.To)), ("compare", viewer.Compare), ("format", format),
    ]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
