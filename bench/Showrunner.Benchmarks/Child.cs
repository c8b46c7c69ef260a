using System.Diagnostics;
using System.Globalization;

namespace Showrunner.Benchmarks;

/// <summary>The released program as its user runs it: a process of its own, whose peak memory the kernel counts.</summary>
internal static class Child
{
    public sealed record Answer(string Output, double Seconds, double PeakMb);

    /// <summary>What ./showrunner runs.</summary>
    public static string Released => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Showrunner/release/Showrunner.dll"));

    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in words) start.ArgumentList.Add(word);
        start.Environment["DOTNET_GCgen0size"] = "0x400000"; // as ./showrunner says
        start.Environment.Remove("SHOWRUNNER_DB");
        start.Environment.Remove("SHOWRUNNER_DATA");
        return Process.Start(start)!;
    }

    /// <summary>Runs `showrunner WORDS` to its end; anything but success is a bug of the benchmark or of the product.</summary>
    public static async Task<Answer> Run(params string[] words)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start([Released, .. words]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var peak = 0.0;
        // The kernel's high-water mark only rises: the last look before the end is the peak.
        do peak = Math.Max(peak, PeakMb(process.Id));
        while (await Task.WhenAny(ended, Task.Delay(20)) != ended);
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"showrunner {string.Join(' ', words)} ended with {process.ExitCode}: {await errors}");
        return new Answer(await output, seconds, peak);
    }

    public static double PeakMb(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException) { return 0; }
    }
}
