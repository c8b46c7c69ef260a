using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Tests.Matching.Content;

public sealed class TextVectorsTests
{
    private static readonly TextVectors Texts = TextVectors.Fit(["Quạt cầm tay mini", "Tai nghe bluetooth", "手持风扇", "蓝牙耳机", "Handventilator", "kipas angin genggam"]);

    [Theory]
    [InlineData("Quạt CẦM tay", "#quatcamtay")]
    [InlineData("Straßenlaterne für draußen", "STRASSENLATERNE FUR DRAUSSEN")]
    [InlineData("đồng hồ", "dong ho")]
    [InlineData("ｆｕｌｌ ｗｉｄｔｈ", "full width")]
    [InlineData("Kipas Angin", "kipas-angin")]
    public void Case_accents_width_and_gaps_do_not_matter(string one, string other) => Assert.True(Texts.Similarity(one, other) > 0.5, $"{Texts.Similarity(one, other)}");

    [Theory]
    [InlineData("手持风扇", "风扇", "耳机")]
    [InlineData("Quạt mini cầm tay tích điện", "quạt để bàn", "sạc dự phòng")]
    [InlineData("kipas angin meja", "kipas genggam", "pengisi daya")]
    [InlineData("Handventilator klein", "Tischventilator", "Ladegerät")]
    [InlineData("พัดลมมือถือ", "พัดลม", "หูฟัง")]
    public void What_means_the_same_is_nearer_in_every_script(string text, string near, string far) =>
        Assert.True(Texts.Similarity(text, near) > Texts.Similarity(text, far) + 0.05, $"{Texts.Similarity(text, near)} {Texts.Similarity(text, far)}");

    [Fact]
    public void A_text_equals_itself_and_nothing_equals_nothing()
    {
        Assert.Equal(1, Texts.Similarity("Quạt mini", "Quạt mini"), 6);
        foreach (var empty in new[] { null, "", "  ", "!!! …", "😀" }) Assert.Equal(0, Texts.Similarity(empty, "Quạt mini"));
        Assert.Equal(0, Texts.Of("\ud800").Count);
    }

    [Fact]
    public void What_stands_in_every_text_counts_less()
    {
        var texts = TextVectors.Fit(["shop alpha", "shop beta", "shop gamma"]);
        Assert.True(texts.Similarity("shop alpha", "shop") < texts.Similarity("shop alpha", "alpha"));
    }

    [Fact]
    public void Vectors_add_what_is_said_twice_and_refuse_what_is_no_number()
    {
        var vector = SparseVector.Of([new(7, 1), new(2, 3), new(7, 2)]);
        Assert.Equal([2, 7], vector.Positions.ToArray());
        Assert.Equal([3f, 3f], vector.Values.ToArray());
        Assert.Equal(Math.Sqrt(18), vector.Length, 9);
        Assert.Equal(1, vector.Unit().Length, 6);
        Assert.Equal(0, vector.Cosine(SparseVector.Empty));
        Assert.Throws<ArgumentException>(() => SparseVector.Of([new(-1, 1)]));
        Assert.Throws<ArgumentException>(() => SparseVector.Of([new(1, float.NaN)]));
    }
}
