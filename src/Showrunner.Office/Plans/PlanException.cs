namespace Showrunner.Office;

/// <summary>A file that cannot be read as a plan.</summary>
/// <param name="code">Stable: <c>plan_not_xml</c>, <c>plan_not_project</c>, <c>plan_too_large</c> or <c>plan_value</c>.</param>
/// <param name="message">What is wrong and what to do, in English.</param>
public sealed class PlanException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
