using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Imports.Mapping;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Says anew what a received file is: its market, kind, mapping, days or shop. A loaded file must be undone first.</summary>
public static class ChangeImport
{
    public static async Task Handle(long id, ReceiveFile.Wish wish, AppDb db, DataPlace place, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        if (import.State == Import.Loaded) throw new Refused("import_already_loaded", import.FileName);
        if (import.State == Import.Loading) throw new Refused("import_running_already", import.FileName);
        var (market, mapping) = await ReceiveFile.Check(wish, db, actor, cancel);
        import.MarketId = market.Id;
        (import.Mapping, import.Kind, import.Layout) = (mapping, mapping.Length > 0 ? OrderMapping.Kind : wish.Kind ?? "", "");
        (import.PeriodFrom, import.PeriodTo, import.ShopName) = (wish.From, wish.To, wish.Shop?.Trim() ?? "");
        (import.State, import.Problem) = (Import.Waiting, null);
        db.Audit(actor, "import.changed", import, new { import.FileName, Market = market.Code, import.Kind, import.Mapping, wish.From, wish.To });
        await db.SaveChangesAsync(cancel);
        await ReceiveFile.Recognise(import, db, place, cancel);
    }
}
