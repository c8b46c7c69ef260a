using Showrunner.Insights.Explore;

namespace Showrunner.Tests.Insights.Explore;

public class ExplorationTests
{
    [Theory]
    [InlineData("m=gmv")]
    [InlineData("m=gmv&m=aov&by=creator&by=channel&creator=%40lina&creator=budi&product=Fan%20%26%20more%2C%20blue&channel=live&grain=week&sort=-aov&top=10&chart=stack&draw=aov&preset=last7")]
    [InlineData("m=refund_rate&category=Home%2FFans&status=settled&content=73&grain=day&sort=-time&from=2026-03-01&to=2026-03-31")]
    public void An_address_read_and_written_again_is_the_same(string address)
    {
        Assert.Equal(address, Exploration.Parse(address).Query);
        Assert.Equal(address, Exploration.Parse(Exploration.Parse(address).Query).Query);
    }

    [Fact]
    public void What_an_address_says_twice_empty_or_wrong_does_no_harm()
    {
        var asked = Exploration.Parse("m=gmv&m=gmv&by=&by=channel&creator=&top=abc&chart=pie&from=2026-03-31&to=2026-03-01&market=VN&hide=x");
        Assert.Equal("m=gmv&by=channel", asked.Query);
        Assert.Equal(Exploration.MostTop, Exploration.Parse("m=gmv&top=99999999").Top);
    }

    [Fact]
    public void An_address_that_asks_nothing_shows_a_first_question() => Assert.Equal("m=gmv&m=orders&grain=day", Exploration.Parse("market=VN&compare=none").Query);

    [Fact]
    public void A_question_without_figures_is_not_filled_in() => Assert.Empty(Exploration.Parse("by=channel").Metrics);
}
