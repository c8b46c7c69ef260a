using Showrunner.Ledger;

namespace Showrunner.Matching;

/// <summary>What came of an offer as far as a last day tells, and from when on silence is an answer.</summary>
internal static class OfferFate
{
    private const int AnswerDays = 30;

    /// <summary>Who has not answered by then does not take it, nor posts who has not by then.</summary>
    public static bool IsOver(DateOnly day, DateOnly last) => day <= last.AddDays(-AnswerDays);

    /// <summary>Null while there may still be an answer.</summary>
    public static bool? Accepted(string answer, DateOnly day, DateOnly last) => answer == OfferAnswer.Accepted ? true : answer == OfferAnswer.Declined || IsOver(day, last) ? false : null;

    /// <summary>Null without a sample, and while some may still post: who posts soon must not count before those who have not posted can.</summary>
    public static bool? Posted(DateOnly? sampled, DateOnly? posted, DateOnly last) => sampled is { } sent && IsOver(sent, last) ? posted is not null : null;
}
