using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Imports.Mapping;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Takes a file's bytes in and remembers them; nothing of it is in the ledger yet.</summary>
public static class ReceiveFile
{
    /// <param name="Market">Code of the market whose figures these are.</param>
    /// <param name="Kind">What the file is, when recognition shall not decide.</param>
    /// <param name="Mapping">Name of a saved mapping, for order lines of any other origin.</param>
    /// <param name="From">First day that totals cover, when the file does not say.</param>
    /// <param name="To">Last day, included.</param>
    /// <param name="Shop">The shop that the file's sales belong to, when the file does not name it.</param>
    public sealed record Wish(string Market, string? Kind = null, string? Mapping = null, DateOnly? From = null, DateOnly? To = null, string? Shop = null);

    public static async Task<Import> Handle(Stream content, string fileName, Wish wish, AppDb db, DataPlace place, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var (market, mapping) = await Check(wish, db, actor, cancel);
        var (path, sha, bytes) = await Keep(content, place, cancel);
        var import = new Import
        {
            FileName = OwnName(fileName),
            StoredPath = path,
            Sha256 = sha,
            Bytes = bytes,
            MarketId = market.Id,
            Kind = wish.Kind ?? "",
            Mapping = mapping,
            ShopName = wish.Shop?.Trim() ?? "",
            PeriodFrom = wish.From,
            PeriodTo = wish.To,
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Imports.Add(import);
        db.Audit(actor, "import.received", import, new { import.FileName, import.Sha256, import.Bytes, Market = market.Code });
        await db.SaveChangesAsync(cancel);
        await Recognise(import, db, place, cancel);
        return import;
    }

    /// <summary>Notes what the file is as far as that can be seen; a file that is refused keeps its questions for the preview.</summary>
    internal static async Task Recognise(Import import, AppDb db, DataPlace place, CancellationToken cancel)
    {
        try
        {
            var found = (await OpenFile.Handle(import, db, place, cancel)).Recognition;
            if (found.KindCode is { } code) (import.Kind, import.Layout) = (code, found.Layout);
        }
        catch (Refused) { return; }
        await db.SaveChangesAsync(cancel);
    }

    // Browsers on Windows may send a whole path.
    private static string OwnName(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    private const int LongestName = 200;

    internal static async Task<(Market Market, string Mapping)> Check(Wish wish, AppDb db, Actor actor, CancellationToken cancel)
    {
        var market = await db.Markets.SingleOrDefaultAsync(m => m.Code == wish.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", wish.Market);
        if (wish.From is null != wish.To is null) throw new Refused("period_half");
        var mapping = string.IsNullOrWhiteSpace(wish.Mapping) ? "" : wish.Mapping.Trim();
        if (mapping.Length > 0 && !await db.SavedMappings.AnyAsync(m => m.Name == mapping, cancel)) throw new Refused("mapping_unknown", mapping);
        if (wish.Kind is { Length: > 0 } kind && kind != OrderMapping.Kind && !Kinds.KindList.All.Any(k => k.Code == kind))
            throw new Refused("kind_not_ours", kind, string.Join(", ", Kinds.KindList.All.Select(k => k.Code).Append(OrderMapping.Kind)));
        return (market, mapping);
    }

    private static async Task<(string Path, string Sha256, long Bytes)> Keep(Stream content, DataPlace place, CancellationToken cancel)
    {
        var name = Path.Combine("uploads", Guid.NewGuid().ToString("N"));
        var file = Path.Combine(place.Sub("uploads"), Path.GetFileName(name));
        try
        {
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var bytes = 0L;
            await using (var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                var buffer = new byte[1 << 16];
                int read;
                while ((read = await content.ReadAsync(buffer, cancel)) > 0)
                {
                    sha.AppendData(buffer, 0, read);
                    await target.WriteAsync(buffer.AsMemory(0, read), cancel);
                    bytes += read;
                }
                await target.FlushAsync(cancel);
            }
            return (name, Convert.ToHexStringLower(sha.GetHashAndReset()), bytes);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }
}
