namespace Showrunner.Office;

/// <summary>In which functions lookups are written.</summary>
public enum LookupForm
{
    /// <summary>INDEX and MATCH, which every spreadsheet calculates.</summary>
    IndexMatch,

    /// <summary>XLOOKUP, for Excel 2021 and later.</summary>
    XLookup,
}
