using System.Diagnostics;
using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Simulation;

namespace CostPlanner.Performance;

/// <summary>Trials of whole cases under a clock: six options over 60 months, every assumption drawn.</summary>
internal static class Trials
{
    private static readonly string[] Six = ["vvf", "vcf", "proxmox", "openshift", "kvm", "xcp-ng"];

    /// <summary>Rows of the result table.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="most">How many trials.</param>
    /// <param name="estate">A part of the name of the one estate wanted; empty for both.</param>
    public static IEnumerable<string> Rows(string root, int most, string estate)
    {
        var data = Path.Combine(root, "data");
        var demo = CaseFiles.Read(Path.Combine(data, "scenarios", "leave-vsphere-2026.yaml"), data).Value!;
        demo = demo with { Scenario = demo.Scenario with { Options = [.. demo.Scenario.Options.Where(option => Six.Contains(option.Id))] } };
        foreach (var (name, inputs) in new[] { ("Demo estate, 420 VMs", demo), ("10,000 VMs on 400 hosts", demo with { Inventory = Estates.Large(400) }) })
        {
            if (name.Contains(estate, StringComparison.OrdinalIgnoreCase))
            {
                yield return Row(name, inputs, most);
            }
        }
    }

    private static string Row(string name, CaseInputs inputs, int most)
    {
        var drawn = UncertainInputs.Of(inputs);
        var trials = new CaseTrials(inputs, drawn.Keys, UncertaintyStudy.StepFor(inputs.Inventory));
        var plan = new SimulationPlan(drawn.Inputs, [], 1, 1) { MostTrials = most, StopsWhenKnown = false };
        var clock = Stopwatch.StartNew();
        MonteCarlo.Run(plan, trials.Of);
        var whole = clock.Elapsed.TotalSeconds;
        clock.Restart();
        MonteCarlo.Run(plan, trials.Of);
        var again = clock.Elapsed.TotalSeconds;
        return FormattableString.Invariant($"| {name}, {most:#,0} trials, 6 options, {drawn.Inputs.Length} inputs | under 10 s | | {trials.Placements:#,0} plans; {again:0.0} s where all plans are known | | | {(whole < 10 ? "yes" : "no")} | {whole:0.0} |");
    }
}
