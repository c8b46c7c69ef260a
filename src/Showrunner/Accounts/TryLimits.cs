using System.Net;
using System.Threading.RateLimiting;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>How often a door may be tried: from one address, and for one name from one address.</summary>
public sealed class TryLimits : IDisposable
{
    public const int PerAddress = 60, PerName = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<(string Address, string Name)> _limits = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Name), string>(t => Limit(t.Address, PerAddress)),
        PartitionedRateLimiter.Create<(string Address, string Name), string>(t => Limit(t.Address + " " + t.Name, PerName)));

    private static RateLimitPartition<string> Limit(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
    {
        PermitLimit = permits,
        Window = Window,
        SegmentsPerWindow = 5,
        QueueLimit = 0,
    });

    /// <summary>Refuses with <c>too_many_tries</c>.</summary>
    public void Take(HttpContext context, string name)
    {
        using var lease = _limits.AttemptAcquire((Address(context.Connection.RemoteIpAddress), name.Trim().ToLowerInvariant()));
        if (!lease.IsAcquired) throw new Refused("too_many_tries", (int)Window.TotalMinutes);
    }

    /// <summary>An IPv6 household owns its whole /64.</summary>
    private static string Address(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 16 ? Convert.ToHexString(bytes, 0, 8) : address.ToString();
    }

    public void Dispose() => _limits.Dispose();
}
