using Showrunner.Web;

namespace Showrunner.Matching.Workbench;

/// <summary>Who is ahead and why, in one sentence.</summary>
internal static class CompareWords
{
    public static string Verdict(CompareCreators.Response compared, Say say, Formats formats)
    {
        var verdict = compared.Verdict;
        if (verdict.Ahead is not { } id) return say["match.compare." + verdict.Why];
        var first = compared.Creators[0].Value.Creator.Id == id;
        var (better, worse) = first ? (compared.Creators[0], compared.Creators[1]) : (compared.Creators[1], compared.Creators[0]);
        var (name, other, by) = (better.Value.Creator.Handle, worse.Value.Creator.Handle, formats.Money(verdict.ByMinor));
        return verdict switch
        {
            { Why: "only" } => say["match.compare.only", name, other, say["match.compare.out." + worse.LeftOut!.Why]],
            { Why: "loss" } => say["match.compare.loss", name, by],
            { Part: null } => say["match.compare.value", name, by],
            { Row: null } => say["match.compare.part", name, by, Part(verdict.Part), Figure(better, verdict.Part), Figure(worse, verdict.Part)],
            { Row: { } row } => say["match.compare.because", name, by, Part(verdict.Part), Figure(better, verdict.Part), Figure(worse, verdict.Part), Reason(compared.Rows[row], first)],
        };

        string Part(string part) => say["match.compare.for." + part];
        string Figure(CompareCreators.Side side, string part) => part switch { "accept" => formats.Rate(side.Value.Accept), "post" => formats.Rate(side.Value.Post), _ => formats.Money(side.Value.GmvMinor) };

        // Whose fact moves it more: what speaks for the one, or what speaks against the other.
        string Reason(CompareCreators.Row row, bool firstIsBetter)
        {
            var (mine, theirs) = firstIsBetter ? (row.For[0], row.For[1]) : (row.For[1], row.For[0]);
            var (who, told) = Math.Log(mine.Times) >= -Math.Log(theirs.Times) ? (name, mine) : (other, theirs);
            return $"@{who}: {ReasonWords.Sentence(told.Text, told.Values, say, formats)}";
        }
    }
}
