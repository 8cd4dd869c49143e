using CostPlanner.Placement.Plans;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Tests.Reporting.Chapters.Opening;

public sealed class VerdictTests
{
    [Fact]
    public void The_verdict_names_hosts_money_and_time_with_the_scope_of_its_percentage()
    {
        var sample = SampleCase.Build();
        var (cheapest, baseline) = (sample.Cheapest!, sample.Baseline);
        var verdict = ReportDocument.Of(sample).Verdict.Replace('\u00a0', ' ');

        Assert.StartsWith("Cheapest over 5 years: “Plain KVM without a subscription, hosts reused” has a present cost of EUR ", verdict, StringComparison.Ordinal);
        Assert.Contains(
            $"a present cost of {Printed.Amount(cheapest.PresentCost)}, undiscounted {Printed.Amount(cheapest.Costs.Total)}. ".Replace('\u00a0', ' '), verdict, StringComparison.Ordinal);
        Assert.Contains($"EUR {Printed.Whole((baseline.PresentCost - cheapest.PresentCost).Amount)} of present value, or ", verdict, StringComparison.Ordinal);
        Assert.Contains(" % of all costs, less than “Stay on vSphere: VVF, hosts reused”.", verdict, StringComparison.Ordinal);
        Assert.Contains("It needs 18 hosts instead of 24, as the baseline does, and has no one month of payback: ", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_baseline_is_cheapest_nothing_pays_back()
    {
        var sample = SampleCase.Build();
        var document = ReportDocument.Of(sample with { Options = [.. sample.Options.Where(option => option.Option.Id is "vvf" or "vcf")] });
        var payback = document.FrontPage.OfType<KeyFigures>().Single().Figures[2];

        Assert.StartsWith("Of 2\u00a0options that can be ranked, the baseline is the cheapest", document.Verdict, StringComparison.Ordinal);
        Assert.Equal("none", payback.Value);
    }

    [Fact]
    public void A_VM_without_a_place_keeps_an_option_from_being_ranked_and_is_named()
    {
        var sample = SampleCase.Build();
        var option = sample.Options.Single(each => each.Option.Id == "plain-kvm");
        var cluster = option.Plan.Clusters[0];
        var misfit = new UnplacedVm(option.Demand.Running[0], "needs 96 threads; the widest host has 48");
        var broken = option with { Plan = new EstatePlan(option.Plan.Clusters.SetItem(0, cluster with { Misfits = [misfit] })) };
        var page = Page.Of(sample with { Options = sample.Options.Replace(option, broken) });
        var total = page.TablesOf("options").SelectMany(table => Page.Rows(table, "")).First(row => Page.Text(row, 0) == option.Option.Name);

        Assert.Equal("at least", Page.Before(total, 1));
        Assert.Contains("is not ranked: 1\u00a0VM without a place", page.Section("answer").Value, StringComparison.Ordinal);
        Assert.Contains(SampleEstate.HostileName + "HAM-PROD-01needs 96 threads", page.Section("hosts").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Placeholders_are_named_on_the_front_page_and_marked_where_they_are_used()
    {
        var page = Page.Of(SampleCase.Build());

        Assert.Contains("6\u00a0figures without a source (grade M)", page.Section("answer").Value, StringComparison.Ordinal);
        Assert.Contains(page.Section("lines").Descendants("td"), cell => ((string?)cell.Attribute("class") ?? "").Contains("placeholder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1234567.5, "1,234,568")]
    [InlineData(-433780, "\u2212433,780")]
    [InlineData(-0.4, "0")]
    public void Figures_have_commas_and_a_true_minus_sign_and_no_minus_zero(double value, string printed) =>
        Assert.Equal(printed, Printed.Whole((decimal)value));

    [Fact]
    public void A_percentage_has_one_decimal() => Assert.Equal("\u221237.8\u00a0%", Printed.Percent(-0.3776m));
}
