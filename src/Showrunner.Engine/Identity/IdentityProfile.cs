namespace Showrunner.Engine.Identity;

/// <summary>What is known of one account, as far as it may tell whose it is. Empty or null is unknown and speaks neither for nor against.</summary>
/// <param name="Id">The account's row; pairs are told by it.</param>
/// <param name="Handle">Lower case, without the @.</param>
public sealed record IdentityProfile(long Id, string Handle)
{
    /// <summary>The name shown beside the handle.</summary>
    public string Name { get; init; } = "";
    /// <summary>What the account says of itself.</summary>
    public string Bio { get; init; } = "";
    public string Category { get; init; } = "";
    public string Language { get; init; } = "";
    public string Region { get; init; } = "";
    /// <summary>Row of the agency; 0 is none or unknown.</summary>
    public long Agency { get; init; }
    /// <summary>Telephone numbers of any messenger, each in one writing (see <see cref="ContactKey"/>).</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];
    /// <summary>E-mail addresses, each in one writing.</summary>
    public IReadOnlyList<string> Mails { get; init; } = [];
    /// <summary>Shares from 0 to 1: first that of women, then of the age bands, which add up to 1. Null where not shared.</summary>
    public IReadOnlyList<double>? Audience { get; init; }
    /// <summary>Rows of the products sold most, in rising order, each once.</summary>
    public IReadOnlyList<long> Products { get; init; } = [];
}

/// <summary>One reason for or against two accounts being one person.</summary>
/// <param name="Code">What agrees or differs, e.g. phone, handle_suffix, bio, audience_other.</param>
/// <param name="Argument">What it is about, e.g. the shared number of products; may be empty.</param>
/// <param name="Bits">How much it says: log2 of how much more often it is so with one person than with two. Above 0 speaks for one.</param>
public sealed record Evidence(string Code, string Argument, double Bits);

/// <summary>Two accounts that may be one person's.</summary>
/// <param name="First">The smaller row.</param>
/// <param name="Second">The larger row.</param>
/// <param name="Probability">That they are one person's: of a hundred pairs told with 0.9, about ninety are.</param>
/// <param name="Evidence">The strongest first.</param>
public sealed record SuspectedPair(long First, long Second, double Probability, IReadOnlyList<Evidence> Evidence);
