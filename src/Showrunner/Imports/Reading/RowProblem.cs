namespace Showrunner.Imports.Reading;

/// <summary>Why a row is not taken: its number, a stable code, the column's header and the offending text.</summary>
internal sealed record RowProblem(long Row, string Code, string Column, string Text);
