using System.Globalization;

namespace Showrunner.Benchmarks.Matching;

/// <summary>What others published on the shared split, best first, with ours where it stands.</summary>
internal static class Published
{
    public static void Print(double recall, double ndcg)
    {
        var file = SharedData.Find("recsys_published", "gowalla*.csv", "the published results are not printed without it");
        var rows = File.ReadLines(file).Skip(1).Select(l => l.Split(',')).Where(c => c.Length > 5 && c[3].Length > 0 && c[5].Length > 0)
            .Select(c => (Name: $"{c[2]} ({c[0]})", Recall: Number(c[3]), Ndcg: Number(c[5])))
            .Append((Name: "BSPM-EM (2023)", Recall: 0.1920, Ndcg: 0.1597)).Append((Name: "Showrunner", Recall: recall, Ndcg: ndcg));
        Console.Out.WriteLine("| method | recall@20 | ndcg@20 |\n|---|---|---|");
        foreach (var (name, r, n) in rows.OrderByDescending(r => r.Recall)) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {r:0.0000} | {n:0.0000} |"));
        Console.Out.WriteLine();
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
