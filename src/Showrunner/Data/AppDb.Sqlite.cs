using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Showrunner.Data;

public sealed partial class AppDb
{
    /// <summary>SQLite has no instant: they are stored as microseconds since 1970, which sort and compare as numbers.</summary>
    private static void SqliteConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();

    /// <summary>On a full disk: SQLite's log keeps the room that an undone transaction took until it is cut.</summary>
    public async Task GiveBackSpace(CancellationToken cancel)
    {
        if (IsPostgres) return;
        try { await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel); }
        catch (Exception still) when (DiskFull.Is(still)) { /* then whoever writes next says so */ }
    }

    internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => Instants.ToMicroseconds(instant), microseconds => Instants.FromMicroseconds(microseconds));
}
