using System.CommandLine;
using System.Text.Json;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class MetricsCommand
{
    public static Command Make()
    {
        var command = new Command("metrics", "The dictionary: code, name, formula, unit, source");
        command.SetAction(words =>
        {
            var texts = new Texts();
            var metrics = MetricDictionary.All.Select(m => new
            {
                m.Code,
                Name = texts.Say("en", "metric." + m.Code),
                m.Formula,
                Unit = m.Unit.ToString().ToLowerInvariant(),
                m.Source,
                m.VariantOf,
                Families = m.Families.Select(f => f.ToString().ToLowerInvariant()),
                Definition = texts.Say("en", $"metric.{m.Code}.text"),
            }).ToList();
            if (words.GetValue(Settings.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(new { metrics }, Words.Json));
            else TextTable.Print(["CODE", "NAME", "UNIT", "FORMULA", "SOURCE"], metrics.Select(m => new[] { m.Code, m.Name, m.Unit, m.Formula, m.Source }), _ => false);
            return CommandLine.Done;
        });
        return command;
    }
}
