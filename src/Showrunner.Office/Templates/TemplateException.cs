namespace Showrunner.Office;

/// <summary>A company's template that cannot be used.</summary>
/// <param name="code">
/// kind: another kind of file; broken: no readable package; password: protected by one; macros: holds program code; bomb: unpacks to far more than it should;
/// layout: a deck without a layout that has a title and room below it; outside: loads content from elsewhere.
/// </param>
/// <param name="detail">What in the file: a part's name or a size; empty where the code says all.</param>
public sealed class TemplateException(string code, string detail = "") : Exception(detail.Length == 0 ? code : $"{code}: {detail}")
{
    public string Code => code;
    public string Detail => detail;
}
