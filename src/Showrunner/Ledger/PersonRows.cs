using System.Globalization;

namespace Showrunner.Ledger;

/// <summary>Facts of creators who were asked for by any of their handles: one that stands behind a person means the person, so old addresses lead on.</summary>
internal static class PersonRows
{
    /// <param name="column">Where the facts name their creator.</param>
    /// <param name="ids">Rows of creators; 0 stands for nobody. None is no condition.</param>
    /// <returns>A condition that begins with AND, or nothing.</returns>
    public static string Of(string column, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0) return "";
        var list = string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        return $" AND {column} IN (SELECT coalesce(merged_into_id, id) FROM creator WHERE id IN ({list}){(ids.Contains(0) ? " UNION ALL SELECT 0" : "")})";
    }
}
