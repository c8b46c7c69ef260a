namespace Showrunner.Office;

/// <summary>The colours of every workbook and deck, as RRGGBB. Roles are fixed: a colour means the same everywhere.</summary>
public static class Palette
{
    /// <summary>What the page is about; headings.</summary>
    public const string Subject = "0F5C6E";

    /// <summary>Everything around the subject.</summary>
    public const string Context = "A3AFB6";

    /// <summary>The period or plan compared with; always dashed where it is a line.</summary>
    public const string Comparison = "75838B";

    public const string Ink = "1D2B33";
    public const string Heading = "0B4454";
    public const string Muted = "5B6B74";
    public const string Rule = "DDE4E7";
    public const string Wash = "F3F7F8";
    public const string Band = "E4EEF0";
    public const string Paper = "FFFFFF";
    public const string Night = "0B3945";
    public const string NightText = "C9DEE3";
    public const string Good = "19734F";
    public const string Bad = "B03A2E";

    /// <summary>
    /// Eight colours told apart with any kind of colour vision, in fixed order: by channel LIVE, video,
    /// product card, link, then further groups. Eight is enough: more groups are "Other".
    /// </summary>
    public static IReadOnlyList<string> Series { get; } =
    [
        "0F5C6E", "E69A2E", "6FB3D9", "6C5BB5", "5F9E6E", "A83C1E", "E3D7A3", "A8DADC",
    ];
}
