using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Creators.Work;

/// <summary>
/// Takes an action on creators back: each whom nobody changed since gets his older value. It is an action itself, with steps
/// of its own, and can be taken back in turn.
/// </summary>
public static class UndoChange
{
    /// <summary>Kept: creators who were changed again since, and stay as they are.</summary>
    public sealed record Response(long ActionId, long Restored, long Kept);

    public static async Task<Response> Handle(long id, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var done = await Visible(db, actor).FirstOrDefaultAsync(a => a.Id == id, cancel) ?? throw new Refused("not_found");
        if (done.UndoneById is not null) throw new Refused("action_undone_already");
        if (WorkField.LabelOf(done.Field) is { } label && !await db.CreatorLabels.AnyAsync(l => l.Id == label, cancel)) throw new Refused("label_missing", done.Value);
        var now = clock.GetUtcNow();
        var field = WorkField.Of(done.Field);
        var undo = new CreatorAction { MarketId = done.MarketId, Kind = CreatorAction.Undo, Field = done.Field, Value = done.Value, DoneAt = now, PersonId = actor.PersonId, PersonName = actor.Name, UndoesId = done.Id };
        var change = new LedgerChange { Kind = LedgerChange.People, At = now };
        db.Add(undo);
        db.Add(change);
        await db.SaveChangesAsync(cancel);
        undo.Count = await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO creator_step (creator_id, action_id, field, old_value, new_value, old_at, new_at)
              SELECT s.creator_id, {undo.Id}, s.field, s.new_value, s.old_value, s.new_at, s.old_at FROM creator_step s JOIN creator ON creator.id = s.creator_id
              WHERE s.action_id = {done.Id} AND {field.IsAsLeft}
                AND NOT EXISTS (SELECT 1 FROM creator_step l WHERE l.creator_id = s.creator_id AND l.field = s.field AND l.action_id > s.action_id)
            """), cancel);
        if (undo.Count == 0) throw new Refused("action_overtaken", done.Count);
        await ChangeCreators.Take(field, undo, change, db, cancel);
        done.UndoneById = undo.Id;
        db.Audit(actor, "creators.undone", done, new { done.Kind, done.Value, Restored = undo.Count, Kept = done.Count - undo.Count });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
        return new Response(undo.Id, undo.Count, done.Count - undo.Count);
    }

    internal static IQueryable<CreatorAction> Visible(AppDb db, Actor actor) =>
        actor.MarketIds is { } markets ? db.CreatorActions.Where(a => markets.Contains(a.MarketId)) : db.CreatorActions;
}
