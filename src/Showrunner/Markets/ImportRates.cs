using System.Globalization;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Markets;

/// <summary>Loads dated exchange rates from CSV lines <c>day,from,to,rate[,source]</c>. All of the file or nothing; a later file's rate for a day replaces the earlier.</summary>
public static class ImportRates
{
    /// <returns>How many rates were new or different.</returns>
    public static async Task<int> Handle(IEnumerable<string> lines, string fileName, AppDb db, CancellationToken cancel)
    {
        var changed = 0;
        var row = 0;
        foreach (var line in lines)
        {
            row++;
            var cells = line.Trim().TrimStart('\uFEFF').Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (line.Trim().Length == 0 || (row == 1 && !char.IsAsciiDigit(cells[0].FirstOrDefault()))) continue;
            if (cells.Length < 4 || !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || !IsCurrency(cells[1]) || !IsCurrency(cells[2])
                || !decimal.TryParse(cells[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate <= 0)
                throw new Refused("rate_line_wrong", fileName, row, line.Trim());
            var known = await db.ExchangeRates.FindAsync([cells[1].ToUpperInvariant(), cells[2].ToUpperInvariant(), day], cancel);
            if (known is null) db.ExchangeRates.Add(known = new ExchangeRate { FromCurrency = cells[1].ToUpperInvariant(), ToCurrency = cells[2].ToUpperInvariant(), Day = day });
            if (known.Rate == rate) continue;
            (known.Rate, known.Source) = (rate, cells.Length > 4 ? cells[4] : fileName);
            changed++;
        }
        await db.SaveChangesAsync(cancel);
        return changed;
    }

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetter);
}
