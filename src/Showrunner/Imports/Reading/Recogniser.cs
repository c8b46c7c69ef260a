using Showrunner.Imports.Kinds;
using Showrunner.Imports.Mapping;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>Finds the header in a file's first rows and says which kind of export it is.</summary>
internal static class Recogniser
{
    private const int RowsLookedAt = 30;

    public static Recognition Recognise(string path, string fileName, string? kindCode = null, OrderMapping? mapping = null)
    {
        using var source = RowSource.Open(path, fileName);
        return Recognise(source, kindCode, mapping);
    }

    /// <summary>Reads the source's first rows; open it again to read its data.</summary>
    public static Recognition Recognise(RowSource source, string? kindCode = null, OrderMapping? mapping = null)
    {
        var kinds = KindList.All.Where(kind => kindCode is null || kind.Code == kindCode).ToList();
        var period = PeriodText.Find(Path.GetFileName(source.FileName));
        HeaderMatch? nearest = null;
        HeaderRow? widest = null;
        while (source.Row < RowsLookedAt && source.Read())
        {
            var row = HeaderRow.Of(source);
            if (row.Filled < 2)
            {
                if (row.Filled == 1) period = PeriodText.Find(row.OnlyText) ?? period;
                continue;
            }
            if (mapping is not null)
            {
                if (mapping.Match(row) is { } mapped) return mapped;
                if (row.Filled > (widest?.Filled ?? 0)) widest = row;
                continue;
            }
            var best = kinds.SelectMany(kind => kind.Layouts.Select(layout => HeaderMatch.Of(row, kind, layout)))
                .OrderByDescending(match => match.Missing.Count == 0).ThenByDescending(match => match.Matched)
                .ThenBy(match => match.Missing.Count).First();
            if (best.Missing.Count == 0) return best.Recognition(period);
            best.RefuseMixedLanguages();
            if (best.Matched > (nearest?.Matched ?? 0)) nearest = best;
            if (row.Filled > (widest?.Filled ?? 0)) widest = row;
            period = row.Texts.Select(PeriodText.Find).FirstOrDefault(found => found is not null) ?? period;
        }
        if (mapping is not null) throw mapping.NoMatch(source.FileName, widest);
        return new Recognition
        {
            FileName = source.FileName,
            Columns = (nearest?.Row ?? widest)?.Unused() ?? [],
            HeaderRow = (nearest?.Row ?? widest)?.Row ?? 0,
            Nearest = nearest?.AsNearest(),
            PeriodFrom = period?.From,
            PeriodTo = period?.To,
        };
    }

    /// <summary>The refusal of a file that is of no kind: what was found, what is nearest, what it misses.</summary>
    public static Refused Unknown(Recognition recognition) => recognition.Nearest is { } nearest
        ? new Refused("kind_nearly", recognition.FileName, Headers(recognition), nearest.Kind, nearest.Layout, string.Join(", ", nearest.MissingColumns))
        : new Refused("kind_unknown", recognition.FileName, Headers(recognition));

    private static string Headers(Recognition recognition)
    {
        var headers = string.Join(", ", recognition.Columns.Select(column => column.Header).Where(header => header.Length > 0).Take(40));
        return headers.Length > 800 ? headers[..800] + "…" : headers;
    }
}
