using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Showrunner.Data;

public sealed partial class AppDb
{
    /// <summary>SQLite has no instant: they are stored as microseconds since 1970, which sort and compare as numbers.</summary>
    private static void SqliteConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();

    internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => Instants.ToMicroseconds(instant), microseconds => Instants.FromMicroseconds(microseconds));
}
