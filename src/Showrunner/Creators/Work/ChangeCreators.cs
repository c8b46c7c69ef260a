using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators.Listing;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Creators.Work;

/// <summary>
/// One action on the creators that were ticked, or on all that a filter finds, be they one or a million: no row comes to the
/// program on the way. Only those whom it changes get a step, and those steps can be taken back.
/// </summary>
public static class ChangeCreators
{
    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="Do">tag, untag, list, unlist, stage, owner or contacted.</param>
    /// <param name="Value">The tag's or list's name, the stage's code, the owner's row; none takes the stage or the owner away.</param>
    /// <param name="Ids">Rows of the creators.</param>
    /// <param name="Query">Instead: all that this part of the directory's address finds.</param>
    /// <param name="From">First day of the sales that the query asks for.</param>
    /// <param name="To">Last day of them.</param>
    public sealed record Request(string? Market, string? Do, string? Value, IReadOnlyList<long>? Ids = null, string? Query = null, DateOnly? From = null, DateOnly? To = null);

    /// <summary>ActionId is null where nothing changed.</summary>
    public sealed record Response(long? ActionId, long Chosen, long Changed);

    public static async Task<Response> Handle(Request request, AppDb db, DirectoryDesk desk, LedgerColumns columns, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        var now = clock.GetUtcNow();
        var filter = request.Ids is null ? CreatorFilter.Parse(request.Query) : CreatorFilter.All;
        if (request.Ids is { Count: 0 } || request is { Ids: null, Query: null }) throw new Refused("selection_empty");
        var question = await desk.Ask(request.Market, filter, Range(request, now), "previous", cancel);
        var marketId = question.Open.Id;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var chosen = await Choose(question, request.Ids, db, columns, cancel);
        if (chosen == 0) throw new Refused("selection_empty");
        var (field, value, said) = await Wish(request, marketId, db, actor, cancel);
        var action = new CreatorAction { MarketId = marketId, Kind = request.Do!, Field = field.Code, Value = said, DoneAt = now, PersonId = actor.PersonId, PersonName = actor.Name };
        var change = new LedgerChange { Kind = LedgerChange.People, At = now };
        db.Add(action);
        db.Add(change);
        await db.SaveChangesAsync(cancel);
        var id = action.Id.ToString(CultureInfo.InvariantCulture);
        action.Count = await db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO creator_step (creator_id, action_id, field, old_value, new_value, old_at, new_at)
              SELECT creator.id, a.id, a.field, {field.Value}, {"{0}"}, {field.At}, a.done_at FROM creator JOIN chosen ON chosen.id = creator.id JOIN creator_action a ON a.id = {id}
              WHERE creator.market_id = {marketId.ToString(CultureInfo.InvariantCulture)} AND {field.Differs}
            """, [value], cancel);
        if (action.Count == 0) return new Response(null, chosen, 0);
        await Take(field, action, change, db, cancel);
        db.Audit(actor, "creators.changed", action, new { action.Kind, action.Value, action.Count });
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE chosen", cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
        return new Response(action.Id, chosen, action.Count);
    }

    /// <summary>The creators of an action's steps get the steps' new values.</summary>
    internal static Task Take(WorkField field, CreatorAction action, LedgerChange change, AppDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture,
            $"UPDATE creator SET {field.Set}, change_id = {change.Id} FROM creator_step s WHERE s.creator_id = creator.id AND s.action_id = {action.Id}"), cancel);

    /// <summary>chosen: rows of the creators meant, as the columns find them.</summary>
    private static async Task<long> Choose(DirectoryQuestion question, IReadOnlyList<long>? ids, AppDb db, LedgerColumns columns, CancellationToken cancel)
    {
        ColumnShape[] shape = [new("id", ColumnType.Long)];
        await db.Database.ExecuteSqlRawAsync(TruthWriter.TemporaryTable(db, "chosen", shape), cancel);
        var where = ids is null ? question.Where : [$"c.id IN ({string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))})"];
        using var connection = columns.Connect();
        using var statement = connection.Prepare(DirectorySql.Ids(question.Sales, where));
        for (var i = 0; i < question.Parameters.Count; i++) statement.Bind(i + 1, question.Parameters[i]);
        using var rows = statement.Query();
        return TruthWriter.Copy(db, "chosen", shape, rows, null, cancel);
    }

    private static async Task<(WorkField Field, string Value, string Said)> Wish(Request request, long marketId, AppDb db, Actor actor, CancellationToken cancel)
    {
        var value = (request.Value ?? "").Trim();
        switch (request.Do)
        {
            case CreatorAction.SetStage:
                var stage = value == CreatorFilter.None ? CreatorStage.None : CreatorStage.All.Contains(value) ? value : throw new Refused("stage_unknown", value);
                return (WorkField.Stage, stage, stage);
            case CreatorAction.SetOwner:
                if (value == CreatorFilter.None) return (WorkField.Owner, "", "");
                var id = value == CreatorFilter.Me ? actor.PersonId : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
                var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
                if (person is null || !person.WorksIn(marketId)) throw new Refused("owner_not_here");
                return (WorkField.Owner, person.Id.ToString(CultureInfo.InvariantCulture), person.Name);
            case CreatorAction.Contacted:
                return (WorkField.Contacted, "", "");
            case CreatorAction.Tag or CreatorAction.Untag or CreatorAction.AddToList or CreatorAction.RemoveFromList:
                var isOn = request.Do is CreatorAction.Tag or CreatorAction.AddToList;
                var label = await Label(marketId, request.Do is CreatorAction.Tag or CreatorAction.Untag ? CreatorLabel.Tag : CreatorLabel.List, value, isOn, db, cancel);
                return (WorkField.Label(label.Id), isOn ? "1" : "", label.Name);
            default:
                throw new Refused("action_unknown", request.Do);
        }
    }

    private static async Task<CreatorLabel> Label(long marketId, string kind, string name, bool mayBeNew, AppDb db, CancellationToken cancel)
    {
        var key = CreatorLabel.KeyOf(name);
        if (await db.CreatorLabels.FirstOrDefaultAsync(l => l.MarketId == marketId && l.Kind == kind && l.NameKey == key, cancel) is { } known) return known;
        var label = CreatorLabel.Create(marketId, kind, name);
        if (!mayBeNew) throw new Refused("label_missing", name);
        db.Add(label);
        await db.SaveChangesAsync(cancel);
        return label;
    }

    private static DayRange Range(Request request, DateTimeOffset now) =>
        request is { From: { } from, To: { } to } ? new DayRange(from, to) : new DayRange(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-28), DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1));
}
