using System.Text.Encodings.Web;
using System.Text.Json;

namespace Showrunner.Benchmarks;

/// <summary>Median and spread of what several rounds gave.</summary>
internal readonly record struct Spread(double Median, double Min, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return new Spread(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0], sorted[^1]);
    }

    /// <summary>The value that a share of the rounds stays at or below.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public override string ToString() => $"{Median:0.00} ({Min:0.00}–{Max:0.00})";
}

/// <param name="Promise">Which promise, on which engine.</param>
/// <param name="Product">What the product did, in words.</param>
/// <param name="Floor">What the floor did, in words.</param>
/// <param name="Ratio">Product to floor, round by round; null where the promise is a limit alone.</param>
/// <param name="Target">What is promised, in words.</param>
/// <param name="Kept">Whether it was kept; null where this run cannot say.</param>
/// <param name="Figures">The same as numbers, for scripts.</param>
internal sealed record Result(string Promise, string Product, string Floor, Spread? Ratio, string Target, bool? Kept, Dictionary<string, double> Figures);

internal static class Report
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void PrintJson(IReadOnlyList<Result> results) => Console.Out.WriteLine(JsonSerializer.Serialize(new
    {
        machine = new { cores = Environment.ProcessorCount, memory_gb = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9) },
        results = results.Select(r => new { r.Promise, r.Product, r.Floor, r.Ratio, r.Target, r.Kept, r.Figures }),
    }, Options));

    public static void PrintJson(object answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, Options));

    /// <summary>A table that a page of Markdown takes as it is.</summary>
    public static void PrintTable(IReadOnlyList<Result> results)
    {
        string[][] rows =
        [
            ["promise", "product", "floor", "ratio: median (min–max)", "promised", "kept"],
            .. results.Select(r => new[] { r.Promise, r.Product, r.Floor, r.Ratio?.ToString() ?? "–", r.Target, r.Kept switch { true => "yes", false => "NO", _ => "–" } }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            Console.Out.WriteLine("| " + string.Join(" | ", rows[i].Select((cell, c) => cell.PadRight(widths[c]))) + " |");
            if (i == 0) Console.Out.WriteLine("|" + string.Join("|", widths.Select(w => new string('-', w + 2))) + "|");
        }
    }
}
