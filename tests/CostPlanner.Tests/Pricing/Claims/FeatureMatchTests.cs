using CostPlanner.Pricing.Claims;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Claims;

public sealed class FeatureMatchTests
{
    // KVM has / lacks, the other has / lacks.
    [Theory]
    [InlineData("a b", "", "a b", "", FeatureEquality.Equal, "", "")]
    [InlineData("a b", "", "a", "b", FeatureEquality.Equal, "", "")]
    [InlineData("a", "b", "a", "b", FeatureEquality.Equal, "", "")]
    [InlineData("a", "b", "a b", "", FeatureEquality.NotEqual, "b", "")]
    [InlineData("", "a b", "a b", "", FeatureEquality.NotEqual, "a b", "")]
    [InlineData("a", "", "a b", "", FeatureEquality.NotKnown, "", "b")]
    [InlineData("a", "b", "a", "", FeatureEquality.NotKnown, "", "b")]
    [InlineData("a", "", "a", "", FeatureEquality.NotKnown, "", "b")]
    [InlineData("a", "", "a", "b", FeatureEquality.Equal, "", "")]
    [InlineData("a b", "", "a", "", FeatureEquality.Equal, "", "")]
    [InlineData("", "a", "a b", "", FeatureEquality.NotEqual, "a", "b")]
    public void Equal_is_to_have_all_that_the_other_has(
        string has, string lacks, string otherHas, string otherLacks, FeatureEquality state, string lacking, string unknown)
    {
        var match = FeatureMatch.Of(Editions.Set(has, lacks), Editions.Set(otherHas, otherLacks), ["a", "b"]);

        Assert.Equal(state, match.State);
        Assert.Equal((lacking, unknown), (string.Join(' ', match.Lacks), string.Join(' ', match.Unknown)));
    }

    [Fact]
    public void A_feature_that_is_not_asked_for_does_not_count() =>
        Assert.Equal(FeatureEquality.Equal, FeatureMatch.Of(Editions.Set("a", "b"), Editions.Set("a b c"), ["a"]).State);
}
