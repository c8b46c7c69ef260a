namespace Showrunner.Office;

/// <summary>What a chart looks like.</summary>
public enum ChartKind
{
    /// <summary>A course over time; gaps where a value is unknown.</summary>
    Line,

    /// <summary>Upright columns from zero. A series may be drawn as a line over them.</summary>
    Column,

    /// <summary>Parts of a whole per category.</summary>
    StackedColumn,

    /// <summary>Lying bars from zero, the first row on top: for rankings and long names.</summary>
    Bar,

    /// <summary>Shares of a whole, one series, at most <see cref="ChartSpec.Points"/> slices (8 when null); what is left over is the caller's matter.</summary>
    Pie,

    /// <summary>Points by two numbers: <see cref="ChartSpec.Category"/> names the column across, the series the one upwards.</summary>
    Scatter,
}

/// <summary>What a series is in the story; decides its colour and stroke.</summary>
public enum SeriesRole
{
    /// <summary>What the chart is about.</summary>
    Subject,

    /// <summary>What surrounds the subject: grey.</summary>
    Context,

    /// <summary>The earlier period or the plan: dashed line, pale column.</summary>
    Comparison,

    /// <summary>One of several equals; takes the next colour of <see cref="Palette.Series"/>.</summary>
    Group,
}

/// <summary>Where a chart stands on its sheet.</summary>
public enum ChartPlace
{
    /// <summary>Right of its table.</summary>
    Beside,

    /// <summary>Under its table and notes.</summary>
    Below,
}

/// <summary>One column of the table drawn as a series.</summary>
/// <param name="Column">Name of a number column.</param>
/// <param name="Role">What the series is in the story.</param>
/// <param name="Colour">Place in <see cref="Palette.Series"/> from 0, for groups whose colour is fixed (a channel).</param>
public sealed record ChartSeries(string Column, SeriesRole Role = SeriesRole.Subject, int? Colour = null)
{
    /// <summary>Drawn as a line over upright columns, on the same axis.</summary>
    public bool AsLine { get; init; }

    /// <summary>Drawn as a line by a scale of its own on the right: a rate over amounts. For lines and upright columns.</summary>
    public bool SecondAxis { get; init; }
}

/// <summary>A native chart over the columns of a table; it stays editable and follows its cells.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Title">The finding or the question, as a sentence.</param>
/// <param name="Category">Name of the column along the axis.</param>
/// <param name="Series">What is drawn, back to front.</param>
public sealed record ChartSpec(ChartKind Kind, string Title, string Category, params IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Number format of the axis; the format of the first series' column when null.</summary>
    public CellFormat? Format { get; init; }

    public string? CategoryTitle { get; init; }

    public string? ValueTitle { get; init; }

    /// <summary>Number format of the second axis; the format of its first series' column when null.</summary>
    public CellFormat? SecondFormat { get; init; }

    /// <summary>Title of the second axis; the names of its series when null.</summary>
    public string? SecondTitle { get; init; }

    /// <summary>Column whose text stands beside each point of a scatter chart of up to 25 points.</summary>
    public string? Label { get; init; }

    /// <summary>Text for people who cannot see the chart; made from the data when null.</summary>
    public string? Description { get; init; }

    /// <summary>Draw only the first rows, e.g. the top ten of a long ranking.</summary>
    public int? Points { get; init; }

    public ChartPlace Place { get; init; } = ChartPlace.Beside;

    /// <summary>Width on a sheet in pixels at 96 dpi; a deck gives a chart its slide.</summary>
    public int Width { get; init; } = 680;

    /// <summary>Height on a sheet in pixels at 96 dpi.</summary>
    public int Height { get; init; } = 340;

    /// <summary>Rows kept for the drawing of a chart that names no number of points.</summary>
    internal const int MostPoints = 2_000;

    /// <summary>Rows drawn.</summary>
    internal int Drawn => Points ?? (Kind == ChartKind.Pie ? Palette.Series.Count : MostPoints);

    /// <summary>Columns drawn, the category first.</summary>
    internal IEnumerable<string> Columns => Series.Select(s => s.Column).Prepend(Category).Concat(Label is null ? [] : [Label]).Distinct();
}
