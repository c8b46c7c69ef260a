using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Showrunner.Lives.Sources.Polling;

public enum AskedAs { Answered, Throttled, Refused, Failed }

/// <param name="Data">What was asked for, where it was answered.</param>
/// <param name="Said">Code and words of an answer that is none.</param>
/// <param name="Wait">How long the marketplace asks to wait.</param>
public sealed record MarketplaceAnswer(AskedAs As, JsonElement Data, string Said = "", TimeSpan? Wait = null);

/// <summary>One request to the marketplace's interface, signed where there is a key to sign with.</summary>
public sealed class AskMarketplace(HttpClient http, PollSettings settings, TimeProvider clock)
{
    private const long TooOften = 36009002, NoPermission = 66009315, FirstTokenProblem = 105_000, LastTokenProblem = 105_999;

    public static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = 8 << 20 };

    public async Task<MarketplaceAnswer> Get(string path, PollSecret secret, IEnumerable<(string Name, string Value)> query, CancellationToken cancel)
    {
        var asked = query.Where(pair => pair.Value.Length > 0).ToList();
        if (secret.AppKey.Length > 0) asked.AddRange([("app_key", secret.AppKey), ("timestamp", clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))]);
        if (secret.AppKey.Length > 0) asked.Add(("sign", Sign(path, asked, secret.AppSecret)));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.Address!, path + (asked.Count == 0 ? "" : "?" + string.Join('&', asked.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")))));
        request.Headers.TryAddWithoutValidation("x-tts-access-token", secret.Token);
        request.Content = new StringContent("", Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
            var text = await response.Content.ReadAsStringAsync(cancel);
            return Read((int)response.StatusCode, text, wait);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || problem is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return new(AskedAs.Failed, default, problem is OperationCanceledException ? "timeout" : problem.Message);
        }
    }

    private static MarketplaceAnswer Read(int status, string text, TimeSpan? wait)
    {
        var (code, message, data) = (0L, "", default(JsonElement));
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new JsonException();
            if (root.TryGetProperty("code", out var told) && told.ValueKind == JsonValueKind.Number && told.TryGetInt64(out var number)) code = number;
            if (root.TryGetProperty("message", out var words) && words.ValueKind == JsonValueKind.String) message = words.GetString()!;
            if (root.TryGetProperty("data", out var found) && found.ValueKind == JsonValueKind.Object) data = found.Clone();
        }
        catch (JsonException) when (status >= 400) { /* then its status says it */ }
        catch (JsonException) { return new(AskedAs.Failed, default, "no JSON"); }
        var said = string.Create(CultureInfo.InvariantCulture, $"{(code != 0 ? code : status)} {message}").Trim();
        if (status == 429 || code == TooOften) return new(AskedAs.Throttled, default, said, wait);
        if (status is 401 or 403 || code is >= FirstTokenProblem and <= LastTokenProblem or NoPermission) return new(AskedAs.Refused, default, said);
        return status is < 200 or >= 300 || code != 0 || data.ValueKind != JsonValueKind.Object ? new(AskedAs.Failed, default, said, wait) : new(AskedAs.Answered, data);
    }

    /// <summary>HMAC-SHA256 in hexadecimal over the path and the sorted query between two secrets.</summary>
    internal static string Sign(string path, IEnumerable<(string Name, string Value)> query, string secret)
    {
        var text = secret + path + string.Concat(query.OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => pair.Name + pair.Value)) + secret;
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }
}
