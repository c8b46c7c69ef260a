namespace Showrunner.Creators;

/// <summary>How far the work with a creator has come; empty while nobody has begun.</summary>
public static class CreatorStage
{
    public const string None = "", Prospect = "prospect", Contacted = "contacted", Talking = "talking", Sampled = "sampled", Posting = "posting", Partner = "partner", Declined = "declined";

    /// <summary>In the order in which people usually go through them.</summary>
    public static readonly IReadOnlyList<string> All = [Prospect, Contacted, Talking, Sampled, Posting, Partner, Declined];
}
