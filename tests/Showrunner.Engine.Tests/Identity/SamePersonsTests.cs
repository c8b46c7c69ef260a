using Showrunner.Engine.Findings;
using Showrunner.Engine.Identity;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Identity;

public class SamePersonsTests
{
    [Theory]
    [InlineData("+62 812-3456-7890", "0812 3456 7890")]
    [InlineData("0049 151 23456789", "+49 (151) 23456789")]
    public void One_number_is_one_however_it_is_written(string a, string b) => Assert.Equal(ContactKey.Phone(a), ContactKey.Phone(b));

    [Theory, InlineData("call me"), InlineData("12345"), InlineData("")]
    public void What_is_no_number_is_empty(string written) => Assert.Equal("", ContactKey.Phone(written));

    [Theory]
    [InlineData("Lena.Z+shop@Gmail.com", "lenaz@gmail.com")]
    [InlineData("a.b@example.com", "a.b@example.com")]
    [InlineData("nobody", "")]
    public void A_mailbox_is_one_however_it_is_written(string written, string key) => Assert.Equal(key, ContactKey.Mail(written));

    [Theory]
    [InlineData("lena.zuhause", "lena_zuhause.official2", true)]
    [InlineData("lena.zuhause", "lena.testet", false)]
    public void Endings_and_signs_do_not_name_anyone(string a, string b, bool same) => Assert.Equal(same, new HandleParts(a).Compact == new HandleParts(b).Compact);

    [Fact]
    public void Slips_of_the_hand_are_near()
    {
        Assert.True(HandleParts.IsNear("lenazuhause", "lenazuhasue"));
        Assert.False(HandleParts.IsNear("lenazuhause", "lenatestet"));
        Assert.True(new HandleParts("lena.fanpage").IsFan);
    }

    [Fact]
    public void A_shared_telephone_tells_one_person_and_an_offices_does_not()
    {
        var all = Crowd(300);
        all[10] = all[10] with { Phones = ["812345678"] };
        all[20] = all[20] with { Phones = ["812345678"], Name = all[10].Name, Category = all[10].Category, Audience = all[10].Audience };
        for (var i = 100; i < 140; i++) all[i] = all[i] with { Phones = ["800000000"] };
        var pair = Assert.Single(SamePersons.Find(all));
        Assert.Equal((all[10].Id, all[20].Id, "phone"), (pair.First, pair.Second, pair.Evidence[0].Code));
    }

    [Fact]
    public void The_order_of_the_accounts_does_not_matter_and_nothing_is_told_of_few()
    {
        var all = Crowd(200);
        for (var i = 0; i < 20; i += 2) all[i + 1] = all[i] with { Id = all[i + 1].Id, Handle = all[i].Handle + ".official", Bio = all[i + 1].Bio };
        var found = SamePersons.Find(all);
        Assert.Equal(10, found.Count);
        all.Reverse();
        Assert.Equal(found.Select(p => (p.First, p.Second, p.Probability)), SamePersons.Find(all).Select(p => (p.First, p.Second, p.Probability)));
        Assert.Empty(SamePersons.Find([]));
        Assert.Empty(SamePersons.Find(all[..1]));
        Assert.Throws<ArgumentException>(() => SamePersons.Find([all[0], all[0]]));
    }

    [Fact]
    public void More_that_agrees_never_makes_it_less_likely()
    {
        var all = Crowd(300);
        var last = 0.0;
        foreach (var step in new Action[]
        {
            () => all[2] = all[2] with { Phones = all[1].Phones },
            () => all[2] = all[2] with { Bio = all[1].Bio },
            () => all[2] = all[2] with { Audience = all[1].Audience },
            () => all[2] = all[2] with { Products = all[1].Products },
        })
        {
            all[1] = all[1] with { Phones = ["812222333"] };
            step();
            var now = SamePersons.Find(all, 0).Where(p => (p.First, p.Second) == (all[1].Id, all[2].Id)).Select(p => p.Probability).FirstOrDefault();
            Assert.True(now >= last);
            last = now;
        }
        Assert.True(last > 0.99);
    }

    [Fact]
    public void A_hundred_thousand_accounts_are_looked_through_in_bounded_time_and_memory()
    {
        var all = Crowd(100_000);
        GC.Collect();
        var (before, watch, most) = (GC.GetTotalMemory(true), System.Diagnostics.Stopwatch.StartNew(), 0L);
        var pairs = 0L;
        SamePersons.Find(all, report: seen => { pairs = seen; most = Math.Max(most, GC.GetTotalMemory(false)); });
        Assert.InRange(pairs, 1, 100L * all.Count); // all pairs would be five thousand million
        Assert.InRange(most - before, 0, 1_000_000_000);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void Quantiles_lie_between_the_values()
    {
        Assert.Equal((1, 2.5, 4, 3.25), (Quantiles.Of([1, 2, 3, 4], 0), Quantiles.Of([1, 2, 3, 4], 0.5), Quantiles.Of([1, 2, 3, 4], 1), Quantiles.Of([1, 2, 3, 4], 0.75)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([], 0.5));
    }

    /// <summary>People made of few words each, as in life: many share a first name, a category and a way to speak.</summary>
    private static List<IdentityProfile> Crowd(int count)
    {
        string[] names = ["lena", "mia", "jonas", "paul", "emma", "felix", "clara", "nele", "tom", "marie"], words = ["zuhause", "testet", "alltag", "kocht", "spart", "deals", "wohnt", "garten"];
        var all = new List<IdentityProfile>(count);
        for (var i = 0; i < count; i++)
        {
            var chance = Chance.Of(5, i, 0, 0);
            var name = chance.Pick(names);
            var (a, b, c) = (chance.Next(), chance.Next(), chance.Next());
            all.Add(new IdentityProfile(i + 1, $"{name}.{chance.Pick(words)}{(char)('a' + chance.Below(26))}{(char)('a' + chance.Below(26))}{(char)('a' + chance.Below(26))}")
            {
                Name = $"{name} {(char)('a' + chance.Below(26))}{(char)('a' + chance.Below(26))}mann",
                Bio = $"I like {chance.Pick(words)} and {chance.Pick(words)} on {chance.Below(7)}",
                Category = "category " + chance.Below(8),
                Region = "region " + chance.Below(6),
                Audience = [chance.Next(), a / (a + b + c), b / (a + b + c), c / (a + b + c)],
                Products = [.. Enumerable.Range(0, 6).Select(_ => (long)chance.Below(500)).Distinct().Order()],
            });
        }
        return all;
    }
}
