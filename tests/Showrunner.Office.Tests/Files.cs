namespace Showrunner.Office.Tests;

/// <summary>Written files, and a place to look at them: set SHOWRUNNER_OFFICE_SAMPLES to a folder to keep the samples.</summary>
internal static class Files
{
    public static byte[] Of(WorkbookSpec spec, int mostRows = 1_048_576)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, spec, mostRows);
        return stream.ToArray();
    }

    public static byte[] Of(DeckSpec spec)
    {
        using var stream = new MemoryStream();
        DeckWriter.Write(stream, spec);
        return stream.ToArray();
    }

    public static byte[] Of(DocumentSpec spec)
    {
        using var stream = new MemoryStream();
        DocumentWriter.Write(stream, spec);
        return stream.ToArray();
    }

    public static void Keep(string name, byte[] file)
    {
        if (Environment.GetEnvironmentVariable("SHOWRUNNER_OFFICE_SAMPLES") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name), file);
    }
}
