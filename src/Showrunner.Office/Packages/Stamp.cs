using System.Globalization;

namespace Showrunner.Office;

/// <summary>What the file says about itself. Time comes from the caller, so that a file can be made again byte for byte.</summary>
/// <param name="Title">Title in the file's properties.</param>
/// <param name="Created">When the content was made; also the modified time where none is given.</param>
public sealed record Stamp(string Title, DateTimeOffset Created)
{
    public string Author { get; init; } = "Showrunner";

    public string? Subject { get; init; }

    /// <summary>Organisation in the file's properties.</summary>
    public string? Company { get; init; }

    public DateTimeOffset? Modified { get; init; }

    internal void Write(Parts parts, string application)
    {
        const string core = "docProps/core.xml";
        const string app = "docProps/app.xml";
        parts.Relate("", Relations.CoreProperties, core);
        parts.Relate("", Relations.ExtendedProperties, app);
        using (var part = parts.Open(core, "application/vnd.openxmlformats-package.core-properties+xml")) WriteCore(part);
        using (var part = parts.Open(app, "application/vnd.openxmlformats-officedocument.extended-properties+xml")) WriteApp(part, application);
    }

    private void WriteCore(Stream part)
    {
        const string cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dc = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        const string xsi = "http://www.w3.org/2001/XMLSchema-instance";
        using var xml = Parts.Xml(part);
        xml.WriteStartElement("cp", "coreProperties", cp);
        xml.WriteElementString("dc", "title", dc, CleanText.Of(Title));
        if (Subject is not null) xml.WriteElementString("dc", "subject", dc, CleanText.Of(Subject));
        xml.WriteElementString("dc", "creator", dc, CleanText.Of(Author));
        xml.WriteElementString("cp", "lastModifiedBy", cp, CleanText.Of(Author));
        Time("created", Created);
        Time("modified", Modified ?? Created);
        xml.WriteEndElement();

        void Time(string name, DateTimeOffset time)
        {
            xml.WriteStartElement("dcterms", name, terms);
            xml.WriteAttributeString("xsi", "type", xsi, "dcterms:W3CDTF");
            xml.WriteString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }

    private void WriteApp(Stream part, string application)
    {
        using var xml = Parts.Xml(part);
        xml.WriteStartElement("Properties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
        xml.WriteElementString("Application", application);
        if (Company is not null) xml.WriteElementString("Company", CleanText.Of(Company));
        xml.WriteElementString("AppVersion", "16.0300");
        xml.WriteEndElement();
    }
}
