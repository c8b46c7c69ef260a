using System.Globalization;

namespace Showrunner.Creators.Work;

/// <summary>A value of creators that actions change, in SQL that both databases run: <c>creator</c> is the row, <c>s</c> a step, <c>a</c> the action.</summary>
/// <param name="Code">As steps name it.</param>
/// <param name="Value">What it is now, as text.</param>
/// <param name="At">Since when; NULL where that is not kept.</param>
/// <param name="Set">Takes the step's new value over.</param>
internal sealed record WorkField(string Code, string Value, string At, string Set)
{
    private const string LabelPrefix = "label.";

    public static readonly WorkField
        Stage = new("stage", "creator.stage", "creator.stage_since", "stage = s.new_value, stage_since = s.new_at"),
        Owner = new("owner", "coalesce(CAST(creator.owner_id AS text), '')", "NULL", "owner_id = CAST(nullif(s.new_value, '') AS bigint)"),
        Contacted = new("contacted", "''", "creator.last_contacted_at", "last_contacted_at = s.new_at")
        {
            Differs = "(creator.last_contacted_at IS NULL OR creator.last_contacted_at < a.done_at)",
            IsAsLeft = "creator.last_contacted_at IS NOT DISTINCT FROM s.new_at",
        };

    /// <summary>Would the action change anything? {0} is its new value.</summary>
    public string Differs { get; init; } = Value + " <> {0}";
    /// <summary>Is the value still as the step left it?</summary>
    public string IsAsLeft { get; init; } = Value + " = s.new_value";

    public static WorkField Label(long id)
    {
        var row = id.ToString(CultureInfo.InvariantCulture);
        return new WorkField(LabelPrefix + row, $"CASE WHEN creator.labels LIKE '%,{row},%' THEN '1' ELSE '' END", "NULL",
            $"labels = CASE WHEN s.new_value = '1' THEN creator.labels || '{row},' ELSE replace(creator.labels, ',{row},', ',') END");
    }

    public static WorkField Of(string code) => code switch
    {
        "stage" => Stage,
        "owner" => Owner,
        "contacted" => Contacted,
        _ => Label(LabelOf(code) ?? throw new InvalidOperationException($"No action changes {code}.")),
    };

    /// <summary>The label's row, where the field is one.</summary>
    public static long? LabelOf(string code) => code.StartsWith(LabelPrefix, StringComparison.Ordinal) ? long.Parse(code[LabelPrefix.Length..], CultureInfo.InvariantCulture) : null;
}
