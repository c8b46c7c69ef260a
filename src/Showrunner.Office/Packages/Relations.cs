namespace Showrunner.Office;

/// <summary>Relationship types of the Office file formats.</summary>
internal static class Relations
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public const string Document = Office + "officeDocument";
    public const string ExtendedProperties = Office + "extended-properties";
    public const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    public const string Worksheet = Office + "worksheet";
    public const string Styles = Office + "styles";
    public const string Theme = Office + "theme";
    public const string Drawing = Office + "drawing";
    public const string Chart = Office + "chart";
    public const string Hyperlink = Office + "hyperlink";
    public const string Package = Office + "package";
    public const string PivotTable = Office + "pivotTable";
    public const string PivotCache = Office + "pivotCacheDefinition";
    public const string PivotRecords = Office + "pivotCacheRecords";
    public const string SlideMaster = Office + "slideMaster";
    public const string SlideLayout = Office + "slideLayout";
    public const string Slide = Office + "slide";
    public const string NotesMaster = Office + "notesMaster";
    public const string NotesSlide = Office + "notesSlide";
    public const string PresentationProperties = Office + "presProps";
    public const string ViewProperties = Office + "viewProps";
    public const string Numbering = Office + "numbering";
    public const string Settings = Office + "settings";
    public const string Footnotes = Office + "footnotes";
    public const string Header = Office + "header";
    public const string Footer = Office + "footer";
    public const string Table = Office + "table";
    public const string TableStyles = Office + "tableStyles";
}
