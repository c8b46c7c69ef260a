namespace Showrunner.Office;

/// <summary>The theme part shared by workbooks and decks: fonts, colours and plain fills.</summary>
internal static class Theme
{
    public const string Font = "Calibri";

    public const string ContentType = "application/vnd.openxmlformats-officedocument.theme+xml";

    public static string Xml { get; } = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Showrunner"><a:themeElements>
        <a:clrScheme name="Showrunner"><a:dk1><a:srgbClr val="{Palette.Ink}"/></a:dk1><a:lt1><a:srgbClr val="{Palette.Paper}"/></a:lt1>
        <a:dk2><a:srgbClr val="{Palette.Heading}"/></a:dk2><a:lt2><a:srgbClr val="{Palette.Wash}"/></a:lt2>
        {string.Concat(Enumerable.Range(0, 6).Select(i => $"<a:accent{i + 1}><a:srgbClr val=\"{Palette.Series[i]}\"/></a:accent{i + 1}>"))}
        <a:hlink><a:srgbClr val="{Palette.Subject}"/></a:hlink><a:folHlink><a:srgbClr val="{Palette.Comparison}"/></a:folHlink></a:clrScheme>
        <a:fontScheme name="Showrunner"><a:majorFont><a:latin typeface="{Font}"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>
        <a:minorFont><a:latin typeface="{Font}"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>
        <a:fmtScheme name="Showrunner"><a:fillStyleLst>{Thrice(Fill)}</a:fillStyleLst>
        <a:lnStyleLst>{Thrice($"<a:ln w=\"9525\">{Fill}</a:ln>")}</a:lnStyleLst>
        <a:effectStyleLst>{Thrice("<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst>
        <a:bgFillStyleLst>{Thrice(Fill)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
        """;

    private const string Fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";

    private static string Thrice(string xml) => xml + xml + xml;
}
