using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Showrunner.Web;

/// <summary>
/// Style sheets, scripts and icons: read once, compressed once when first asked for, named by their content so that a browser keeps them for good.
/// One style sheet is put together from Tabler (in a layer below ours) and our own.
/// </summary>
public sealed class Assets
{
    public sealed record Asset(string Type, byte[] Plain, Lazy<byte[]> Packed, Lazy<byte[]> Zipped, string Tag)
    {
        /// <summary>Empty where packing is of no use.</summary>
        public byte[] Brotli => Packed.Value;
        public byte[] Gzip => Zipped.Value;
    }

    private static readonly string[] Styles = ["tokens.css", "base.css", "layout.css", "parts.css", "table.css", "chart.css", "live.css", "print.css"];

    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    public Assets() : this(AppContext.BaseDirectory) { }

    public Assets(string root)
    {
        foreach (var folder in (string[])["assets", "lib"])
        {
            var path = System.IO.Path.Combine(root, folder);
            if (!Directory.Exists(path)) continue;
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
                Add("/" + System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }
        Add("/assets/site.css", Sheet());
    }

    public Asset? Find(string path) => _assets.GetValueOrDefault(path);

    /// <summary>The address to write into a page.</summary>
    public string Url(string path) => _assets.TryGetValue(path, out var asset) ? $"{path}?v={asset.Tag}" : path;

    private byte[] Sheet()
    {
        var sheet = new StringBuilder("@layer base,ours;\n");
        if (Find("/lib/tabler.min.css") is { } tabler)
            sheet.Append("@layer base{").Append(Without(Encoding.UTF8.GetString(tabler.Plain))).Append("}\n");
        foreach (var name in Styles)
            if (Find("/assets/" + name) is { } own)
                sheet.Append(Encoding.UTF8.GetString(own.Plain)).Append('\n');
        return Encoding.UTF8.GetBytes(sheet.ToString());
    }

    private static string Without(string css) =>
        css.Replace("@charset \"UTF-8\";", "", StringComparison.Ordinal).Replace("/*# sourceMappingURL=tabler.min.css.map */", "", StringComparison.Ordinal);

    private void Add(string path, byte[] content)
    {
        var text = Type(path) is { } type && !type.StartsWith("image/png", StringComparison.Ordinal);
        _assets[path] = new Asset(
            Type(path) ?? "application/octet-stream", content,
            new(() => text ? Packed(content, to => new BrotliStream(to, CompressionLevel.Optimal)) : []),
            new(() => text ? Packed(content, to => new GZipStream(to, CompressionLevel.Optimal)) : []),
            Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    private static byte[] Packed(byte[] content, Func<Stream, Stream> packing)
    {
        using var to = new MemoryStream();
        using (var packer = packing(to)) packer.Write(content);
        return to.ToArray();
    }

    private static string? Type(string path) => System.IO.Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        ".png" => "image/png",
        _ => null,
    };
}
