using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Simulation;

[Slow]
public sealed class SobolTests
{
    private const int Rows = 5_000;

    private static readonly TrialFigure Figure = TrialFigures.Total(1);

    [Fact]
    public void The_indices_of_Ishigamis_function_are_those_of_the_closed_form()
    {
        // sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on -π to π (Ishigami and Homma 1990). V = 1/2 + 7²/8 + 0.1 π⁴/5 + 0.01 π⁸/18 = 13.8446;
        // V1 = (1 + 0.1 π⁴/5)² / 2 = 4.3459, V2 = 49/8 = 6.125, V3 = 0, V13 = 0.01 π⁸ (1/18 - 1/50) = 3.3737.
        var indices = Indices(
            x => Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0])),
            [.. "123".Select(each => Simulated.Uniform($"x{each}", -3.14159265m, 3.14159265m))]);

        AssertShares(indices, 0, 0.3139, 0.5576);
        AssertShares(indices, 1, 0.4424, 0.4424);
        AssertShares(indices, 2, 0, 0.2437);
        Assert.Equal([0, 1, 2], indices.Factors.Select(each => each.Inputs.Single()));
        Assert.Equal((null, Rows, 0, 3 * Rows), (indices.Rest, indices.Rows, indices.Lacking, indices.Runs));
    }

    [Fact]
    public void The_indices_of_the_g_function_are_those_of_the_closed_form()
    {
        // Π (|4 xi - 2| + ai) / (1 + ai), a = 0, 1, 4.5, 9 (Saltelli and Sobol 1995): Vi = 1 / (3 (1 + ai)²), V = Π (1 + Vi) - 1.
        double[] a = [0, 1, 4.5, 9];
        double[] parts = [.. a.Select(each => 1 / (3 * (1 + each) * (1 + each)))];
        var variance = parts.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
        var indices = Indices(
            x => x.Select((value, each) => (Math.Abs((4 * value) - 2) + a[each]) / (1 + a[each])).Aggregate(1.0, (product, part) => product * part),
            [.. a.Select((_, each) => Simulated.Uniform($"x{each}", 0, 1))]);

        for (var input = 0; input < a.Length; input++)
        {
            // All but the input's own part: what is left when it is fixed.
            var others = ((variance + 1) / (1 + parts[input])) - 1;
            AssertShares(indices, input, parts[input] / variance, 1 - (others / variance));
        }
    }

    [Fact]
    public void What_is_not_asked_singly_has_its_share_as_the_rest()
    {
        // 3 x + 2 y + z of even spreads: variances as 9 : 4 : 1.
        var result = Simulated.Run(Three() with { MostTrials = 2 * Rows }, Simulated.Function(x => (3 * x[0]) + (2 * x[1]) + x[2]));
        var indices = SobolIndices.Of(result, [[0]], Simulated.Function(x => (3 * x[0]) + (2 * x[1]) + x[2]), Figure, Rows, TestContext.Current.CancellationToken)!;

        Assert.Equal(9 / 14.0, indices.Factors.Single().Total.Value, 0.04);
        Assert.Equal([1, 2], indices.Rest!.Inputs);
        Assert.Equal(5 / 14.0, indices.Rest.Total.Value, 0.04);
    }

    [Fact]
    public void Inputs_that_are_correlated_have_one_share_together()
    {
        var plan = Three() with { Correlations = [Simulated.Together("z", "x", 0.9m)], MostTrials = 2 * Rows };
        var trialCase = Simulated.Function(x => x[0] + x[1] + x[2]);
        var study = CauseStudy.Of(Simulated.Run(plan, trialCase), trialCase, Figure, new CauseEffort(3, Rows), TestContext.Current.CancellationToken);

        // Var(x + z) = 2 (1 + r) / 12 with r = 0.9 between even spreads, Var(y) = 1 / 12: 3.8 to 1.
        Assert.Equal([[0, 2], [1]], study.Variance!.Factors.Select(each => each.Inputs.ToArray()));
        Assert.Equal(3.8 / 4.8, study.Variance.Factors[0].First.Value, 0.04);
        Assert.Equal(1 / 4.8, study.Variance.Factors[1].Total.Value, 0.04);
    }

    [Fact]
    public void Rows_without_a_figure_are_left_out_and_counted()
    {
        var trialCase = Simulated.Case(values => [0, values[0] < 0.5m ? null : values[1]]);
        var indices = SobolIndices.Of(Simulated.Run(Three(), trialCase), [[0], [1], [2]], trialCase, Figure, 1_000, TestContext.Current.CancellationToken)!;

        // Both trials of a pair need x of at least a half: of 1,000 pairs 750 lack it.
        Assert.InRange(indices.Lacking, 700, 800);
        Assert.Equal(1_000, indices.Rows + indices.Lacking);
    }

    [Fact]
    public void A_figure_that_does_not_vary_has_no_causes()
    {
        var trialCase = Simulated.Function(_ => 5);
        var study = CauseStudy.Of(Simulated.Run(Three(), trialCase), trialCase, Figure, null, TestContext.Current.CancellationToken);

        Assert.Null(study.Variance);
        Assert.Equal([null, null, null], study.Ranks);
        Assert.All(study.Tornado.Bars, bar => Assert.Equal(0, bar.Swing));
    }

    [Fact]
    public void Intervals_hold_the_closed_form_about_as_often_as_they_say()
    {
        var held = Enumerable.Range(0, 40).Count(seed =>
        {
            var trialCase = Simulated.Function(x => (3 * x[0]) + (2 * x[1]) + x[2]);
            var result = Simulated.Run(Three() with { Seed = (ulong)seed, MostTrials = 400 }, trialCase);
            var total = SobolIndices.Of(result, [[0], [1], [2]], trialCase, Figure, 200, TestContext.Current.CancellationToken)!.Factors.Single(each => each.Inputs[0] == 1).Total;
            return total.Low <= 4 / 14.0 && 4 / 14.0 <= total.High;
        });

        // 95 % of 40 is 38; 33 or fewer would happen once in 150 runs.
        Assert.InRange(held, 34, 40);
    }

    private static SimulationPlan Three() =>
        Simulated.Plan(Simulated.Uniform("x", 0, 1), Simulated.Uniform("y", 0, 1), Simulated.Uniform("z", 0, 1));

    private static SobolIndices Indices(Func<double[], double> function, SimulationInput[] inputs)
    {
        var trialCase = Simulated.Function(function);
        var result = Simulated.Run(Simulated.Plan(inputs) with { MostTrials = 2 * Rows }, trialCase);
        return SobolIndices.Of(result, [.. inputs.Select((_, each) => ImmutableArray.Create(each))], trialCase, Figure, Rows, TestContext.Current.CancellationToken)!;
    }

    private static void AssertShares(SobolIndices indices, int input, double first, double total)
    {
        var factor = indices.Factors.Single(each => each.Inputs.Single() == input);
        Assert.Equal(first, factor.First.Value, 0.05);
        Assert.Equal(total, factor.Total.Value, 0.05);
        Assert.InRange(factor.First.Value, factor.First.Low, factor.First.High);
        Assert.InRange(factor.Total.High - factor.Total.Low, 0.0001, 0.1);
    }
}
