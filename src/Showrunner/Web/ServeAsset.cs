namespace Showrunner.Web;

/// <summary>GET /assets/… and /lib/…</summary>
public static class ServeAsset
{
    public static async Task Handle(HttpContext context, Assets assets)
    {
        var response = context.Response;
        if (assets.Find(context.Request.Path.Value ?? "") is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var tag = $"\"{asset.Tag}\"";
        response.Headers.ETag = tag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = context.Request.Query["v"] == asset.Tag ? "public, max-age=31536000, immutable" : "no-cache";
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = asset.Type;
        var (body, encoding) = Choose(asset, context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static (byte[] Body, string? Encoding) Choose(Assets.Asset asset, string accepted)
    {
        if (asset.Brotli.Length > 0 && accepted.Contains("br", StringComparison.Ordinal)) return (asset.Brotli, "br");
        if (asset.Gzip.Length > 0 && accepted.Contains("gzip", StringComparison.Ordinal)) return (asset.Gzip, "gzip");
        return (asset.Plain, null);
    }
}
