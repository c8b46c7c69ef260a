using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Reports.Templates;

/// <summary>Takes a company's template in and uses it from now on; one that cannot be used is refused and the last stays in use.</summary>
public static class UploadTemplate
{
    public const int Largest = 20 << 20;

    public sealed record Response(long Id, string Kind);

    public static async Task<Response> Handle(string fileName, Stream content, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Templates);
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (kept.Length + read > Largest) throw new Refused("template_bomb", fileName, $"> {Largest >> 20} MB");
            kept.Write(buffer, 0, read);
        }
        var bytes = kept.ToArray();
        string kind;
        try { kind = Kind(bytes); }
        catch (TemplateException wrong) { throw new Refused("template_" + wrong.Code, fileName, wrong.Detail); }
        var template = new ReportTemplate
        {
            Kind = kind,
            FileName = Path.GetFileName(fileName),
            Bytes = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Content = Convert.ToBase64String(bytes),
            UploadedBy = actor.Name,
            UploadedAt = clock.GetUtcNow(),
            InUse = true,
        };
        await using var transaction = await db.BeginAlone(cancel);
        foreach (var before in await db.ReportTemplates.Where(t => t.Kind == kind && t.InUse).ToListAsync(cancel)) before.InUse = false;
        db.ReportTemplates.Add(template);
        await db.SaveChangesAsync(cancel);
        db.Audit(actor, "template.uploaded", template, new { template.FileName, template.Kind, template.Sha256 });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Response(template.Id, kind);
    }

    /// <summary>What the file is for: the package says it, never the name.</summary>
    private static string Kind(byte[] bytes)
    {
        try
        {
            Check(ReportTemplate.Deck, bytes);
            return ReportTemplate.Deck;
        }
        catch (TemplateException other) when (other.Code == "kind")
        {
            Check(ReportTemplate.Document, bytes);
            return ReportTemplate.Document;
        }
    }

    /// <summary>The template as the writers take it.</summary>
    internal static object Check(string kind, byte[] bytes) => kind switch
    {
        ReportTemplate.Deck => DeckTemplate.Read(new MemoryStream(bytes)),
        ReportTemplate.Document => DocumentTemplate.Read(new MemoryStream(bytes)),
        _ => throw new TemplateException("kind", kind),
    };
}
