namespace Showrunner.DuckDb.Native;

/// <summary>Appenders give their errors as a number and a bare message; the names are those that other messages begin with.</summary>
internal static class ErrorKinds
{
    public static string Name(int type) => type switch
    {
        2 => "Conversion",
        10 => "TransactionContext",
        13 => "Catalog",
        18 => "Constraint",
        24 => "Binder",
        28 => "IO",
        29 => "INTERRUPT",
        30 => "FATAL",
        31 => "INTERNAL",
        32 => "Invalid Input",
        33 => "Out of Memory",
        _ => "",
    };
}
