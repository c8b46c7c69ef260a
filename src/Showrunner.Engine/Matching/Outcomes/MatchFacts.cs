namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Shares of an audience or of buyers; null or empty where not known. Shares lie between 0 and 1.</summary>
public sealed record Audience(double? Female = null, IReadOnlyDictionary<string, double>? Ages = null, IReadOnlyDictionary<string, double>? Countries = null);

/// <summary>What is known of a creator apart from what he did; everything but the id may be unknown.</summary>
public sealed record CreatorFacts(string Id)
{
    public string? Category { get; init; }
    public string? Country { get; init; }
    public string? Language { get; init; }

    /// <summary>0 or more.</summary>
    public double? Followers { get; init; }
    public string? Bio { get; init; }
    public Audience? Audience { get; init; }
}

/// <summary>What is known of a product apart from what happened to it; everything but the id may be unknown.</summary>
public sealed record ProductFacts(string Id)
{
    /// <summary>From the widest to the narrowest.</summary>
    public IReadOnlyList<string> Category { get; init; } = [];

    /// <summary>In the market's currency, more than 0.</summary>
    public double? Price { get; init; }

    /// <summary>Share of the price, 0 to 1.</summary>
    public double? Commission { get; init; }
    public string? Shop { get; init; }
    public string? Brand { get; init; }
    public string? Country { get; init; }
    public string? Language { get; init; }
    public string? Text { get; init; }
    public int? ListedOn { get; init; }
    public Audience? Buyers { get; init; }
}
