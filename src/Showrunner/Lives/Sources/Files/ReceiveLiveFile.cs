using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Files;

/// <summary>Takes a file in and says what is understood of it. Nothing counts before it is taken; what nobody took is forgotten after a week.</summary>
public static class ReceiveLiveFile
{
    public const long Largest = 20L << 20;
    private const int KeptDays = 7;

    /// <param name="Session">The show whose minutes it tells; null for a list of shows.</param>
    /// <param name="Market">Code; for a list.</param>
    public sealed record Request(long? Session, string? Market);

    public static async Task<ShowLiveFile.Response> Handle(Request request, Stream content, string name, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        if (!actor.May(LivesRoom.Feed)) actor.Needs(LivesRoom.Plan);
        var session = request.Session is not { } id ? null : await FindSession.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => session == null ? m.Code == request.Market : m.Id == session.MarketId, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        name = Plain(name);
        var (table, now) = (await Read(content, name, session is not null, cancel), clock.GetUtcNow());
        var file = new LiveFile { MarketId = market.Id, SessionId = session?.Id, Name = name, Content = JsonSerializer.Serialize(table), PersonId = actor.PersonId, AuthorName = actor.Name, CreatedAt = now };
        db.Add(file);
        await db.SaveChangesAsync(cancel);
        await db.LiveFiles.Where(f => f.CreatedAt < now.AddDays(-KeptDays)).ExecuteDeleteAsync(cancel);
        return await ShowLiveFile.Handle(file.Id, new(), db, actor, clock, cancel);
    }

    /// <summary>Without the folders that some browsers tell.</summary>
    private static string Plain(string name) => string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(sign => !char.IsControl(sign))).Trim() is { Length: > 0 } plain ? plain : "file";

    private static async Task<FileTable> Read(Stream content, string name, bool isOfOneShow, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew)) await content.CopyToAsync(file, cancel);
            return isOfOneShow ? FileTable.Read(path, name, [[SourceField.Time]], "live_file_no_trend") : FileTable.Read(path, name, ReadList.Needs, "live_file_no_list");
        }
        finally { File.Delete(path); }
    }
}
