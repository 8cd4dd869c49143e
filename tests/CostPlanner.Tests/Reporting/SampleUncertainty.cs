using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Studies;
using CostPlanner.Studies.BreakEvens;
using CostPlanner.Studies.Uncertainty;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting;

/// <summary>How sure the sample case is, from a case of sums and products in place of the estate, so that the answers can be worked out by hand.</summary>
internal static class SampleUncertainty
{
    /// <summary>The drawn inputs: the baseline costs 1,000,000 to 2,000,000, moving away 0 to 1,000,000; the third does nothing.</summary>
    public static ImmutableArray<SimulationInput> Inputs { get; } =
        [Simulated.Uniform("price.vvf", 1_000_000, 2_000_000), Simulated.Uniform("move", 0, 1_000_000), Simulated.Uniform("idle", 1, 2)];

    /// <summary>The sample case with its study.</summary>
    public static CaseStudy Build()
    {
        var result = SampleCase.Build();
        return result with { Uncertainty = Study(result) };
    }

    /// <summary>The study: of the options the baseline costs the first input, the first on KVM the second and 500,000, the one without a price nothing known, each other 3,000,000.</summary>
    public static UncertaintyStudy Study(CaseStudy result)
    {
        var (baseline, kvm) = (Baseline(result), Kvm(result));
        var plan = Simulated.Plan([.. Inputs]) with { Baseline = baseline, MostTrials = 400 };
        var trial = Simulated.Case(values => [.. result.Options.Select((option, place) => Total(result, place, values[0], values[1]))]);
        var trials = Simulated.Run(plan, trial);
        var causes = CauseStudy.Of(trials, trial, TrialFigures.Saving(kvm, baseline), new CauseEffort(2, 100), TestContext.Current.CancellationToken);
        var x = new KeyRange(Key(result, AssumptionIds.MigrationPerVm), 0, 1_000_000);
        var y = new KeyRange(Key(result, AssumptionIds.AdminCost), 1_000_000, 2_000_000);
        var pairs = PairBreakEvens.Of(value => Outcome(result, 1_250_000, value), result.Options.Length, 0, 1_000_000, null, TestContext.Current.CancellationToken);
        var map = WinnerMap.Of(WinnerMap.Even(0, 1_000_000, 3), WinnerMap.Even(1_000_000, 2_000_000, 2), (across, up) => Outcome(result, up, across), TestContext.Current.CancellationToken);
        return new UncertaintyStudy(
            trials, 17, 0.1, "the saving of KVM", causes, [new KeyBreakEvens(x.Key, 1935, x.Low, x.High, pairs)], new KeyMap(x, y, map));
    }

    /// <summary>The place of the baseline.</summary>
    public static int Baseline(CaseStudy result) => result.Options.IndexOf(result.Baseline);

    /// <summary>The place of the first option on KVM that has a price.</summary>
    public static int Kvm(CaseStudy result) => result.Options.IndexOf(result.Options.First(option => option.IsRanked && option.Option.Platform == PlatformFamily.Kvm));

    private static decimal? Total(CaseStudy result, int place, decimal there, decimal move) => 0 switch
    {
        _ when !result.Options[place].IsRanked => null,
        _ when place == Baseline(result) => there,
        _ when place == Kvm(result) => 500_000 + move,
        _ => 3_000_000,
    };

    private static TrialOutcome Outcome(CaseStudy result, decimal there, decimal move) =>
        new([.. result.Options.Select((_, place) => new OptionOutcome(Total(result, place, there, move), null))]);

    private static NumberKey Key(CaseStudy result, string id) => (NumberKey)CaseKeys.Find(result.Inputs, id)!;
}
