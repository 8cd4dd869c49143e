using CostPlanner.Benchmarking.Statistics;

namespace CostPlanner.Tests.Benchmarking.Statistics;

public sealed class FitTests
{
    private static readonly (int VCpus, double GiB)[] Shapes = [(1, 1), (1, 4), (2, 2), (2, 8), (4, 4), (4, 16), (8, 2), (8, 16)];

    // x = 1…5, y = 2.2, 4.1, 6.2, 7.9, 10.1: slope 19.6/10 = 1.96, intercept 6.1 − 5.88 = 0.22; squares left 0.044;
    // s = sqrt(0.044/3) = 0.1211; half-width of the slope 3.182 × 0.1211 / sqrt(10) = 0.1219.
    [Fact]
    public void A_line_by_hand()
    {
        var fit = LeastSquares.Of([.. Enumerable.Range(1, 5).Select(x => new double[] { 1, x })], [2.2, 4.1, 6.2, 7.9, 10.1])!;
        Assert.Equal(0.22, fit.Coefficients[0].Value, 9);
        Assert.Equal(1.96, fit.Coefficients[1].Value, 9);
        Assert.Equal(0.1211, fit.Residual, 0.0001);
        Assert.Equal(1.96 + 0.1219, fit.Coefficients[1].High!.Value, 0.0001);
        // At the mean of x the line is surest: 6.1 ± 3.182 × 0.1211 / sqrt(5).
        Assert.Equal(6.1 + 0.1723, fit.At([1, 3]).High!.Value, 0.0001);
    }

    [Fact]
    public void What_cannot_be_fitted_has_no_fit()
    {
        Assert.Null(LeastSquares.Of([], []));
        Assert.Null(LeastSquares.Of([[1, 1], [1, 2]], [1, 2]));
        Assert.Null(LeastSquares.Of([[1, 2], [1, 2], [1, 2], [1, 2]], [1, 2, 3, 4]));
        Assert.Null(LeastSquares.Of([[0, 1], [0, 2], [0, 3]], [1, 2, 3]));
    }

    // Planted: 38 MiB + 8 MiB per vCPU + 2 MiB per GiB, with errors of ±0.5 that cancel.
    [Fact]
    public void The_planted_memory_of_guests_is_found_within_its_intervals()
    {
        var fit = MemoryFit.Of([.. Shapes.Select((shape, i) => new MemoryPoint(shape.VCpus, shape.GiB, 38 + (8 * shape.VCpus) + (2 * shape.GiB) + (i % 4 is 0 or 3 ? 0.5 : -0.5)))])!;
        Assert.InRange(38, fit.Fixed.Low!.Value, fit.Fixed.High!.Value);
        Assert.InRange(8, fit.PerVCpu.Low!.Value, fit.PerVCpu.High!.Value);
        Assert.InRange(2, fit.PerGiB.Low!.Value, fit.PerGiB.High!.Value);
        Assert.Equal(62, fit.Typical.Value, 0.5);
        Assert.True(fit.Typical.High - fit.Typical.Low < 2);
        Assert.Equal(
            ["memory-overhead-base", "memory-overhead-per-vcpu", "memory-overhead-per-gib", "memory-overhead-typical"],
            fit.Values.Select(value => value.Name));
        Assert.All(fit.Values, value => Assert.Equal(8, value.N));
    }

    [Fact]
    public void Five_shapes_are_too_few_and_memory_that_goes_with_vCPUs_tells_nothing()
    {
        Assert.Null(MemoryFit.Of([.. Shapes.Take(5).SelectMany(shape => Enumerable.Repeat(new MemoryPoint(shape.VCpus, shape.GiB, 50), 4))]));
        Assert.Null(MemoryFit.Of([.. Enumerable.Range(1, 8).Select(each => new MemoryPoint(each, 2.0 * each, 50 + each))]));
    }

    // 1.5 s of the host's own and 3.9 s for each guest.
    [Fact]
    public void A_boots_CPU_time_is_the_slope_over_guests()
    {
        var perGuest = BootCost.PerGuest([.. new[] { 1, 2, 4, 8 }.Select(guests => new BootPoint(guests, 1.5 + (3.9 * guests)))]);
        Assert.Equal(3.9, perGuest!.Value.Value, 9);
        Assert.Null(BootCost.PerGuest([new(1, 4), new(2, 8)]));
        Assert.Null(BootCost.PerGuest([new(2, 4), new(2, 8), new(2, 6)]));
    }

    // A fixed share faster from step to step: 100, g·1.1, g·1.21, 100·1.331 gives g/100 = 0.9 exactly.
    [Fact]
    public void Pairs_in_ABBA_order_do_not_see_a_steady_drift()
    {
        Assert.Equal(0.9, new AbbaPair(100, 90 * 1.1, 90 * 1.21, 133.1).Ratio, 12);
        Assert.Equal(1, new AbbaPair(5, 5, 5, 5).Ratio, 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbbaPair(0, 1, 1, 1).Ratio);
    }

    // Boots {1, 3} and {5, 7}: within ((1+1)+(1+1))/2 = 2; between 2 × (4+4)/1 = 16; (16 − 2)/2 = 7; ICC 7/9.
    [Fact]
    public void Variance_is_split_within_and_between_boots()
    {
        var parts = VarianceComponents.Of([[1, 3], [5, 7]])!;
        Assert.Equal(Math.Sqrt(2), parts.Within, 12);
        Assert.Equal(Math.Sqrt(7), parts.Between, 12);
        Assert.Equal(7.0 / 9, parts.Correlation!.Value, 12);
        // Boots that differ less than their own scatter says: none between.
        Assert.Equal(0, VarianceComponents.Of([[1, 9], [2, 8]])!.Between);
        Assert.Null(VarianceComponents.Of([[1, 2, 3]]));
        Assert.Null(VarianceComponents.Of([[1], [2]]));
        Assert.Null(VarianceComponents.Of([[2, 2], [2, 2]])!.Correlation);
    }

    [Fact]
    public void Every_measure_has_a_name_of_its_own_and_is_found_by_it()
    {
        Assert.Equal(Measures.All.Length, Measures.All.Select(measure => measure.Name).Distinct().Count());
        Assert.All(Measures.All, measure => Assert.Same(measure, Measures.Find(measure.Name)));
        Assert.All(Measures.All, measure => Assert.Equal(3, measure.Value(Interval.OfMean([1, 2, 3]), "mean").N));
        Assert.Null(Measures.Find("nothing"));
    }
}
