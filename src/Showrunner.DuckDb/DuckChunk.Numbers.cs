namespace Showrunner.DuckDb;

public sealed unsafe partial class DuckChunk
{
    internal long Int64At(int column, int row)
    {
        var given = Given(column, row);
        return given.Type switch
        {
            DuckType.BigInt => At<long>(column, row),
            DuckType.Integer => At<int>(column, row),
            DuckType.SmallInt => At<short>(column, row),
            DuckType.TinyInt => At<sbyte>(column, row),
            DuckType.UInteger => At<uint>(column, row),
            DuckType.USmallInt => At<ushort>(column, row),
            DuckType.UTinyInt => At<byte>(column, row),
            DuckType.UBigInt => checked((long)At<ulong>(column, row)),
            DuckType.HugeInt => checked((long)At<Int128>(column, row)),
            _ => throw given.Mismatch("an integer"),
        };
    }

    internal Int128 Int128At(int column, int row)
    {
        var given = Given(column, row);
        return given.Type switch
        {
            DuckType.HugeInt => At<Int128>(column, row),
            DuckType.UHugeInt => checked((Int128)At<UInt128>(column, row)),
            DuckType.UBigInt => At<ulong>(column, row),
            _ => Int64At(column, row),
        };
    }

    internal double DoubleAt(int column, int row)
    {
        var given = Given(column, row);
        return given.Type switch
        {
            DuckType.Double => At<double>(column, row),
            DuckType.Float => At<float>(column, row),
            DuckType.Decimal => (double)DecimalAt(column, row),
            _ => (double)Int128At(column, row),
        };
    }

    internal decimal DecimalAt(int column, int row)
    {
        var given = Given(column, row);
        if (given.Type != DuckType.Decimal) return checked((decimal)Int128At(column, row));
        return given.Stored switch
        {
            DuckType.SmallInt => Scaled.ToDecimal(At<short>(column, row), given.Scale),
            DuckType.Integer => Scaled.ToDecimal(At<int>(column, row), given.Scale),
            DuckType.BigInt => Scaled.ToDecimal(At<long>(column, row), given.Scale),
            _ => Scaled.ToDecimal(At<Int128>(column, row), given.Scale),
        };
    }
}
