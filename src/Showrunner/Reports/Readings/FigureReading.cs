using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Reports.Readings;

/// <summary>A figure as a report once said it: what was asked, the answer, and the moment. Its code stands beside the figure in every file.</summary>
public sealed class FigureReading
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8, Groups = 4;

    /// <summary>Eight signs, without those that look like others.</summary>
    public required string Code { get; init; }
    public required long MarketId { get; init; }
    public required string Metric { get; init; }
    public required DateOnly FromDay { get; init; }
    public required DateOnly ToDay { get; init; }
    /// <summary>creator, shop, category or nothing.</summary>
    public string Dimension { get; init; } = "";
    public long? SubjectId { get; init; }
    public string SubjectName { get; init; } = "";
    /// <summary>Filters beside the subject, as <see cref="FigureQuestion.Conditions"/> says them.</summary>
    public string Conditions { get; init; } = "";
    /// <summary>The ledger change that it includes.</summary>
    public required long Change { get; init; }
    /// <summary>Major units, a fraction, or nothing where it was unknown; an invariant number.</summary>
    public required string Value { get; init; }
    public required DateTimeOffset AsOf { get; init; }

    public decimal? Number => decimal.TryParse(Value, NumberStyles.Number | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    public string Shown => Write(Code);

    internal FigureReading As(string code) => new()
    {
        Code = code,
        MarketId = MarketId,
        Metric = Metric,
        FromDay = FromDay,
        ToDay = ToDay,
        Dimension = Dimension,
        SubjectId = SubjectId,
        SubjectName = SubjectName,
        Conditions = Conditions,
        Change = Change,
        Value = Value,
        AsOf = AsOf,
    };

    public bool IsSame(FigureReading other) =>
        (MarketId, Metric, FromDay, ToDay, Dimension, SubjectId, Conditions, Change) == (other.MarketId, other.Metric, other.FromDay, other.ToDay, other.Dimension, other.SubjectId, other.Conditions, other.Change);

    /// <summary>Codes that this reading may have; the first that no other has is its own.</summary>
    public static IReadOnlyList<string> Codes(long market, string metric, DateOnly from, DateOnly to, string dimension, long? subject, string conditions, long change)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{market}|{metric}|{from:O}|{to:O}|{dimension}|{subject}|{change}{(conditions.Length == 0 ? "" : "|")}{conditions}")));
        return [.. Enumerable.Range(0, Groups).Select(group => string.Concat(Enumerable.Range(0, Length).Select(at => Digits[hash[group * Length + at] & 31])))];
    }

    /// <summary>K7QM-2X9T.</summary>
    public static string Write(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>The code that someone typed, in whatever way; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat((typed ?? "").Trim().ToUpperInvariant().Where(c => c is not '-' and not ' ')).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return code.Length == Length && code.All(Digits.Contains) ? code : null;
    }
}

internal sealed class FigureReadingTable : IEntityTypeConfiguration<FigureReading>
{
    public void Configure(EntityTypeBuilder<FigureReading> reading)
    {
        reading.HasKey(r => r.Code);
        reading.Ignore(r => r.Number);
        reading.Ignore(r => r.Shown);
    }
}

public static class FigureReadingSets
{
    extension(AppDb db)
    {
        public DbSet<FigureReading> FigureReadings => db.Set<FigureReading>();
    }
}
