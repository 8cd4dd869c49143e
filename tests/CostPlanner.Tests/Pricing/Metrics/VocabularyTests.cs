using System.Text.RegularExpressions;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Architecture;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>The words of the price book and the code that counts by them say the same.</summary>
public partial class VocabularyTests
{
    [Fact]
    public void Every_metric_of_the_vocabulary_is_counted_and_no_other() => Assert.Equal(LicenceMetric.All.Keys, LicenceMetrics.All.Keys);

    [Fact]
    public void Every_parameter_of_the_vocabulary_is_read_by_the_metrics_and_no_other()
    {
        var read = RepositoryFiles.CodeBelow("src/CostPlanner/Pricing/Metrics")
            .SelectMany(file => Reads().Matches(RepositoryFiles.Read(file)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();
        Assert.Equal(LicenceMetric.All.Values.SelectMany(each => each.Parameters).Distinct().Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, string> Parameters() => new(
        from metric in LicenceMetric.All.Values
        from parameter in metric.Parameters
        select (metric.Name, parameter));

    // The others at 2 or at 100, the parameter left out and then at several values: one of them at least counts otherwise, or is refused otherwise.
    [Theory]
    [MemberData(nameof(Parameters))]
    public void Every_parameter_changes_what_its_metric_counts(string metric, string parameter)
    {
        var others = new[] { "2", "100" }.Select(value => LicenceMetric.All[metric].Parameters.Remove(parameter).Select(each => $"{each}={value}").ToList());
        Assert.Contains(
            from each in others
            from value in new[] { "0.5", "1", "7", "1000", "1000000" }
            select Counted(metric, each) != Counted(metric, [.. each, $"{parameter}={value}"]),
            differs => differs);
    }

    [Fact]
    public void An_unknown_metric_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => LicenceMetrics.Count(Licensed.Rule("per-moon"), new LicensedEstate([]), new CaseCache()));
        Assert.Contains("per-moon", error.Message, StringComparison.Ordinal);
    }

    private static (decimal Units, string? Refusal) Counted(string metric, List<string> parameters)
    {
        var question = new QuoteQuestion(5, 3, 9, 70, 1)
        {
            VmCpus = 6,
            VmMemory = ByteSize.FromGiB(700),
            HostMemory = ByteSize.FromGiB(64),
            RawStorage = ByteSize.FromTiB(10),
        };
        var quantity = ProductLines.Quantity(Licensed.Rule(metric, string.Join(';', parameters)), question.Estate(), forGuests: true, question.Years, new CaseCache());
        return (quantity.Units, quantity.Refusal?.Words());
    }

    [GeneratedRegex("""(?:Parameter|Limit)\("(?<name>[^"]+)""")]
    private static partial Regex Reads();
}
