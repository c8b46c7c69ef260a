using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Showrunner.Office;

/// <summary>The parts of a pivot table: its layout on the sheet, the description of its source, and the records.</summary>
internal sealed class PivotParts(Book book, PivotBlock block, PivotData data, string sheetPath, string range)
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // The version of the format that spreadsheets of the last fifteen years read and write.
    private const byte Version = 6, OldestVersion = 3;

    private readonly string number = book.NextPivot();

    private string CachePath => $"xl/pivotCache/pivotCacheDefinition{number}.xml";

    public void Write()
    {
        var (table, records) = ($"xl/pivotTables/pivotTable{number}.xml", $"xl/pivotCache/pivotCacheRecords{number}.xml");
        book.Parts.Relate(sheetPath, Relations.PivotTable, table);
        book.Parts.Relate(table, Relations.PivotCache, CachePath);
        var relation = book.Parts.Relate(CachePath, Relations.PivotRecords, records);
        // A sheet is still being written, and where the source comes to stand is known when all of them are.
        book.Later(() =>
        {
            book.Parts.Write(table, Type + "pivotTable+xml", Layout());
            book.Parts.Write(CachePath, Type + "pivotCacheDefinition+xml", Definition(relation));
            using var part = book.Parts.Open(records, Type + "pivotCacheRecords+xml");
            PivotRecords.Write(part, data);
            book.AddPivot(CachePath);
        });
    }

    private PivotCacheDefinition Definition(string relation)
    {
        var (sheet, cells) = book.Range(block.Source);
        var definition = new PivotCacheDefinition(
            new CacheSource(new WorksheetSource { Reference = cells, Sheet = sheet }) { Type = SourceValues.Worksheet },
            new CacheFields(data.Fields.Select(Described)) { Count = (uint)data.Fields.Count })
        {
            Id = relation,
            RefreshOnLoad = true,
            RefreshedBy = "Showrunner",
            CreatedVersion = Version,
            RefreshedVersion = Version,
            MinRefreshableVersion = OldestVersion,
            RecordCount = (uint)data.Records.Count,
        };
        definition.AddNamespaceDeclaration("r", SheetPage.RelationSpace);
        return definition;
    }

    private CacheField Described(PivotField field)
    {
        var shared = new SharedItems();
        if (field.Items.Count > 0)
        {
            shared.Append(field.Items.Select(item => item is DateOnly day ? (OpenXmlElement)new DateTimeItem { Val = day.ToDateTime(default) } : new StringItem { Val = (string)item }));
            shared.Count = (uint)field.Items.Count;
            Dates(shared, field);
            if (field.Items.Any(i => i is string { Length: > 255 })) shared.LongText = true;
        }
        else if (!field.IsText)
        {
            shared.ContainsString = false;
            if (field.HasBlank || !field.HasNumbers) shared.ContainsBlank = true;
            else shared.ContainsSemiMixedTypes = false;
            if (field.HasNumbers) (shared.ContainsNumber, shared.MinValue, shared.MaxValue) = (true, field.Low, field.High);
            if (field is { HasNumbers: true, Whole: true }) shared.ContainsInteger = true;
        }
        return new CacheField(shared) { Name = field.Name, NumberFormatId = book.Styles.CodeId(field.Format.Code) };
    }

    private static void Dates(SharedItems shared, PivotField field)
    {
        var days = field.Items.OfType<DateOnly>().ToList();
        if (days.Count == 0) return;
        (shared.ContainsDate, shared.MinDate, shared.MaxDate) = (true, days.Min().ToDateTime(default), days.Max().ToDateTime(default));
        if (days.Count == field.Items.Count) (shared.ContainsSemiMixedTypes, shared.ContainsNonDate, shared.ContainsString) = (false, false, false);
    }

    private PivotTableDefinition Layout()
    {
        var across = data.Across is not null;
        var many = !across && data.Values.Count > 1;
        var layout = new PivotTableDefinition
        {
            Name = "Pivot" + number,
            CacheId = Book.PivotId(number),
            DataCaption = "–",
            GrandTotalCaption = CleanText.Of(block.TotalCaption),
            RowGrandTotals = data.HasTotals,
            ColumnGrandTotals = data.HasTotals,
            Compact = false,
            CompactData = false,
            Outline = false,
            OutlineData = false,
            MultipleFieldFilters = false,
            ApplyNumberFormats = false,
            ApplyBorderFormats = false,
            ApplyFontFormats = false,
            ApplyPatternFormats = false,
            ApplyAlignmentFormats = false,
            ApplyWidthHeightFormats = true,
            UseAutoFormatting = true,
            CreatedVersion = Version,
            UpdatedVersion = Version,
            MinRefreshableVersion = OldestVersion,
            Location = new Location { Reference = range, FirstHeaderRow = many ? 0u : 1u, FirstDataRow = across ? 2u : 1u, FirstDataColumn = 1 },
        };
        if (data.Filters.Count > 0) (layout.Location.RowPageCount, layout.Location.ColumnsPerPage) = ((uint)data.Filters.Count, 1);
        layout.Append(
            new PivotFields(data.Fields.Select(Field)) { Count = (uint)data.Fields.Count },
            new RowFields(new Field { Index = data.Row }) { Count = 1 },
            new RowItems(Items(data.Fields[data.Row].Items.Count)) { Count = (uint)(data.Fields[data.Row].Items.Count + (data.HasTotals ? 1 : 0)) });
        if (data.Across is { } top) layout.Append(new ColumnFields(new Field { Index = top }) { Count = 1 });
        else if (many) layout.Append(new ColumnFields(new Field { Index = -2 }) { Count = 1 });
        layout.Append(Along(across, many));
        if (data.Filters.Count > 0) layout.Append(new PageFields(data.Filters.Select(f => new PageField { Field = f, Hierarchy = -1 })) { Count = (uint)data.Filters.Count });
        layout.Append(
            new DataFields(block.Values.Select((v, i) => new DataField
            {
                Name = CleanText.Of(v.Caption),
                Field = (uint)data.Values[i],
                BaseField = 0,
                BaseItem = 0,
                Subtotal = v.Function == PivotFunction.Sum ? null : DataConsolidateFunctionValues.Maximum,
                NumberFormatId = book.Styles.CodeId(data.Fields[data.Values[i]].Format.Code),
            }))
            { Count = (uint)block.Values.Count },
            new PivotTableStyle { Name = "PivotStyleLight16", ShowRowHeaders = true, ShowColumnHeaders = true, ShowRowStripes = false, ShowColumnStripes = false, ShowLastColumn = true });
        return layout;
    }

    private ColumnItems Along(bool across, bool many)
    {
        var items = across ? [.. Items(data.Fields[data.Across!.Value].Items.Count)]
            : many ? [.. data.Values.Select((_, i) => i == 0 ? new RowItem(new MemberPropertyIndex()) : new RowItem(new MemberPropertyIndex { Val = i }) { Index = (uint)i })]
            : new List<RowItem> { new() };
        return new ColumnItems(items) { Count = (uint)items.Count };
    }

    private IEnumerable<RowItem> Items(int count)
    {
        for (var i = 0; i < count; i++) yield return new RowItem(i == 0 ? new MemberPropertyIndex() : new MemberPropertyIndex { Val = i });
        if (data.HasTotals) yield return new RowItem(new MemberPropertyIndex()) { ItemType = ItemValues.Grand };
    }

    private DocumentFormat.OpenXml.Spreadsheet.PivotField Field(PivotField field, int place)
    {
        var made = new DocumentFormat.OpenXml.Spreadsheet.PivotField { Compact = false, Outline = false, ShowAll = false };
        if (data.Values.Contains(place)) made.DataField = true;
        if (field.Format.IsDate) made.NumberFormatId = book.Styles.CodeId(field.Format.Code);
        if (!field.IsAxis) return made;
        made.Axis = place == data.Row ? PivotTableAxisValues.AxisRow : place == data.Across ? PivotTableAxisValues.AxisColumn : PivotTableAxisValues.AxisPage;
        var items = field.Items.Select((_, i) => new Item { Index = (uint)i }).Append(new Item { ItemType = ItemValues.Default });
        made.Append(new Items(items) { Count = (uint)field.Items.Count + 1 });
        return made;
    }
}
