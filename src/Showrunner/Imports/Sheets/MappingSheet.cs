using System.Text;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports.Kinds;
using Showrunner.Imports.Mapping;
using Showrunner.Markets;
using Showrunner.Platform;
using YamlDotNet.RepresentationModel;

namespace Showrunner.Imports.Sheets;

/// <summary>The saved mappings of order files as rows: which mapping, which setting or field, what it says.</summary>
internal sealed class MappingSheet : EditableSheet
{
    private const string Mapping = "mapping", Setting = "setting", Value = "value", Separator = "; ", Prefix = "columns.";
    private static readonly string[] Heads = ["currency", "decimal", "dates", "time_zone", "returns", "channel", "status"];

    public override string Code => "mappings";
    public override string TitleKey => "sheets.mappings";
    public override string Permission => ImportsRoom.Load;

    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new(Mapping, "sheets.mappings.mapping", SheetKind.Text, true) { Width = 28 }, new(Setting, "sheets.mappings.setting", SheetKind.Text, true) { Width = 24 },
        new(Value, "sheets.mappings.value", SheetKind.Text, true) { Width = 44 },
    ];

    public override async Task<IReadOnlyList<SheetRow>> Rows(Market market, AppDb db, CancellationToken cancel) =>
        [.. (await db.SavedMappings.AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancel)).SelectMany(m => Settings(m.Yaml).Select(s => Row(m.Name, s.Key, s.Value)))];

    public override async Task<IReadOnlyList<SheetProblem>> Check(IReadOnlyList<SheetChange> changes, Market market, AppDb db, CancellationToken cancel)
    {
        List<SheetProblem> problems = [];
        foreach (var change in changes.Where(c => c.After is { } row && !Heads.Contains(row[Setting]) && !OrderField.All.Contains(Field(row[Setting]))))
            problems.Add(new SheetProblem(change.Line, new Refused("mapping_field_unknown", change.After![Mapping], change.Line, change.After[Setting], string.Join(", ", Heads.Concat(OrderField.All)))));
        if (problems.Count > 0) return problems;
        foreach (var (name, settings) in await After(changes, db, cancel))
        {
            if (settings.Count == 0) continue;
            try { OrderMappingFile.Parse(Yaml(name, settings), name); }
            catch (Refused refused) { problems.Add(new SheetProblem(changes.First(c => (c.After ?? c.Before)![Mapping] == name || c.Before?[Mapping] == name).Line, refused)); }
        }
        return problems;
    }

    public override async Task Take(IReadOnlyList<SheetChange> changes, Market market, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        foreach (var (name, settings) in await After(changes, db, cancel))
        {
            if (settings.Count > 0) await SaveMapping.Handle(Yaml(name, settings), name, db, actor, clock, cancel);
            else if (await db.SavedMappings.Where(m => m.Name == name).Select(m => m.Id).FirstOrDefaultAsync(cancel) is > 0 and var id) await DeleteMapping.Handle(id, db, actor, cancel);
        }
    }

    private static SheetRow Row(string mapping, string setting, string value) => new($"{mapping}/{setting}", new Dictionary<string, string> { [Mapping] = mapping, [Setting] = setting, [Value] = value });

    /// <summary>The touched mappings as they would be.</summary>
    private static async Task<Dictionary<string, SortedDictionary<string, string>>> After(IReadOnlyList<SheetChange> changes, AppDb db, CancellationToken cancel)
    {
        var touched = changes.SelectMany(c => new[] { c.Before?[Mapping], c.After?[Mapping] }).OfType<string>().Distinct().ToList();
        var known = await db.SavedMappings.AsNoTracking().Where(m => touched.Contains(m.Name)).ToListAsync(cancel);
        var after = touched.ToDictionary(name => name, name => new SortedDictionary<string, string>(known.FirstOrDefault(m => m.Name == name) is { } m ? Settings(m.Yaml) : new Dictionary<string, string>(), StringComparer.Ordinal));
        foreach (var change in changes) if (change.Before is { } before) after[before[Mapping]].Remove(before[Setting]);
        foreach (var change in changes) if (change.After is { } row) after[row[Mapping]][row[Setting]] = row[Value];
        return after;
    }

    private static Dictionary<string, string> Settings(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var settings = new Dictionary<string, string>();
        foreach (var (key, value) in ((YamlMappingNode)stream.Documents[0].RootNode).Children)
            switch (key.ToString())
            {
                case "name" or "kind": break;
                case "columns":
                    foreach (var (field, column) in ((YamlMappingNode)value).Children) settings[(Heads.Contains(field.ToString()) ? Prefix : "") + field] = column.ToString();
                    break;
                case var head: settings[head] = value is YamlSequenceNode list ? string.Join(Separator, list.Children.Select(c => c.ToString())) : value.ToString(); break;
            }
        return settings;
    }

    private static string Yaml(string name, SortedDictionary<string, string> settings)
    {
        var yaml = new StringBuilder($"name: {Quoted(name)}\nkind: {OrderMapping.Kind}\n");
        foreach (var head in Heads.Where(settings.ContainsKey))
            yaml.Append(head == "dates" ? $"dates: [{string.Join(", ", settings[head].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Quoted))}]\n" : $"{head}: {Quoted(settings[head])}\n");
        yaml.Append("columns:\n");
        foreach (var (setting, column) in settings.Where(s => !Heads.Contains(s.Key))) yaml.Append("  " + Field(setting) + ": " + Quoted(column) + "\n");
        return yaml.ToString();
    }

    private static string Field(string setting) => setting.StartsWith(Prefix, StringComparison.Ordinal) ? setting[Prefix.Length..] : setting;

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
