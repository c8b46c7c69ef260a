using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

public sealed class ValidityTests
{
    [Fact]
    public void A_workbook_follows_the_file_format()
    {
        var file = Files.Of(WeeklyReview.Workbook);
        Files.Keep("review.xlsx", file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
    }

    [Fact]
    public void A_deck_follows_the_file_format()
    {
        var file = Files.Of(WeeklyDeck.Spec);
        Files.Keep("deck.pptx", file);
        using var document = PresentationDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
    }

    private static IEnumerable<string> Faults(OpenXmlPackage document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
}
