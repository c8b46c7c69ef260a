using Showrunner.Demo.Words;
using Showrunner.Ledger;
using Fields = Showrunner.Imports.Kinds.OfferList;

namespace Showrunner.Demo.Export;

/// <summary>What was offered to whom, as a team keeps it.</summary>
internal static class OffersFile
{
    public static ExportColumns<OfferDraft> Columns(ExportForm form) => new(Fields.Kind, "offers", ExportHeaders.Offers(form.Language), (field, _) => field switch
    {
        Fields.Creator => d => d.CreatorHandle,
        Fields.ProductNo => d => d.ProductNo,
        Fields.ProductName => d => d.ProductName,
        Fields.ShopName => d => d.ShopName,
        Fields.Offered => d => ExportForm.Day(d.Day),
        Fields.Answer => d => Answer(form.Language, d.Answer),
        Fields.Answered => d => Day(d.AnsweredDay),
        Fields.Sample => d => Day(d.SampleDay),
        Fields.Posted => d => Day(d.PostedDay),
        _ => _ => ExportForm.None,
    });

    private static string Day(DateOnly? day) => day is { } known ? ExportForm.Day(known) : ExportForm.None;

    private static string Answer(ExportLanguage language, string answer) => (language, answer) switch
    {
        (_, OfferAnswer.None) => ExportForm.None,
        (ExportLanguage.Indonesian, OfferAnswer.Accepted) => "Diterima",
        (ExportLanguage.Indonesian, _) => "Ditolak",
        (ExportLanguage.Vietnamese, OfferAnswer.Accepted) => "Đồng ý",
        (ExportLanguage.Vietnamese, _) => "Từ chối",
        (_, OfferAnswer.Accepted) => "Accepted",
        _ => "Declined",
    };
}
