using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Simulation;
using CostPlanner.Studies;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Reporting.Text;

/// <summary>What trials say, in words.</summary>
internal static class UncertaintyWords
{
    private const int Decimals = 4;

    /// <summary>
    /// The answer in a few sentences: the main saving, how often it is the cheapest, how often KVM saves the share asked about, how often it pays back.
    /// </summary>
    public static string Answer(CaseStudy result, UncertaintyStudy study)
    {
        var trials = study.Result;
        if (trials.StoppedBy == TrialStopReason.NothingUncertain)
        {
            return "Nothing in this case is a range, so there is one answer and no spread: give ranges in the scenario to learn how sure it is.";
        }

        if (trials.Main is not { } main)
        {
            return $"No saving can be told: {WhyNone(result, study)}.";
        }

        var option = result.Options[main.Option].Option.Name;
        return $"{Saving(result, study, main)} {option} is the cheapest option {Often(trials.Options[main.Option].Cheapest!.Value)}. "
            + $"{OfKvm(result, study)}Leaving {Baseline(result, study)} for {option} pays back within {Wording.Years(result.Inputs.Scenario.HorizonYears)} "
            + $"{Often(main.PaysBack)}.";
    }

    /// <summary>How many trials there are, why no more, and how many plans they took.</summary>
    public static string Trials(UncertaintyStudy study)
    {
        var count = study.Result.Trials.Length;
        return $"{Printed.Count(count, "trial")}, each drawing {Printed.Count(study.Result.Plan.Inputs.Length, "input")} anew and running the whole case with "
            + $"the same draws for every option. {Why(study)} "
            + $"They took {Printed.Count(study.Placements, "distinct placement")}: VMs are placed anew where hosts become scarcer or more plentiful by "
            + $"{Printed.Percent((decimal)study.Step)}, "
            + "in between a plan is kept and priced again.";
    }

    /// <summary>That trials place very many VMs less thoroughly than the case itself; nothing where no plan has a pool of so many.</summary>
    public static string OfVeryMany(IEnumerable<EstatePlan> plans) =>
        plans.SelectMany(plan => plan.Clusters).Any(cluster => cluster.Servers.Sum(load => load.Vms.Length) > PlacementTerms.VeryManyVms)
        ? $" In a pool of more than {Printed.Whole(PlacementTerms.VeryManyVms)} VMs the first plan that holds is taken, mostly 1 to 4 % above the fewest "
            + "hosts, for all options alike."
        : "";

    /// <summary>How often something happened: "in 83.2 % of the trials", "in every trial", "in no trial".</summary>
    public static string Often(Estimate share) => share.Value switch
    {
        0 => "in no trial",
        1 => "in every trial",
        var value => $"in {Printed.Percent(value)} of the trials",
    };

    /// <summary>A value of a key or an input without its unit: shares and growth per year as per cent.</summary>
    public static string Value(ValueUnit unit, decimal value) =>
        unit.IsShare ? Printed.Percent(value) : Printed.Number(value, Math.Abs(value) >= 1000 ? 0 : Math.Abs(value) >= 100 ? 1 : Decimals);

    /// <summary>A value with its unit: "20.0 % per year", "4 vCPU per core".</summary>
    public static string ValueWithUnit(ValueUnit unit, decimal value) => $"{Value(unit, value)} {Unit(unit)}".TrimEnd();

    /// <summary>What a value is counted in, where the value does not say it: empty for per cent.</summary>
    public static string Unit(ValueUnit unit) => Sentences.Of(unit.Beside);

    /// <summary>The name of the option that the others are compared with.</summary>
    public static string Baseline(CaseStudy result, UncertaintyStudy study) => result.Options[study.Result.Plan.Baseline].Option.Name;

    private static string Saving(CaseStudy result, UncertaintyStudy study, DifferenceTrials main)
    {
        var currency = result.Inputs.Scenario.Currency.Code + Printed.Space;
        var saving = main.Saving;
        return $"Against {Baseline(result, study)}, {result.Options[main.Option].Option.Name} saves {currency}{Printed.Whole(saving.P10.Value)} to {currency}"
            + $"{Printed.Whole(saving.P90.Value)} "
            + $"(P10 to P90: four of five trials lie between), {currency}{Printed.Whole(saving.P50.Value)} in the middle one.";
    }

    /// <summary>Of the options on KVM, the one that saves so much most often.</summary>
    private static string OfKvm(CaseStudy result, UncertaintyStudy study)
    {
        var best = study.Result.Differences
            .Where(each => each.SavesShareAsked is not null && result.Options[each.Option].Option.Platform == Model.PlatformFamily.Kvm)
            .MaxBy(each => each.SavesShareAsked!.Value.Value);
        return best is null
            ? ""
            : $"KVM ({result.Options[best.Option].Option.Name}) saves at least {Asked(study)} of all costs {Often(best.SavesShareAsked!.Value)}. ";
    }

    /// <summary>The share that is asked about: "60 %".</summary>
    public static string Asked(UncertaintyStudy study) => Printed.Number(study.Result.Plan.ShareAsked * 100) + Printed.Space + "%";

    private static string WhyNone(CaseStudy result, UncertaintyStudy study)
    {
        var baseline = study.Result.Options[study.Result.Plan.Baseline];
        return baseline.IsRanked
            ? "every other option lacks a total in some trial"
            : $"{Baseline(result, study)} lacks a total in {Printed.Whole(baseline.Lacking)} of {Printed.Count(study.Result.Trials.Length, "trial")}";
    }

    private static string Why(UncertaintyStudy study) => study.Result.StoppedBy switch
    {
        TrialStopReason.Known => $"They stopped because the median of {Sentences.Of(study.Figure)} is known to "
            + $"{Printed.Number(MonteCarlo.Enough * 100)}{Printed.Space}% (its standard error).",
        TrialStopReason.MostTrials => "They stopped at the most that were asked for.",
        TrialStopReason.NothingToCompare => "They stopped because no option has a total in every trial.",
        TrialStopReason.NothingUncertain => "One tells all, since nothing is a range.",
        _ => throw new ArgumentOutOfRangeException(nameof(study), study.Result.StoppedBy, "no such reason"),
    };
}
