using System.Globalization;
using Showrunner.Web;

namespace Showrunner.Matching.Alike;

/// <summary>What two of a kind share, in words.</summary>
internal static class AlikeWords
{
    public static AlikePanel.Item Of(FindAlikeCreators.Alike one, Say say, Viewer viewer) =>
        new("@" + one.Creator.Handle, viewer.Link("/matching", ("creator", one.Creator.Id.ToString(CultureInfo.InvariantCulture))), one.Likeness, one switch
        {
            { Both: > 0, Category: { } category } when one.InCategory == one.Both => say["match.alike.bothAllIn", one.Both, category],
            { Both: > 0, Category: { } category } => say["match.alike.bothIn", one.Both, one.InCategory, category],
            { Both: > 0 } => say["match.alike.both", one.Both],
            { Category: { } category } => say["match.alike.near", category],
            _ => say["match.alike.far"],
        });

    public static AlikePanel.Item Of(FindAlikeProducts.Alike one, Say say, Viewer viewer) =>
        new(one.Product.Name, viewer.Link("/matching", ("product", one.Product.Id.ToString(CultureInfo.InvariantCulture))), one.Likeness, one switch
        {
            { Both: > 0, Category: { } category } => say["match.alike.sellersIn", one.Both, category],
            { Both: > 0 } => say["match.alike.sellers", one.Both],
            { Category: { } category } => say["match.alike.sellersNear", category],
            _ => say["match.alike.sellersFar"],
        });
}
