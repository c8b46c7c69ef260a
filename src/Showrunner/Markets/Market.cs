using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Markets;

/// <summary>A country the team sells in: its money, its day and how its files write numbers. Markets are rows, not code.</summary>
public sealed class Market
{
    public long Id { get; init; }
    public required string Code { get; init; }
    /// <summary>Names by language, as JSON.</summary>
    public required string Names { get; set; }
    public required string Currency { get; init; }
    public int MinorUnits { get; init; }
    /// <summary>Decimals that people write: 0 for IDR although sen are stored.</summary>
    public int DisplayDecimals { get; set; }
    public required string TimeZone { get; init; }
    public required string Culture { get; init; }
    public string Languages { get; set; } = "";

    public MarketRules Rules => new(Id, Code, Currency, MinorUnits, TimeZone, Culture);

    public string Name(string language)
    {
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(Names) ?? [];
        return names.GetValueOrDefault(language) ?? names.GetValueOrDefault("en") ?? Code;
    }
}

/// <summary>What one unit of a currency was worth in another on a day.</summary>
public sealed class ExchangeRate
{
    public required string FromCurrency { get; init; }
    public required string ToCurrency { get; init; }
    public required DateOnly Day { get; init; }
    public decimal Rate { get; set; }
    public string Source { get; set; } = "";
}

/// <summary>A node of the category tree, which grows from what is imported.</summary>
public sealed class Category
{
    public long Id { get; init; }
    public long? ParentId { get; init; }
    /// <summary>The whole path as the first file that named it wrote it, parts joined by /.</summary>
    public required string Path { get; init; }
    public required string Name { get; init; }
    /// <summary>Names by language, as JSON.</summary>
    public string Names { get; set; } = "{}";
    public long ChangeId { get; set; }
}

internal sealed class MarketTable : IEntityTypeConfiguration<Market>
{
    public void Configure(EntityTypeBuilder<Market> market)
    {
        market.HasIndex(m => m.Code).IsUnique();
        market.Ignore(m => m.Rules);
    }
}

internal sealed class ExchangeRateTable : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> rate) => rate.HasKey(r => new { r.FromCurrency, r.ToCurrency, r.Day });
}

internal sealed class CategoryTable : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> category) => category.HasIndex(c => c.Path).IsUnique();
}

public static class MarketSets
{
    extension(AppDb db)
    {
        public DbSet<Market> Markets => db.Set<Market>();
        public DbSet<ExchangeRate> ExchangeRates => db.Set<ExchangeRate>();
        public DbSet<Category> Categories => db.Set<Category>();
    }
}
