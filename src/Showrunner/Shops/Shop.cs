using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Shops;

public sealed class Shop
{
    public long Id { get; init; }
    public long MarketId { get; init; }
    /// <summary>The marketplace's id, or the name where a file gives no id.</summary>
    public required string ShopNo { get; init; }
    public required string Name { get; set; }
    public bool IsDemo { get; init; }
    public long ChangeId { get; set; }
}

public sealed class Product
{
    public long Id { get; init; }
    public long MarketId { get; init; }
    public required string ProductNo { get; init; }
    public string Name { get; set; } = "";
    public long ShopId { get; set; }
    public long CategoryId { get; set; }
    public long? PriceLowMinor { get; set; }
    public long? PriceHighMinor { get; set; }
    public long? CommissionRatePpm { get; set; }
    public DateTimeOffset? ListedAt { get; set; }
    public string Status { get; set; } = "";
    public string Description { get; set; } = "";
    public bool IsDemo { get; init; }
    public long ChangeId { get; set; }
}

internal sealed class ShopTable : IEntityTypeConfiguration<Shop>
{
    public void Configure(EntityTypeBuilder<Shop> shop)
    {
        shop.HasIndex(s => new { s.MarketId, s.ShopNo }).IsUnique();
        shop.HasIndex(s => s.ChangeId);
    }
}

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.HasIndex(p => new { p.MarketId, p.ProductNo }).IsUnique();
        product.HasIndex(p => p.ChangeId);
    }
}

public static class ShopSets
{
    extension(AppDb db)
    {
        public DbSet<Shop> Shops => db.Set<Shop>();
        public DbSet<Product> Products => db.Set<Product>();
    }
}
