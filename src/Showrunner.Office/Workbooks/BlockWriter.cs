namespace Showrunner.Office;

/// <summary>Measures, then writes, one block of a sheet.</summary>
internal abstract class BlockWriter(Block block) : IDisposable
{
    /// <summary>Columns the block covers.</summary>
    protected abstract int Columns { get; }

    /// <summary>Tells the sheet how wide its columns must be.</summary>
    public abstract void Measure(SheetComposer sheet);

    public void Write(SheetComposer sheet)
    {
        if (block.Heading is { } heading) sheet.Line(heading, CellLook.Heading, 20);
        WriteBody(sheet);
        if (block.Notes.Count > 0) sheet.Page.SkipTo(sheet.Page.Row + 1);
        foreach (var note in block.Notes) sheet.Paragraph(note, CellLook.Note, Columns);
        WriteEnd(sheet);
    }

    public virtual void Dispose()
    {
    }

    protected abstract void WriteBody(SheetComposer sheet);

    protected virtual void WriteEnd(SheetComposer sheet)
    {
    }
}

internal sealed class ParagraphsWriter(TextBlock block) : BlockWriter(block)
{
    private int columns = 1;

    protected override int Columns => columns;

    public override void Measure(SheetComposer sheet)
    {
        if (sheet.Widths.Count == 0) sheet.Widths.Give(0, 110);
    }

    protected override void WriteBody(SheetComposer sheet)
    {
        columns = sheet.Widths.Count;
        foreach (var line in block.Lines) sheet.Paragraph(line, CellLook.Body, columns);
    }
}
