using System.Security.Cryptography;
using System.Text;

namespace Showrunner.Office;

/// <summary>A part of a mail: headers and content, or headers and further parts.</summary>
internal sealed record MimePart(IReadOnlyList<string> Headers, string Content)
{
    public static MimePart Text(string type, string content) =>
        new([MailHeader.Of("Content-Type", type + ";", "charset=utf-8"), MailHeader.Of("Content-Transfer-Encoding", "quoted-printable")], QuotedPrintable.Of(content));

    public static MimePart Binary(IReadOnlyList<string> headers, ReadOnlySpan<byte> content) =>
        new([.. headers, MailHeader.Of("Content-Transfer-Encoding", "base64")], Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks));

    /// <summary>Several parts in one; a single part stays as it is.</summary>
    /// <param name="kind">E.g. "mixed".</param>
    /// <param name="id">Of the message: the line between the parts is made of it.</param>
    public static MimePart Of(string kind, string id, params IReadOnlyList<MimePart> parts)
    {
        if (parts.Count == 1) return parts[0];
        // "=_" can stand neither in base64 nor in quoted-printable, so no content can look like the line between.
        var line = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {id}")))[..32];
        var content = new StringBuilder();
        foreach (var part in parts)
        {
            content.Append("--").Append(line).Append("\r\n");
            part.Write(content);
            content.Append("\r\n");
        }
        content.Append("--").Append(line).Append("--\r\n");
        List<string> type = [$"multipart/{kind};", .. kind == "related" ? ["type=\"text/html\";"] : Array.Empty<string>(), $"boundary=\"{line}\""];
        return new MimePart([MailHeader.Of("Content-Type", type)], content.ToString());
    }

    public void Write(StringBuilder mail)
    {
        foreach (var header in Headers) mail.Append(header).Append("\r\n");
        mail.Append("\r\n").Append(Content);
    }
}
