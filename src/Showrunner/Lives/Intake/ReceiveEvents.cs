using System.Buffers;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Intake;

/// <summary>Takes a batch of events of a show. It is answered when what is good in it is durable; what is wrong in it stands in the answer.</summary>
public static class ReceiveEvents
{
    /// <summary>Bytes of a batch, packed or not.</summary>
    public const int Largest = 8 * 1024 * 1024;
    public const string DefaultSource = "api";

    /// <param name="Session">The show's number, as the marketplace calls it.</param>
    /// <param name="Market">Code; needed where several markets have a show of that number, or it is not known yet.</param>
    /// <param name="Source">Who tells, where an event does not say so itself.</param>
    public sealed record Request(string Session, string? Market, string? Source);

    /// <param name="Received">Events in the batch, good and wrong.</param>
    /// <param name="Counted">New ones.</param>
    /// <param name="Repeated">Known already, and counted once.</param>
    /// <param name="Rejected">Why the wrong ones are wrong; the first hundred.</param>
    public sealed record Response(long Session, int Received, int Counted, int Repeated, int RejectedCount, IReadOnlyList<Rejected> Rejected);
    public sealed record Rejected(int Line, string Code, string Detail);

    public static async Task<Response> Handle(Request request, Stream body, bool isPacked, EventQueue queue, AppDb db, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Feed);
        var source = (request.Source ?? DefaultSource).Trim();
        if (source.Length is 0 or > 100) throw new Refused("live_source");
        using var text = await Whole(body, isPacked, cancel);
        var (session, market) = await FindSession.Handle(request.Session, request.Market, db, actor, cancel) ?? await OpenFromEvents(request, text, db, actor, clock, cancel);
        var now = clock.GetUtcNow();
        var read = ReadBatch.From(text.Span, new ReadEvent(session.Id, market.Rules, source, now));
        var batch = new Batch(session.Id, source, read.Events, read.WrongCount);
        if (read.Events.Count + read.WrongCount > 0)
        {
            if (!queue.TryAdd(batch)) throw new Refused("too_busy");
            try { await batch.Stored.WaitAsync(cancel); }
            catch (Exception problem) when (problem is not OperationCanceledException || !cancel.IsCancellationRequested) { throw DiskFull.Is(problem) ? problem : new Refused("not_stored"); }
        }
        var counted = read.Events.Count == 0 ? 0 : await batch.Stored;
        return new(session.Id, read.Events.Count + read.WrongCount, counted, read.Events.Count - counted, read.WrongCount,
            [.. read.Wrong.Select(wrong => new Rejected(wrong.Line, wrong.Code, texts.Say(actor.Language, "refused." + wrong.Code, wrong.Arguments)))]);
    }

    /// <summary>A show that nobody opened yet opens by its own first event, if that says the market.</summary>
    private static async Task<FindSession.Found> OpenFromEvents(Request request, Body text, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var started = StartedEvent.In(text.Span);
        if (started is null && request.Market is null) throw new Refused("not_found");
        if (started is null) throw new Refused("live_session_unknown", request.Session);
        var opened = await OpenSession.Open(new(request.Market ?? started.Market, request.Session, started.Title, started.Creator, started.Shop, started.At, started.Target, null, started.Minutes), db, actor, clock, cancel);
        return new(opened, await db.Markets.AsNoTracking().SingleAsync(m => m.Id == opened.MarketId, cancel));
    }

    private static async Task<Body> Whole(Stream body, bool isPacked, CancellationToken cancel)
    {
        await using var unpacked = isPacked ? new GZipStream(body, CompressionMode.Decompress, leaveOpen: true) : null;
        var (from, buffer, length) = ((Stream?)unpacked ?? body, ArrayPool<byte>.Shared.Rent(64 * 1024), 0);
        try
        {
            while (true)
            {
                var read = await from.ReadAsync(buffer.AsMemory(length), cancel);
                if (read == 0) return new Body(buffer, length);
                length += read;
                if (length > Largest) throw new Refused("live_batch_too_large", Largest / 1024 / 1024);
                if (length < buffer.Length) continue;
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
        catch (Exception problem)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw problem is InvalidDataException ? new Refused("live_gzip") : problem is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? new Refused("live_batch_too_large", Largest / 1024 / 1024) : problem;
        }
    }

    private sealed record Body(byte[] Buffer, int Length) : IDisposable
    {
        public ReadOnlySpan<byte> Span => Buffer.AsSpan(0, Length);
        public void Dispose() => ArrayPool<byte>.Shared.Return(Buffer);
    }
}
