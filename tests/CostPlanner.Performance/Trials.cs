using System.Diagnostics;
using CostPlanner.Cases.Keys;
using CostPlanner.Cases.Trials;
using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Performance;

/// <summary>Trials of whole cases under a clock: six options over 60 months, every assumption drawn.</summary>
internal static class Trials
{
    /// <summary>As many trials as the aim names: 10 s for the large estate on 2 cores.</summary>
    public const int Most = 10_000;

    private static readonly string[] Six = ["vvf", "vcf", "proxmox", "openshift", "kvm", "xcp-ng"];

    /// <summary>The result tables.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="most">How many trials.</param>
    /// <param name="estate">A part of the name of the one estate wanted; empty for both.</param>
    public static IEnumerable<string> Rows(string root, int most, string estate)
    {
        var data = Path.Combine(root, "data");
        var demo = CaseFiles.Read(Path.Combine(data, "scenarios", "leave-vsphere-2026.yaml"), data).Value!;
        demo = demo with { Scenario = demo.Scenario with { Options = [.. demo.Scenario.Options.Where(option => Six.Contains(option.Id))] } };
        var cases = new[] { (Name: "Demo estate, 420 VMs", Inputs: demo, IsLarge: false), (Name: "10,000 VMs on 400 hosts", Inputs: demo with { Inventory = Estates.Large(400) }, IsLarge: true) }
            .Where(each => each.Name.Contains(estate, StringComparison.OrdinalIgnoreCase)).ToList();
        yield return "| Estate | Trials | Inputs | Plans | Seconds | Seconds where all plans are known |";
        yield return "| --- | --- | --- | --- | --- | --- |";
        foreach (var each in cases)
        {
            yield return Row(each.Name, each.Inputs, most);
        }

        if (most < Most)
        {
            yield break;
        }

        yield return "";
        yield return "| Estate | Step of the grid | Held against | Plans for 300 trials | Totals off on average | Off in a trial | A median off at most |";
        yield return "| --- | --- | --- | --- | --- | --- | --- |";
        foreach (var row in cases.SelectMany(each => TrialGrid.Rows(each.Name, each.Inputs, each.IsLarge)))
        {
            yield return row;
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
        return FormattableString.Invariant($"| {name} | {most:#,0} | {drawn.Inputs.Length} | {trials.Placements:#,0} | {whole:0.0} | {clock.Elapsed.TotalSeconds:0.0} |");
    }
}
