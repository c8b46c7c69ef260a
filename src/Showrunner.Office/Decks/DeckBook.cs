namespace Showrunner.Office;

/// <summary>A deck while it grows: each slide is in the file before the next one is made, so that a thousand need no more memory than ten.</summary>
public sealed class DeckBook : IDisposable
{
    private readonly Parts parts;
    private readonly Presentation deck;

    /// <param name="output">A writable stream; it need not seek.</param>
    /// <param name="spec">Stamp, culture and footer; its slides are not read.</param>
    public DeckBook(Stream output, DeckSpec spec)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(spec);
        parts = new Parts(output) { Restyle = spec.Template is null ? null : Recolour.Apply };
        deck = new Presentation(parts, spec);
    }

    /// <summary>Writes a slide; one too full for a page continues on the next.</summary>
    /// <exception cref="ArgumentException">A chart that names a column its table does not have; a row of another length.</exception>
    public void Add(Slide slide) => DeckWriter.Write(deck, slide);

    /// <summary>Writes what ties the slides together; leaves the stream open.</summary>
    /// <exception cref="InvalidOperationException">There is no slide.</exception>
    public void Finish()
    {
        if (deck.Count == 0) throw new InvalidOperationException("A deck needs at least one slide.");
        deck.Finish();
        parts.Finish();
    }

    public void Dispose() => parts.Dispose();
}
