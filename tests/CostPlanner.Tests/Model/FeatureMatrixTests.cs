using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

public sealed class FeatureMatrixTests
{
    // "has" has the feature, "not" lacks it, "open" has a row that says nothing of it, and "none" has no row.
    private static readonly FeatureMatrix Matrix = Editions.Matrix("f", ("has", "f", ""), ("not", "", "f"), ("open", "", ""));

    [Theory]
    [InlineData(FeatureState.Yes, "has")]
    [InlineData(FeatureState.No, "not")]
    [InlineData(FeatureState.Unknown, "open")]
    [InlineData(FeatureState.Unknown, "none")]
    [InlineData(FeatureState.Unknown)]
    [InlineData(FeatureState.Yes, "not", "has")]
    [InlineData(FeatureState.Yes, "open", "has")]
    [InlineData(FeatureState.Yes, "has", "open", "not")]
    [InlineData(FeatureState.Unknown, "not", "open")]
    [InlineData(FeatureState.No, "not", "not")]
    [InlineData(FeatureState.No, "not", "none")]
    [InlineData(FeatureState.Yes, "none", "has")]
    public void Products_have_together_what_one_has_and_lack_what_all_lack(FeatureState expected, params string[] products) =>
        Assert.Equal(expected, Matrix.Of(products).Of("f"));

    [Fact]
    public void A_feature_that_nobody_listed_is_not_known() => Assert.Equal(FeatureState.Unknown, Matrix.Of(["has"]).Of("g"));

    [Fact]
    public void Two_rows_of_one_product_are_refused() => Assert.Throws<ArgumentException>(() => Editions.Matrix("f", ("has", "f", ""), ("has", "", "f")));
}
