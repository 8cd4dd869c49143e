using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Json.Commands;

public sealed class PricesJsonTests
{
    [Fact]
    public void Each_row_tells_the_features_of_its_product()
    {
        var matrix = Editions.Matrix("a b c", ("p", "a", "b"));
        using var json = JsonDocument.Parse(PricesJson.Render(new PriceBook([Estate.Row("p", "core", 1), Estate.Row("q", "core", 1)]), matrix));
        var features = json.RootElement.EnumerateArray().Select(row => row.GetProperty("features")).ToList();

        Assert.Equal(["yes", "no", null], new[] { "a", "b", "c" }.Select(name => features[0].GetProperty(name).GetString()));
        Assert.All(features[1].EnumerateObject(), feature => Assert.Equal(JsonValueKind.Null, feature.Value.ValueKind));
    }
}
