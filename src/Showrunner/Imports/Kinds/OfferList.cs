namespace Showrunner.Imports.Kinds;

/// <summary>A team's own list of which products it offered to whom, in whatever language it keeps it, and what came of it: answer, sample, content.</summary>
internal static class OfferList
{
    public const string Creator = "creator", CreatorName = "creator_name", ProductNo = "product_no", ProductName = "product_name", ShopName = "shop_name",
        Offered = "offered_on", Answer = "answer", Answered = "answered_on", Sample = "sample_on", Posted = "posted_on";

    private static readonly (string Header, string Field)[] Columns =
    [
        ("Creator", Creator), ("Creator username", Creator), ("Handle", Creator), ("Kreator", Creator), ("Username Kreator", Creator), ("Creator-Handle", Creator), ("Nhà sáng tạo", Creator), ("Tên người dùng nhà sáng tạo", Creator),
        ("Creator name", CreatorName), ("Nama Kreator", CreatorName), ("Creator-Name", CreatorName), ("Tên nhà sáng tạo", CreatorName),
        ("Product ID", ProductNo), ("Product number", ProductNo), ("ID Produk", ProductNo), ("Produkt-ID", ProductNo), ("Produktnummer", ProductNo), ("ID sản phẩm", ProductNo), ("Mã sản phẩm", ProductNo),
        ("Product name", ProductName), ("Product", ProductName), ("Nama Produk", ProductName), ("Produk", ProductName), ("Produktname", ProductName), ("Tên sản phẩm", ProductName),
        ("Shop", ShopName), ("Shop name", ShopName), ("Toko", ShopName), ("Nama Toko", ShopName), ("Shop-Name", ShopName), ("Cửa hàng", ShopName),
        ("Offered on", Offered), ("Invited on", Offered), ("Requested on", Offered), ("Ditawarkan Pada", Offered), ("Diundang Pada", Offered), ("Angeboten am", Offered), ("Eingeladen am", Offered), ("Ngày mời", Offered),
        ("Answer", Answer), ("Jawaban", Answer), ("Antwort", Answer), ("Trả lời", Answer),
        ("Answered on", Answered), ("Dijawab Pada", Answered), ("Beantwortet am", Answered), ("Ngày trả lời", Answered),
        ("Sample sent on", Sample), ("Sample shipped on", Sample), ("Sampel Dikirim Pada", Sample), ("Muster versandt am", Sample), ("Ngày gửi hàng mẫu", Sample),
        ("Posted on", Posted), ("Content posted on", Posted), ("Diunggah Pada", Posted), ("Gepostet am", Posted), ("Veröffentlicht am", Posted), ("Ngày đăng", Posted),
    ];

    public static readonly Kind Kind = new("offer_list", FactFamily.Offers, new Layout("offers", [Creator, ProductNo, Offered], Columns));
}
