using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Showrunner.Accounts;
using Showrunner.Campaigns.Planning;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Campaigns;

/// <summary>The forms of campaigns. Each calls the slice that the API calls.</summary>
internal static class CampaignForms
{
    /// <summary>Of an uploaded project plan, in bytes.</summary>
    public const long LargestPlan = 64L << 20;

    internal sealed record Needs(AppDb Db, Actor Actor, LedgerColumns Columns, TimeProvider Clock, ComparedPlan Compared, CancellationToken Cancel);

    public static void Map(WebApplication app) => app.MapPost("/campaigns/{id:long}", Change).WithOrder(-1).WithMetadata(new RequestSizeLimitAttribute(LargestPlan));

    private static Task<IResult> Change(long id, IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        switch (form["do"].ToString())
        {
            case "dates":
                await SetCampaignDates.Handle(id, Read(form), on.Db, on.Actor, on.Cancel);
                break;
            case "compare":
                await using (var file = (form.Files.FirstOrDefault(f => f.Length > 0) ?? throw new Refused("file_missing")).OpenReadStream())
                    on.Compared.Show(await ComparePlan.Handle(id, file, on.Db, on.Actor, on.Cancel));
                return null;
            case "take":
                await Take(id, form, on);
                break;
            default:
                await NameCampaign.Handle(id, new(form["name"]), on.Db, on.Actor, on.Columns, on.Clock, on.Cancel);
                break;
        }
        new Notice("notice.saved").Leave(context);
        return context.Request.Path + context.Request.QueryString;
    });

    /// <summary>Where the campaign has changed since, the differences are shown again as they are now.</summary>
    private static async Task Take(long id, IFormCollection form, Needs on)
    {
        SetCampaignDates.Request wanted;
        try { wanted = JsonSerializer.Deserialize<SetCampaignDates.Request>(form["plan"].ToString(), JsonSerializerOptions.Web) ?? throw new Refused("form_expired"); }
        catch (JsonException) { throw new Refused("form_expired"); }
        try { await SetCampaignDates.Handle(id, wanted, on.Db, on.Actor, on.Cancel); }
        catch (Refused changed) when (changed.Code == "changed_meanwhile")
        {
            on.Compared.Show(ComparePlan.Against(await ShowCampaignDates.Handle(id, on.Db, on.Actor, on.Cancel), wanted));
            throw new Refused("campaign_changed_meanwhile");
        }
    }

    /// <summary>The API takes the file as the body.</summary>
    internal static async Task<ComparePlan.Response> Compare(long id, HttpRequest request, AppDb db, Actor actor, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancel);
        buffer.Position = 0;
        return await ComparePlan.Handle(id, buffer, db, actor, cancel);
    }

    private static SetCampaignDates.Request Read(IFormCollection form)
    {
        var (numbers, names, days) = (form["no"], form["milestone"], form["day"]);
        var rows = Enumerable.Range(0, Math.Min(names.Count, Math.Min(numbers.Count, days.Count))).Where(at => !string.IsNullOrWhiteSpace(names[at]) || (days[at] ?? "").Length > 0 && Whole(numbers[at]) is null);
        return new SetCampaignDates.Request(Whole(form["version"]) ?? -1, Day(form["register"]), Day(form["starts"]), Day(form["ends"]), [.. rows.Select(at => new ShowCampaignDates.Milestone(Whole(numbers[at]), names[at], Day(days[at])))]);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
