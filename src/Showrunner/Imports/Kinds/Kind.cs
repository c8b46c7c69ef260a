namespace Showrunner.Imports.Kinds;

internal enum FactFamily { OrderLines, PeriodTotals, Content, Products, Creators, Goods, Offers }

/// <summary>One kind of file: a code, what it fills, and the headers it has had by language and era.</summary>
internal sealed record Kind(string Code, FactFamily Family, params Layout[] Layouts);

/// <summary>One set of headers. A header with an empty field is known and not used.</summary>
internal sealed record Layout(string Name, string[] Required, params (string Header, string Field)[] Columns)
{
    /// <summary>For content: what it is and what its figures cover (StatWindow).</summary>
    public string ContentKind { get; init; } = "";
    public string Window { get; init; } = "";

    /// <summary>True for languages of one export: two of them in one header row are a mix-up, not an era.</summary>
    public bool IsLanguage { get; init; }

    /// <summary>True where a file may say one field under several names: the one that stands first here counts.</summary>
    public bool FirstNameCounts { get; init; }
}

internal static class KindList
{
    public static readonly IReadOnlyList<Kind> All =
    [
        SellerAffiliateOrders.Kind, PartnerTapOrders.Kind, CreatorList.Kind, VideoList.Kind, AffiliateLiveList.Kind, SellerLiveAnalysis.Kind, ProductList.Kind, CreatorProfiles.Kind, GoodsList.Kind, OfferList.Kind,
    ];
}
