using System.Xml;
using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>
/// Reads project plans (MSPDI XML) as Microsoft Project saves them. What a <see cref="Plan"/> has no place for is left out:
/// costs, baselines, views, calendars of single people. Nothing outside the file is opened, and memory is bounded.
/// </summary>
public static class PlanReader
{
    /// <summary>The largest file in characters.</summary>
    public const long MostCharacters = 200_000_000;

    /// <summary>The most tasks, resources or assignments of a plan.</summary>
    public const int MostEntries = 100_000;

    /// <summary>Reads the plan and leaves the stream open.</summary>
    /// <exception cref="PlanException">The file is no such plan, too large, or says something impossible.</exception>
    public static Plan Read(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var reader = XmlReader.Create(input, settings);
            return Read(reader);
        }
        catch (XmlException broken) when (broken.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
        {
            throw new PlanException("plan_too_large", "The plan is larger than a plan can be: delete baselines and timephased data in Project, or split it.", broken);
        }
        catch (XmlException broken)
        {
            throw new PlanException("plan_not_xml", "The file is not XML: in Microsoft Project save the plan with File, Save As, XML Format.", broken);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException)
        {
            throw new PlanException("plan_value", $"The plan holds a value that cannot be read: {wrong.Message}", wrong);
        }
    }

    private static Plan Read(XmlReader reader)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "Project" || reader.NamespaceURI is not (PlanXml.Space or ""))
            throw new PlanException("plan_not_project", "The file is XML, but not a plan of Microsoft Project: save the plan with File, Save As, XML Format.");
        var file = new PlanFile();
        reader.Read();
        while (!reader.EOF && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (file.Knows(reader.LocalName)) Each(reader, file.Add);
            else if (PlanFile.Heads(reader.LocalName)) file.Head(PlanElement.Read(reader));
            else reader.Skip();
        }
        return file.Whole();
    }

    /// <summary>One after another, so that only what is kept stays in memory.</summary>
    private static void Each(XmlReader reader, Action<XElement> add)
    {
        var empty = reader.IsEmptyElement;
        reader.Read();
        if (empty) return;
        for (var count = 0; !reader.EOF && reader.NodeType != XmlNodeType.EndElement;)
        {
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (++count > MostEntries) throw new PlanException("plan_too_large", $"The plan has more than {MostEntries} tasks, resources or assignments: split it into several.");
            else add(PlanElement.Read(reader));
        }
        reader.Read();
    }
}
