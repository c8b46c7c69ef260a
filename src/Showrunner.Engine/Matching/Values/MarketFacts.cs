namespace Showrunner.Engine.Matching.Values;

/// <summary>What is known of a creator; null is unknown.</summary>
/// <param name="Key">Tells creators apart; row numbers will do.</param>
/// <param name="Category">Node of the category he says he is in; -1 for none.</param>
/// <param name="Female">Share of women in his audience, 0 to 1.</param>
/// <param name="PostRate">How often he posts after a sample by what the marketplace says, 0 to 1.</param>
/// <param name="Followers">0 or more.</param>
/// <param name="Samples">Samples that he was sent by the files that count them.</param>
/// <param name="Posted">How many of these he posted about.</param>
/// <param name="Posts">His videos and LIVE shows, where he posted in all of these months.</param>
public sealed record MatchCreator(long Key, int Category = -1, double? Female = null, double? PostRate = null, double? Followers = null, double Samples = 0, double Posted = 0, LastMonths Posts = default);

/// <summary>What is known of a product; null is unknown.</summary>
/// <param name="Key">Tells products apart; row numbers will do.</param>
/// <param name="Path">Nodes of its category from the widest to the narrowest.</param>
/// <param name="Price">In the market's currency, more than 0.</param>
/// <param name="Commission">Share of the price that creators get, 0 to 1.</param>
/// <param name="Rating">Stars.</param>
/// <param name="Shop">Whose it is; 0 for nobody known.</param>
public sealed record MatchProduct(long Key, IReadOnlyList<int> Path, double? Price = null, double? Commission = null, double? Rating = null, long Shop = 0);

/// <summary>What a creator sold of a product.</summary>
/// <param name="Creator">Index.</param>
/// <param name="Product">Index.</param>
/// <param name="Gmv">In the market's currency per 28 days of the time in which he sold it or could have, 0 or more.</param>
/// <param name="Units">Pieces in all.</param>
/// <param name="IsShown">He is known to have shown it, rather than that somebody once bought it through him.</param>
/// <param name="Months">How many times 28 days that time was, more than 0: the longer, the more the amount says.</param>
/// <param name="Course">Lines sold, where he showed it all twelve weeks.</param>
public readonly record struct PairSales(int Creator, int Product, double Gmv, double Units, bool IsShown = true, double Months = 1, LastMonths Course = default);

/// <summary>A product was offered to a creator.</summary>
/// <param name="Creator">Index.</param>
/// <param name="Product">Index.</param>
/// <param name="Accepted">Null while he has not answered.</param>
/// <param name="Posted">Whether he posted about it; null while the time for that is not over, or without a sample.</param>
public readonly record struct PairOffer(int Creator, int Product, bool? Accepted, bool? Posted);

/// <summary>A market as matching sees it.</summary>
/// <param name="Creators">Each once.</param>
/// <param name="Products">Each once.</param>
/// <param name="Sales">Each pair once.</param>
/// <param name="Offers">A pair may have been offered several times.</param>
/// <param name="Words">Of the same creators and products; null where no words are known.</param>
public sealed record MarketFacts(IReadOnlyList<MatchCreator> Creators, IReadOnlyList<MatchProduct> Products, IReadOnlyList<PairSales> Sales, IReadOnlyList<PairOffer> Offers, PairWords? Words = null);
