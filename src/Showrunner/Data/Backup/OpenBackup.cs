using System.IO.Compression;
using System.Text.Json;
using Showrunner.Platform;

namespace Showrunner.Data.Backup;

/// <summary>Opens a backup and believes it only after every byte was compared with its manifest.</summary>
public sealed class OpenBackup : IDisposable
{
    private readonly ZipArchive _zip;
    public Manifest Manifest { get; private init; } = null!;

    private OpenBackup(ZipArchive zip) => _zip = zip;

    public static async Task<OpenBackup> Handle(string file, IReadOnlyList<string> folders, CancellationToken cancel)
    {
        if (!File.Exists(file)) throw new Refused("backup_missing", file);
        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(file, cancel);
            var manifest = await Read(zip, cancel);
            if (manifest.Format > Manifest.CurrentFormat) throw new Refused("backup_too_new", Path.GetFileName(file), manifest.Program);
            if (!manifest.IsSane(folders)) throw new InvalidDataException("manifest");
            foreach (var part in manifest.Tables.Select(t => t.Part).Concat(manifest.Files)) await Compare(zip, part, cancel);
            return new OpenBackup(zip) { Manifest = manifest };
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or EndOfStreamException or NullReferenceException)
        {
            zip?.Dispose();
            throw new Refused("backup_damaged", Path.GetFileName(file), broken is InvalidDataException ? broken.Message : Manifest.Entry);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Unpacks one part to <paramref name="path"/>.</summary>
    public async Task Unpack(Manifest.Part part, string path, CancellationToken cancel)
    {
        await using var from = _zip.GetEntry(part.Path)!.Open();
        await using var to = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await from.CopyToAsync(to, cancel);
    }

    private static async Task<Manifest> Read(ZipArchive zip, CancellationToken cancel)
    {
        await using var stream = (zip.GetEntry(Manifest.Entry) ?? throw new InvalidDataException(Manifest.Entry)).Open();
        return await JsonSerializer.DeserializeAsync<Manifest>(stream, Manifest.Json, cancel) ?? throw new InvalidDataException(Manifest.Entry);
    }

    private static async Task Compare(ZipArchive zip, Manifest.Part part, CancellationToken cancel)
    {
        var entry = zip.GetEntry(part.Path);
        if (entry is null || entry.Length != part.Bytes) throw new InvalidDataException(part.Path);
        await using var stream = entry.Open();
        if (await Sealing.Copy(stream, Stream.Null, cancel) != (part.Bytes, part.Sha256)) throw new InvalidDataException(part.Path);
    }

    public void Dispose() => _zip.Dispose();
}
