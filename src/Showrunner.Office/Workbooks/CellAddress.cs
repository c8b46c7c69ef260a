using System.Globalization;

namespace Showrunner.Office;

/// <summary>Addresses in A1 notation; columns count from 0, rows from 1.</summary>
internal static class CellAddress
{
    public const int MostRows = 1_048_576;
    public const int MostColumns = 16_384;

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    public static string Of(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Range(int column, int first, int lastColumn, int last) => Of(column, first) + ":" + Of(lastColumn, last);

    public static string Fixed(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"${Letters(column)}${row}");

    public static string Fixed(string sheet, int column, int first, int last) =>
        SheetNames.Quoted(sheet) + "!" + Fixed(column, first) + (first == last ? "" : ":" + Fixed(column, last));
}
