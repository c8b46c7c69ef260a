using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Alerts as JSON to other programs: <c>text</c> is what chats show, <c>alerts</c> what programs read.</summary>
public sealed class CallPrograms(AppDb db, Postman postman, WriteNotice write, IDataProtectionProvider keys, ProgramCaller caller, TimeProvider clock, ILogger<CallPrograms> log) : SendWaiting<AlertNotice>(db, postman, clock, log)
{
    private readonly TimeProvider _clock = clock;

    protected override bool CanSend => true;

    protected override IQueryable<AlertNotice> Released
    {
        get
        {
            var since = _clock.GetUtcNow() - AlertNotice.Fresh;
            return Db.AlertNotices.Where(n => n.IsCall && n.QueuedAt > since);
        }
    }

    protected override async Task<(Posted Outcome, string Said)> Post(AlertNotice delivery, CancellationToken cancel)
    {
        var route = await Db.AlertRoutes.AsNoTracking().FirstOrDefaultAsync(r => r.Id == delivery.RouteId, cancel);
        if (route is null || ProgramAddress.Of(route.Secret, keys) is not { } program) return (Posted.Refused, "no address");
        var lines = await write.Handle(delivery, cancel);
        var text = string.Join('\n', lines.Select(line => $"{line.Name}: {line.Title}{(line.Creator.Length > 0 ? " @" + line.Creator : "")} ({line.Market}). {line.Saw} {line.Try}{(line.Url is { } url ? " " + url : "")}"));
        return await caller.Post(program, delivery.MessageId.Trim('<', '>'), JsonSerializer.SerializeToUtf8Bytes(new { text, alerts = lines }, JsonSerializerOptions.Web), cancel);
    }

    protected override Task<Letter> Write(AlertNotice delivery, CancellationToken cancel) => throw new NotSupportedException("Programs get no letters.");
}

/// <summary>One request to another program. It is signed where a key was agreed on: <c>X-Showrunner-Signature: sha256=</c> and the HMAC-SHA256 of the body in hexadecimals.</summary>
public sealed class ProgramCaller(HttpClient http)
{
    public static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1 << 16 };

    internal async Task<(Posted Outcome, string Said)> Post(ProgramAddress program, string id, byte[] body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, program.Address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } } };
        request.Headers.Add("X-Showrunner-Id", id);
        if (program.Key.Length > 0) request.Headers.Add("X-Showrunner-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(program.Key), body)));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var said = $"HTTP {(int)answer.StatusCode}";
            return answer.IsSuccessStatusCode ? (Posted.Sent, "") : (int)answer.StatusCode is >= 400 and < 500 && answer.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests) ? (Posted.Refused, said) : (Posted.Later, said);
        }
        catch (HttpRequestException problem) { return (Posted.Later, problem.Message); }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { return (Posted.Later, "timeout"); }
    }
}
