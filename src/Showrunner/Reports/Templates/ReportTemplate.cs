using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Office;

namespace Showrunner.Reports.Templates;

/// <summary>A file that gives reports the company's own look. One of each kind is in use at the most.</summary>
public sealed class ReportTemplate
{
    public const string Deck = "deck", Document = "document";

    public long Id { get; init; }
    public required string Kind { get; init; }
    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }
    /// <summary>Base 64: a row that travels with every backup to either database.</summary>
    public required string Content { get; init; }
    public required string UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
    public bool InUse { get; set; }

    public byte[] Read() => Convert.FromBase64String(Content);
}

/// <summary>The templates that files are written with; the built-in look where there is none.</summary>
public sealed record CompanyLook(DeckTemplate? Deck, DocumentTemplate? Document);

internal sealed class ReportTemplateTable : IEntityTypeConfiguration<ReportTemplate>
{
    public void Configure(EntityTypeBuilder<ReportTemplate> template) => template.HasIndex(t => t.Kind);
}

public static class ReportTemplateSets
{
    extension(AppDb db)
    {
        public DbSet<ReportTemplate> ReportTemplates => db.Set<ReportTemplate>();
    }
}
