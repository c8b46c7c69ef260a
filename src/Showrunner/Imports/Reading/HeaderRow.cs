namespace Showrunner.Imports.Reading;

/// <summary>A row that may be a header: its texts, and how they compare.</summary>
internal sealed class HeaderRow
{
    public required string FileName { get; init; }
    public required long Row { get; init; }
    public required string[] Texts { get; init; }
    public required string[] Normal { get; init; }
    public required string? Currency { get; init; }
    public int Filled => Texts.Count(text => text.Length > 0);
    public string OnlyText => Texts.First(text => text.Length > 0);

    public static HeaderRow Of(RowSource source)
    {
        var texts = source.Copy();
        var normal = new string[texts.Length];
        string? currency = null;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = texts[i].Trim().Trim('\uFEFF');
            normal[i] = HeaderText.Normal(texts[i], out var sign);
            currency ??= sign;
        }
        return new HeaderRow { FileName = source.FileName, Row = source.Row, Texts = texts, Normal = normal, Currency = currency };
    }

    public IReadOnlyList<RecognisedColumn> Unused() => [.. Texts.Select((text, index) => new RecognisedColumn(index, text, null))];
}
