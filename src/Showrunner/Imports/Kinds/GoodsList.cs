namespace Showrunner.Imports.Kinds;

/// <summary>
/// A seller's own list of his goods, in whatever language he keeps it: what a piece costs and since when, what lies in stock, list price, rating.
/// </summary>
internal static class GoodsList
{
    public const string ProductNo = "product_no", Name = "product_name", SkuNo = "sku_no", ShopName = "shop_name", Cost = "cost", ValidFrom = "valid_from",
        Stock = "stock", Day = "as_of", Price = "price", Rating = "rating", Currency = "currency";

    private static readonly (string Header, string Field)[] Columns =
    [
        ("Product ID", ProductNo), ("Product number", ProductNo), ("Product no", ProductNo), ("Item ID", ProductNo),
        ("ID Produk", ProductNo), ("Produkt-ID", ProductNo), ("Produktnummer", ProductNo), ("Artikelnummer", ProductNo), ("ID sản phẩm", ProductNo), ("Mã sản phẩm", ProductNo),
        ("SKU ID", SkuNo), ("SKU", SkuNo), ("ID SKU", SkuNo), ("SKU-ID", SkuNo), ("Mã SKU", SkuNo),
        ("Product name", Name), ("Product", Name), ("Nama Produk", Name), ("Produk", Name), ("Produktname", Name), ("Artikelbezeichnung", Name), ("Tên sản phẩm", Name),
        ("Shop", ShopName), ("Shop name", ShopName), ("Toko", ShopName), ("Nama Toko", ShopName), ("Shop-Name", ShopName), ("Cửa hàng", ShopName),
        ("Cost", Cost), ("Unit cost", Cost), ("Cost price", Cost), ("Cost of goods", Cost), ("COGS", Cost), ("Purchase price", Cost),
        ("Harga Pokok", Cost), ("HPP", Cost), ("Harga Modal", Cost), ("Modal", Cost), ("Harga Beli", Cost),
        ("Kosten", Cost), ("Stückkosten", Cost), ("Wareneinsatz", Cost), ("Einkaufspreis", Cost), ("EK-Preis", Cost), ("Einstandspreis", Cost),
        ("Giá vốn", Cost), ("Giá nhập", Cost), ("Chi phí", Cost),
        ("Valid from", ValidFrom), ("Cost valid from", ValidFrom), ("Effective from", ValidFrom), ("Effective date", ValidFrom),
        ("Berlaku Sejak", ValidFrom), ("Berlaku Mulai", ValidFrom), ("Tanggal Berlaku", ValidFrom), ("Gültig ab", ValidFrom), ("Gültig seit", ValidFrom),
        ("Có hiệu lực từ", ValidFrom), ("Ngày hiệu lực", ValidFrom), ("Áp dụng từ", ValidFrom),
        ("Stock", Stock), ("Stock on hand", Stock), ("On hand", Stock), ("Inventory", Stock), ("Stok", Stock), ("Sisa Stok", Stock), ("Persediaan", Stock),
        ("Bestand", Stock), ("Lagerbestand", Stock), ("Tồn kho", Stock), ("Số lượng tồn", Stock),
        ("As of", Day), ("Stock date", Day), ("Stock as of", Day), ("Per Tanggal", Day), ("Tanggal Stok", Day), ("Stand", Day), ("Stichtag", Day), ("Bestand am", Day),
        ("Ngày tồn kho", Day), ("Tính đến ngày", Day),
        ("List price", Price), ("Price", Price), ("Retail price", Price), ("Harga Jual", Price), ("Harga", Price), ("Listenpreis", Price), ("Preis", Price), ("Verkaufspreis", Price),
        ("Giá niêm yết", Price), ("Giá bán", Price),
        ("Rating", Rating), ("Product rating", Rating), ("Penilaian", Rating), ("Bewertung", Rating), ("Sternebewertung", Rating), ("Đánh giá", Rating),
        ("Currency", Currency), ("Mata Uang", Currency), ("Währung", Currency), ("Tiền tệ", Currency), ("Đơn vị tiền tệ", Currency),
    ];

    public static readonly Kind Kind = new("goods_list", FactFamily.Goods,
        new Layout("costs", [ProductNo, Cost], Columns),
        new Layout("stock", [ProductNo, Stock], Columns),
        new Layout("ratings", [ProductNo, Rating], Columns));
}
