using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Headlines;

/// <summary>A sentence that a person put in place of the one made from the figures, and the figures it was written about.</summary>
public sealed class WrittenHeadline
{
    private const int Longest = 300;

    public long Id { get; init; }
    public required long MarketId { get; init; }
    public required string Report { get; init; }
    public required DateOnly FromDay { get; init; }
    public required DateOnly ToDay { get; init; }
    public required string Compare { get; init; }
    /// <summary>Row number of the creator, shop or category; 0 for the whole market.</summary>
    public required long SubjectId { get; init; }
    public required string Section { get; init; }
    public required string Language { get; init; }
    public string Text { get; private set; } = "";
    /// <summary>Of the figures under it, when it was written.</summary>
    public string Figures { get; private set; } = "";
    public string Author { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }

    public void Write(string? text, string figures, Actor author, DateTimeOffset now)
    {
        text = (text ?? "").Trim();
        if (text.Length is 0 or > Longest || text.Any(char.IsControl)) throw new Refused("headline_wrong", Longest);
        (Text, Figures, Author, WrittenAt) = (text, figures, author.Name, now);
    }

    /// <summary>The numbers of a part, in any language: a sentence is about these.</summary>
    public static string Fingerprint(Section section)
    {
        var said = new StringBuilder();
        foreach (var figure in section.Figures) said.Append(CultureInfo.InvariantCulture, $"{figure.Code}={figure.Value}/{figure.Before};");
        foreach (var row in section.Table?.Table.Rows ?? [])
            foreach (var cell in row)
                if (cell is decimal or long or int or double or DateOnly) said.Append(CultureInfo.InvariantCulture, $"{cell};");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())))[..16];
    }
}

internal sealed class WrittenHeadlineTable : IEntityTypeConfiguration<WrittenHeadline>
{
    public void Configure(EntityTypeBuilder<WrittenHeadline> headline) =>
        headline.HasIndex(h => new { h.MarketId, h.Report, h.FromDay, h.ToDay, h.Compare, h.SubjectId, h.Section, h.Language }).IsUnique();
}

public static class WrittenHeadlineSets
{
    extension(AppDb db)
    {
        public DbSet<WrittenHeadline> WrittenHeadlines => db.Set<WrittenHeadline>();

        internal IQueryable<WrittenHeadline> HeadlinesOf(string report, ReportQuestion question)
        {
            var subject = question.Subject?.Id ?? 0;
            return db.WrittenHeadlines.Where(h => h.MarketId == question.Market.Id && h.Report == report && h.FromDay == question.Range.From && h.ToDay == question.Range.To
                && h.Compare == question.Compare && h.SubjectId == subject && h.Language == question.Language);
        }
    }
}
