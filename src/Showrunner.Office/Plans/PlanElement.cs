using System.Xml;
using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>One entry of a project file without namespaces and without what is never read of it.</summary>
internal static class PlanElement
{
    // Real files need eight; a file made to be deep would exhaust the stack of whoever walks it.
    private const int MostDepth = 24;

    // The bulk of real files: what was planned and done hour by hour.
    private static readonly string[] Unread = ["TimephasedData", "Baseline", "ExtendedAttribute", "OutlineCode", "Rates", "AvailabilityPeriods"];

    /// <summary>Reads from the beginning of an element to behind its end.</summary>
    public static XElement Read(XmlReader reader)
    {
        var root = new XElement(reader.LocalName);
        var empty = reader.IsEmptyElement;
        var inside = root;
        reader.Read();
        if (empty) return root;
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && Unread.Contains(reader.LocalName))
            {
                reader.Skip();
                continue;
            }
            var end = reader.NodeType == XmlNodeType.EndElement;
            if (reader.NodeType == XmlNodeType.Element) inside = Enter(inside, reader);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) inside.Add(reader.Value);
            else if (end && inside.Parent is { } parent) inside = parent;
            else if (end)
            {
                reader.Read();
                return root;
            }
            reader.Read();
        }
        return root;
    }

    private static XElement Enter(XElement inside, XmlReader reader)
    {
        if (reader.Depth > MostDepth) throw new PlanException("plan_not_project", "The file is nested deeper than a plan of Microsoft Project: save the plan with File, Save As, XML Format.");
        var child = new XElement(reader.LocalName);
        inside.Add(child);
        return reader.IsEmptyElement ? inside : child;
    }
}
