using Showrunner.Imports.Reading;
using Showrunner.Ledger;

namespace Showrunner.Tests.Imports.Reading;

public class OfferListTests
{
    [Theory]
    [InlineData("Creator,Product ID,Offered on,Answer,Answered on,Sample sent on,Posted on", "@Ana,17,2026-02-01,Accepted,2026-02-03,2026-02-05,--", OfferAnswer.Accepted)]
    [InlineData("Kreator,ID Produk,Ditawarkan Pada,Jawaban,Dijawab Pada,Sampel Dikirim Pada,Diunggah Pada", "ana,17,2026-02-01,Diterima,2026-02-03,2026-02-05,", OfferAnswer.Accepted)]
    [InlineData("Creator-Handle;Produkt-ID;Angeboten am;Antwort;Beantwortet am;Muster versandt am;Gepostet am", "ana;17;01.02.2026;;03.02.2026;05.02.2026;", OfferAnswer.Accepted)]
    public void It_is_known_by_its_headers_and_tells_what_came_of_an_offer(string headers, string row, string answer)
    {
        using var file = TempFile.Of(headers + "\n" + row + "\n");
        Assert.Equal("offer_list", Shared.Recognise(file.Path).KindCode);
        using var reader = Open(file.Path);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        var d = reader.Current;
        Assert.Equal(("ana", "17", answer, new DateOnly(2026, 2, 1)), (d.CreatorHandle, d.ProductNo, d.Answer, d.Day));
        Assert.Equal((new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 5), null), (d.AnsweredDay!.Value, d.SampleDay!.Value, d.PostedDay));
    }

    [Theory]
    [InlineData(",17,2026-02-01,,", "value_missing")]
    [InlineData("ana,17,,,", "value_missing")]
    [InlineData("ana,17,2026-02-01,perhaps,", "answer_unknown")]
    [InlineData("ana,17,2026-02-01,declined,2026-02-09", "answer_contradicts")]
    [InlineData("ana,17,2026-02-01,,2026-01-09", "offer_day_before")]
    public void A_row_that_cannot_be_taken_says_why(string row, string code)
    {
        using var file = TempFile.Of("Creator,Product ID,Offered on,Answer,Posted on\n" + row + "\n");
        using var reader = Open(file.Path);
        Assert.True(reader.Read());
        Assert.Equal(code, reader.Problem?.Code);
    }

    private static OfferReader Open(string path) => (OfferReader)FactReader.Open(path, Shared.Recognise(path), Shared.Britain, Shared.Options);
}
