using Showrunner.Office;

namespace Showrunner.Reports;

/// <summary>The document as a PDF: for those who only read, and as a record that does not change.</summary>
public static class RenderPdf
{
    public const string Format = "pdf";
    public const string ContentType = "application/pdf";

    public static void Write(Stream output, ReportContent content) => PdfWriter.Write(output, RenderDocument.Spec(content));
}
