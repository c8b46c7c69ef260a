using Showrunner.Creators;
using Showrunner.Imports.Reading;
using Showrunner.Ledger;

namespace Showrunner.Tests.Imports.Reading;

public class CreatorProfileTests
{
    [Fact]
    public void Profiles_tell_exact_figures_ranges_and_what_is_kept_back()
    {
        using var file = TempFile.Of("""
            Handle,Nickname,Followers,Avg. video views,GMV (30 days),Engagement rate,Female followers,Agency,Creator split,Profile date,Bio
            @Lina.Shop,Lina,12000,3000-5000,Not shared,4.5%,62%,North Star,80%,20/03/2026,"Kitchen, pans"
            budi,,,,,,,,,,
            ,Nobody,5,1,,,,,,,
            """);
        using var reader = new CreatorProfileReader(Shared.Open(file.Path), Shared.Recognise(file.Path), Shared.Vietnam, Shared.Options);
        Assert.True(reader.Read());
        var lina = reader.Current;
        Assert.Equal(("lina.shop", "Lina", 12_000L, "North Star", 800_000L, new DateOnly(2026, 3, 20), "Kitchen, pans"), (lina.Handle, lina.Name, lina.Followers!.Value, lina.AgencyName, lina.AgencySplitPpm!.Value, lina.Day, lina.Bio));
        Assert.Equal((Figure.Range(3_000, 5_000), Figure.NotShared, Figure.Exact(45_000), Figure.Exact(620_000)),
            (lina.Values[CreatorMeasure.VideoViews], lina.Values[CreatorMeasure.Gmv], lina.Values[CreatorMeasure.Engagement], lina.Values[CreatorMeasure.Female]));
        Assert.True(reader.Read());
        Assert.Equal(("budi", null, 0), (reader.Current.Handle, reader.Current.Followers, reader.Current.Values.Count));
        Assert.True(reader.Read());
        Assert.Equal("value_missing", reader.Problem!.Code);
        Assert.False(reader.Read());
    }
}
