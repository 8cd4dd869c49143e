using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Studies.Sweeps;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Pages.WhatIf;

namespace CostPlanner.Tests.Reporting.Pages.WhatIf;

/// <summary>Pages of sweeps whose totals are reckoned: staying costs 100 times the first axis, leaving 10 times the second and 250.</summary>
public sealed class SweepPageTests
{
    // 11 values of the first axis and 2 of the second: two charts of eleven points, not eleven of two.
    [Fact]
    public void The_axis_with_the_most_numbers_goes_across()
    {
        var captions = Captions(Of(Numbers("a", 11), Numbers("b", 2)));
        Assert.Equal(["Total of each option, b = 1, EUR", "Total of each option, b = 2, EUR"], captions.Where(each => each.StartsWith("Total", StringComparison.Ordinal)));
        Assert.Equal(["Total of each option, b = 1, EUR", "Total of each option, b = 2, EUR"], Captions(Of(Numbers("b", 2), Numbers("a", 11))).Where(each => each.StartsWith("Total", StringComparison.Ordinal)));
    }

    [Fact]
    public void Words_do_not_go_across_where_numbers_can() => Assert.Equal(
        ["Total of each option, way = one, EUR", "Total of each option, way = two, EUR", "Total of each option, way = three, EUR"],
        Captions(Of(Numbers("a", 2), new SweepAxis("way", "Way", "", ["one", "two", "three"]))));

    // Of 14 values 12 have a chart.
    [Fact]
    public void Charts_that_are_not_drawn_are_told()
    {
        var page = PageOf(Of(Numbers("a", 15), Numbers("b", 14)));
        Assert.Equal(12, Captions(page).Count(each => each.StartsWith("Total", StringComparison.Ordinal)));
        Assert.Contains("2 further charts of this kind are not drawn: the table below and the CSV have every point that was worked out.", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("not drawn", Text(PageOf(Of(Numbers("a", 15), Numbers("b", 12)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_tells_of_charts_that_it_lacks_points_of()
    {
        var sweep = Of(Numbers("a", 3), Numbers("b", 2));
        var page = PageOf(sweep with { Points = [.. sweep.Points.Skip(1)] });
        Assert.Contains("1 chart is left out because this share of the sweep lacks points of it", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain(Captions(page), each => each.StartsWith("The cheapest", StringComparison.Ordinal));
    }

    // At a = 1, 2, 3 staying costs 100, 200, 300; at b = 1, 2 leaving 260, 270. B is cheaper only at a = 3: by 40 and by 30. From the lowest row: leads 160, 60, 40 and 170, 70, 30.
    [Fact]
    public void A_grid_of_two_numbers_has_a_map_whichever_is_named_first()
    {
        string[] cells = ["A 160", "A 60", "B 40", "A 170", "A 70", "B 30"];
        foreach (var page in new[] { PageOf(Of(Numbers("a", 3), Numbers("b", 2))), PageOf(Of(Numbers("b", 2), Numbers("a", 3))) })
        {
            var map = page.Elements("figure").First(each => each.Value.StartsWith("The cheapest option, and its lead over the next in EUR", StringComparison.Ordinal));
            Assert.Equal(cells, map.Descendants("text").Where(each => ((string?)each.Attribute("class"))!.Contains("on-light", StringComparison.Ordinal)).Select(each => each.Value));
            Assert.DoesNotContain("the case itself", map.Value, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Captions(Of(Numbers("a", 3))), each => each.StartsWith("The cheapest", StringComparison.Ordinal));
    }

    private static SweepAxis Numbers(string key, int count) => new(key, key, "", [.. Enumerable.Range(1, count).Select(value => value.ToString(CultureInfo.InvariantCulture))]);

    private static Page PageOf(Sweep sweep) => new(HtmlReport.Render(SweepPage.Of(sweep)));

    private static string Text(Page page) => string.Concat(page.Elements("p").Select(each => each.Value)).Replace('\u00a0', ' ');

    private static List<string> Captions(Sweep sweep) => Captions(PageOf(sweep));

    private static List<string> Captions(Page page) => [.. page.Elements("figcaption").Select(each => each.Value)];

    private static Sweep Of(params ImmutableArray<SweepAxis> axes)
    {
        ImmutableArray<CaseMeasure> measures = [new(CaseFigures.Complete, "", ""), new(CaseFigures.Total, "", "EUR")];
        return new Sweep
        {
            Scenario = "made", Title = "Made", AsOf = new DateOnly(2026, 10, 1), Currency = Currency.Euro, Baseline = "stay", Set = [], Axes = axes, Measures = measures,
            Original = [new OptionFigures("stay", "Staying", [1, 100]), new OptionFigures("leave", "Leaving", [1, 250])],
            Points = [.. Enumerable.Range(0, Sweep.CountOf(axes)).Select(index => Point(axes, index))],
        };
    }

    private static SweepPoint Point(ImmutableArray<SweepAxis> axes, int index)
    {
        var values = axes.Zip(Sweep.ValuesAt(axes, index)).ToDictionary(each => each.First.Key, each => decimal.TryParse(each.Second, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return new SweepPoint(index, [[1, 100 * values["a"]], [1, 250 + (10 * values.GetValueOrDefault("b"))]]);
    }
}
