using System.Collections.Immutable;

namespace CostPlanner.Simulation.Sampling;

/// <summary>What each trial draws for a plan's inputs.</summary>
internal sealed class Draw
{
    private readonly ImmutableArray<SimulationInput> inputs;
    private readonly ImmutableArray<Func<double, double>> quantiles;
    private readonly ImmutableArray<ulong> keys;
    private readonly RankCopula copula;
    private readonly ulong seed;

    private Draw(SimulationPlan plan)
    {
        inputs = plan.Inputs;
        quantiles = [.. plan.Inputs.Select(each => Quantiles.Of(each.Range))];
        keys = [.. plan.Inputs.Select(each => TrialGenerator.KeyOf(each.Key))];
        copula = RankCopula.Of([.. plan.Inputs.Select(each => each.Key)], plan.Correlations);
        seed = plan.Seed;
    }

    /// <summary>The drawing of a plan; throws <see cref="CorrelationException"/> where its correlations cannot be.</summary>
    public static Draw Of(SimulationPlan plan) => new(plan);

    /// <summary>The values of one trial, in the order of the inputs.</summary>
    public ImmutableArray<decimal> Values(int trial) => At(new TrialGenerator(seed, trial));

    /// <summary>The values that a generator draws.</summary>
    public ImmutableArray<decimal> At(TrialGenerator generator)
    {
        var shares = new double[inputs.Length];
        for (var input = 0; input < shares.Length; input++)
        {
            shares[input] = generator.Share(keys[input]);
        }

        copula.Correlate(shares);
        return [.. shares.Select((share, input) => Value(input, share))];
    }

    /// <summary>An input's value that a share of its distribution stays below, cut where the value could mean nothing.</summary>
    private decimal Value(int input, double share)
    {
        var value = (decimal)quantiles[input](share);
        return Math.Max(inputs[input].Least ?? value, Math.Min(inputs[input].Most ?? value, value));
    }
}
