using Showrunner.Imports.Kinds;
using Showrunner.Platform;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Showrunner.Imports.Mapping;

/// <summary>Reads a mapping from YAML; every complaint names the line. The format stands in docs/imports.md.</summary>
internal static class OrderMappingFile
{
    private const int Longest = 64 * 1024, Deepest = 10;
    private static readonly string[] Keys = ["name", "kind", "currency", "decimal", "dates", "time_zone", "returns", "channel", "status", "columns"];

    public static OrderMapping Load(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    public static OrderMapping Parse(string yaml, string fileName)
    {
        if (yaml.Length > Longest) throw new Refused("mapping_broken", fileName, 1L, "too long");
        var root = Root(yaml, fileName);
        foreach (var key in root.Children.Keys)
        {
            if (!Keys.Contains(Scalar(key))) throw new Refused("mapping_key_unknown", fileName, key.Start.Line, Scalar(key), string.Join(", ", Keys));
        }
        var kind = Text(root, "kind", fileName);
        if (kind != OrderMapping.Kind) throw Wrong(root, "kind", fileName, OrderMapping.Kind);
        var fields = Columns(root, fileName);
        Default(root, fields, "channel", OrderField.Channel, Ledger.Channel.All, fileName);
        Default(root, fields, "status", OrderField.Status, Ledger.LineStatus.All, fileName);
        Need(fields, fileName);
        return new OrderMapping
        {
            FileName = fileName,
            Name = Text(root, "name", fileName),
            Currency = Text(root, "currency", fileName).ToUpperInvariant(),
            Decimal = Optional(root, "decimal") switch { null => null, "." => '.', "," => ',', _ => throw Wrong(root, "decimal", fileName, "\".\" \",\"") },
            DateFormats = Formats(root, fileName),
            Zone = Zone(root, fileName),
            ReturnsAreNegative = Optional(root, "returns") switch { null => false, "negative_quantity" => true, _ => throw Wrong(root, "returns", fileName, "negative_quantity") },
            Fields = fields,
        };
    }

    private static YamlMappingNode Root(string yaml, string fileName)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            for (var depth = 0; parser.MoveNext();)
            {
                depth += parser.Current!.NestingIncrease;
                if (depth > Deepest) throw new Refused("mapping_broken", fileName, parser.Current.Start.Line, "too deep");
            }
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            var line = (broken as YamlException)?.Start.Line ?? parser.Current?.End.Line ?? 1;
            throw new Refused("mapping_broken", fileName, line, broken.Message);
        }
        throw new Refused("mapping_broken", fileName, 1L, "no keys");
    }

    private static Dictionary<string, MappedValue> Columns(YamlMappingNode root, string fileName)
    {
        if (Node(root, "columns") is not YamlMappingNode columns) throw new Refused("mapping_key_missing", fileName, "columns");
        var fields = new Dictionary<string, MappedValue>();
        foreach (var (key, value) in columns.Children)
        {
            var field = Scalar(key);
            if (!OrderField.All.Contains(field))
                throw new Refused("mapping_field_unknown", fileName, key.Start.Line, field, string.Join(", ", OrderField.All));
            fields[field] = Value(field, Scalar(value), value.Start.Line, fileName);
        }
        return fields;
    }

    private static MappedValue Value(string field, string text, long line, string fileName)
    {
        if (text.Length == 0) throw new Refused("mapping_value_wrong", fileName, line, field, text);
        if (text[0] == '=') return new MappedValue("", null, text[1..].Trim(), line);
        var times = text.Split(" * ");
        if (times.Length == 1) return new MappedValue(text, null, null, line);
        if (times.Length != 2 || field != OrderField.Gmv) throw new Refused("mapping_value_wrong", fileName, line, field, text);
        return new MappedValue(times[0].Trim(), times[1].Trim(), null, line);
    }

    private static void Default(YamlMappingNode root, Dictionary<string, MappedValue> fields, string key, string field, IReadOnlyList<string> allowed, string fileName)
    {
        if (Optional(root, key) is not { } code) return;
        if (!allowed.Contains(code)) throw Wrong(root, key, fileName, string.Join(", ", allowed));
        fields.TryAdd(field, new MappedValue("", null, code, Line(root, key)));
    }

    private static void Need(Dictionary<string, MappedValue> fields, string fileName)
    {
        foreach (var field in (string[])[OrderField.OrderNo, OrderField.Quantity, OrderField.OrderedAt])
        {
            if (!fields.ContainsKey(field)) throw new Refused("mapping_field_missing", fileName, field);
        }
        if (!fields.ContainsKey(OrderField.Price) && !fields.ContainsKey(OrderField.Gmv)) throw new Refused("mapping_field_missing", fileName, OrderField.Gmv);
    }

    private static string[] Formats(YamlMappingNode root, string fileName) => Node(root, "dates") switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(Scalar)],
        YamlScalarNode one => [Scalar(one)],
        _ => throw Wrong(root, "dates", fileName, "[\"yyyy-MM-dd HH:mm:ss\"]"),
    };

    private static TimeZoneInfo? Zone(YamlMappingNode root, string fileName)
    {
        if (Optional(root, "time_zone") is not { } id) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw Wrong(root, "time_zone", fileName, "Europe/London");
    }

    private static Refused Wrong(YamlMappingNode root, string key, string fileName, string allowed) =>
        new("mapping_key_wrong", fileName, Line(root, key), key, Optional(root, key) ?? "", allowed);

    private static string Text(YamlMappingNode root, string key, string fileName) =>
        Optional(root, key) ?? throw new Refused("mapping_key_missing", fileName, key);

    private static string? Optional(YamlMappingNode root, string key) => Node(root, key) is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    private static YamlNode? Node(YamlMappingNode root, string key) => root.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static long Line(YamlMappingNode root, string key) => Node(root, key)?.Start.Line ?? 1;

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";
}
