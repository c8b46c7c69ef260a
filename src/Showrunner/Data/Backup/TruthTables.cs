using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Showrunner.Data.Backup;

public enum TruthType { Long, Int, Text, Day, Instant, Bool, Decimal }

public sealed record TruthColumn(string Name, TruthType Type);

/// <summary>A table of the truth as a backup moves it: its columns, and whether the database numbers its rows.</summary>
public sealed record TruthTable(string Name, IReadOnlyList<TruthColumn> Columns, bool Numbered);

/// <summary>What the rooms know and this one must be told.</summary>
/// <param name="Bulk">Tables that are moved in bulk and are not entities.</param>
/// <param name="NotCarried">Tables that stay behind: a copy of them would open doors again that were closed.</param>
/// <param name="Seeded">Tables that an instance fills by itself; their rows do not make it used.</param>
/// <param name="Folders">Folders of the data folder whose files belong to the truth.</param>
public sealed record BackupScope(IReadOnlyList<TableShape> Bulk, IReadOnlySet<string> NotCarried, IReadOnlySet<string> Seeded, IReadOnlyList<string> Folders);

/// <summary>Every table there is: those of the model and those moved in bulk.</summary>
public static class TruthTables
{
    public static IReadOnlyList<TruthTable> All(AppDb db, BackupScope scope) =>
    [
        .. db.Model.GetEntityTypes().Select(Of).Concat(scope.Bulk.Select(Of)).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    private static TruthTable Of(IEntityType entity)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        var numbered = key is [{ ValueGenerated: ValueGenerated.OnAdd } id] && id.ClrType == typeof(long);
        return new TruthTable(entity.GetTableName()!, [.. entity.GetProperties().Select(p => new TruthColumn(p.GetColumnName(), TypeOf(p)))], numbered);
    }

    private static TruthTable Of(TableShape shape) =>
        new(shape.Name, [.. shape.Columns.Select(c => new TruthColumn(c.Name, Enum.Parse<TruthType>(c.Type.ToString())))], Numbered: false);

    private static TruthType TypeOf(IProperty property) => Known(property.ClrType) ?? Known(property.FindTypeMapping()?.Converter?.ProviderClrType)
        ?? throw new NotSupportedException($"A backup cannot carry {property.DeclaringType.DisplayName()}.{property.Name}: teach TruthType its type.");

    private static TruthType? Known(Type? type) => (type is null ? null : Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } t when t == typeof(long) => TruthType.Long,
        { } t when t == typeof(int) => TruthType.Int,
        { } t when t == typeof(string) => TruthType.Text,
        { } t when t == typeof(DateOnly) => TruthType.Day,
        { } t when t == typeof(DateTimeOffset) => TruthType.Instant,
        { } t when t == typeof(bool) => TruthType.Bool,
        { } t when t == typeof(decimal) => TruthType.Decimal,
        _ => null,
    };

    /// <summary>A name that stays a name where the engine has a word of its own for it (<c>at</c>).</summary>
    internal static string Quoted(string name) => $"\"{name}\"";

    /// <summary>What bulk moving calls the column: numbers are wide there, and a decimal is its digits.</summary>
    internal static IReadOnlyList<ColumnShape> Shapes(IReadOnlyList<TruthColumn> columns) => [.. columns.Select(c => new ColumnShape(Quoted(c.Name), c.Type switch
    {
        TruthType.Long or TruthType.Int => ColumnType.Long,
        TruthType.Day => ColumnType.Day,
        TruthType.Instant => ColumnType.Instant,
        TruthType.Bool => ColumnType.Bool,
        _ => ColumnType.Text,
    }))];

    internal static string SelectAll(string table, IReadOnlyList<TruthColumn> columns) =>
        $"SELECT {string.Join(", ", columns.Select(c => c.Type switch { TruthType.Int => $"CAST({Quoted(c.Name)} AS BIGINT)", TruthType.Decimal => $"CAST({Quoted(c.Name)} AS TEXT)", _ => Quoted(c.Name) }))} FROM {Quoted(table)}";
}
