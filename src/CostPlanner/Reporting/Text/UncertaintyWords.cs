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
            return Words.Of("terms.uncertainty.answer");
        }

        if (trials.Main is not { } main)
        {
            return Words.Of("terms.uncertainty.answer-no-saving-can", ("why-none", WhyNone(result, study)));
        }

        return Words.Of(
            "terms.uncertainty.answer-is-the-cheaper",
            ("saving", Saving(result, main)),
            ("often", Often(main.Saves)),
            ("of-kvm", OfKvm(result, study)));
    }

    /// <summary>How many trials there are, why no more, and how many plans they took.</summary>
    public static string Trials(UncertaintyStudy study)
    {
        var count = study.Result.Trials.Length;
        return Words.Of(
            "terms.uncertainty.trials",
            ("trials", count),
            ("inputs", study.Result.Plan.Inputs.Length),
            ("why", Why(study)),
            ("placements", study.Placements),
            ("step", Printed.Percent((decimal)study.Step)));
    }

    /// <summary>That trials place very many VMs less thoroughly than the case itself; nothing where no plan has a pool of so many.</summary>
    public static string OfVeryMany(IEnumerable<EstatePlan> plans) =>
        plans.SelectMany(plan => plan.Clusters).Any(cluster => cluster.Servers.Sum(load => load.Vms.Length) > PlacementTerms.VeryManyVms)
        ? Words.Of("terms.uncertainty.of-very-many", ("very-many-vms", Printed.Whole(PlacementTerms.VeryManyVms)))
        : "";

    /// <summary>How often something happened: "in 83.2 % of the trials", "in every trial", "in no trial".</summary>
    public static string Often(Estimate share) => share.Value switch
    {
        0 => Words.Of("terms.uncertainty.in-no-trial"),
        1 => Words.Of("terms.uncertainty.in-every-trial"),
        var value => Words.Of("terms.uncertainty.in-of-the-trials", ("value", Printed.Percent(value))),
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

    /// <summary>That a point figure lies outside of what nearly all trials say, and why.</summary>
    public static string Outside(CaseStudy result, PointOutside outside)
    {
        var currency = result.Inputs.Scenario.Currency;
        return Words.Of(
            outside.Point < outside.Low ? "terms.uncertainty.point-below" : "terms.uncertainty.point-above",
            ("option", result.Options[outside.Option].Option.Name),
            ("point", Printed.Amount(new Money(outside.Point, currency))),
            ("low", Printed.Amount(new Money(outside.Low, currency))),
            ("high", Printed.Amount(new Money(outside.High, currency))),
            ("why", string.Join("; ", outside.Pulls.Select(pull => Words.Of(
                "terms.uncertainty.pull",
                ("input", pull.Input.Label),
                ("likely", ValueWithUnit(pull.Input.Unit, pull.Likely)),
                ("middle", ValueWithUnit(pull.Input.Unit, pull.Middle)),
                ("more", Printed.Amount(new Money(pull.Difference, currency))))))));
    }

    private static string Saving(CaseStudy result, DifferenceTrials main)
    {
        var currency = result.Inputs.Scenario.Currency.Code + Printed.Space;
        var saving = main.Saving;
        return Words.Of(
            "terms.uncertainty.saving",
            ("baseline", result.Options[main.Against].Option.Name),
            ("option", result.Options[main.Option].Option.Name),
            ("currency", currency),
            ("p10", Printed.Whole(saving.P10.Value)),
            ("p90", Printed.Whole(saving.P90.Value)),
            ("p50", Printed.Whole(saving.P50.Value)));
    }

    /// <summary>Of the options on KVM, the one that saves so much most often.</summary>
    private static string OfKvm(CaseStudy result, UncertaintyStudy study)
    {
        var best = study.Result.Differences
            .Where(each => each.SavesShareAsked is not null && result.Options[each.Option].Option.Platform == Model.PlatformFamily.Kvm)
            .MaxBy(each => each.SavesShareAsked!.Value.Value);
        return best is null
            ? ""
            : Words.Of(
                "terms.uncertainty.of-kvm",
                ("option", result.Options[best.Option].Option.Name),
                ("asked", Asked(study)),
                ("baseline", Baseline(result, study)),
                ("often", Often(best.SavesShareAsked!.Value)));
    }

    /// <summary>The share that is asked about: "60 %".</summary>
    public static string Asked(UncertaintyStudy study) => Printed.Number(study.Result.Plan.ShareAsked * 100) + Printed.Space + "%";

    private static string WhyNone(CaseStudy result, UncertaintyStudy study)
    {
        var baseline = study.Result.Options[study.Result.Plan.Baseline];
        return baseline.HasTotal
            ? Words.Of("terms.uncertainty.why-none")
            : Words.Of(
                "terms.uncertainty.why-none-lacks-a-total",
                ("baseline", Baseline(result, study)),
                ("lacking", Printed.Whole(baseline.Lacking)),
                ("trials", study.Result.Trials.Length));
    }

    private static string Why(UncertaintyStudy study) => study.Result.StoppedBy switch
    {
        TrialStopReason.Known => Words.Of(
            "terms.uncertainty.trial-stop-reason.known",
            ("figure", study.Figure),
            ("enough", Printed.Number(MonteCarlo.Enough * 100)),
            ("enough-of-total", Printed.Number(MonteCarlo.EnoughOfTotal * 100))),
        TrialStopReason.MostTrials => Words.Of("terms.uncertainty.trial-stop-reason.most-trials"),
        TrialStopReason.NothingToCompare => Words.Of("terms.uncertainty.trial-stop-reason.nothing-to-compare"),
        TrialStopReason.NothingUncertain => Words.Of("terms.uncertainty.trial-stop-reason.nothing-uncertain"),
        _ => throw new ArgumentOutOfRangeException(nameof(study), study.Result.StoppedBy, "no such reason"),
    };
}
