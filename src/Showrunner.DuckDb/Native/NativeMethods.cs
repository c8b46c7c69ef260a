using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace Showrunner.DuckDb.Native;

/// <summary>DuckDB's C functions, one file per topic. States are 0 for success; indexes and counts are 64 bits wide.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "duckdb";

    internal const int Success = 0;

    [LibraryImport(Library)]
    internal static partial void duckdb_free(void* memory);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_library_version();

    /// <summary>Text that DuckDB keeps.</summary>
    internal static string TextOf(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>Text that DuckDB hands over to be freed.</summary>
    internal static string Take(byte* text)
    {
        var read = TextOf(text);
        duckdb_free(text);
        return read;
    }
}
