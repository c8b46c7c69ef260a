namespace Showrunner.Office;

/// <summary>The layouts of a deck, in the order they stand in the master.</summary>
internal enum Layout
{
    Title,
    Text,
    Chart,
    Table,
    Figures,
}
