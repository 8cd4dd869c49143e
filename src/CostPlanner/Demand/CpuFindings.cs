using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What the user should know where cores of different CPUs are counted together.</summary>
public static class CpuFindings
{
    /// <summary>CPUs whose worth is not known, new CPUs with slower threads, and measured sizing without a reference.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="reference">The CPU counted in, or null.</param>
    /// <param name="bought">The servers that may be bought.</param>
    public static ImmutableArray<Finding> Of(Inventory inventory, Scenario scenario, CpuReference? reference, ImmutableArray<ServerModel> bought)
    {
        var place = new SourcePlace(scenario.Name, Column: "reference_cpu");
        var today = inventory.Hosts.Select(host => host.CpuModel).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        return reference is null
            ? [.. scenario.Sizing.Cpu.IsMeasured ? NoReference(place) : []]
            : [.. Unknown(inventory, today, bought, reference, place), .. Slower(today, bought, reference, place)];
    }

    private static IEnumerable<Finding> NoReference(SourcePlace place)
    {
        yield return new Finding(
            Severity.Note, "reference-cpu-none", Message.Of("reference-cpu-none"), place,
            Message.Of("reference-cpu-none.done"), Message.Of("reference-cpu-none.mend"));
    }

    private static IEnumerable<Finding> Unknown(
        Inventory inventory, ImmutableArray<string> today, ImmutableArray<ServerModel> bought, CpuReference reference, SourcePlace place)
    {
        foreach (var cpu in today.Concat(bought.Select(model => model.Cpu)).Distinct().Where(cpu => reference.WorthOf(cpu) is null))
        {
            yield return new Finding(
                Severity.Warning, "cpu-without-rate", Message.Of("cpu-without-rate", ("cpu", cpu)), place,
                Message.Of("cpu-without-rate.done", ("reference", reference.Model.Name)), Message.Of("cpu-without-rate.mend"));
        }

        var nameless = inventory.Hosts.Count(host => host.CpuModel is null);
        if (nameless > 0)
        {
            yield return new Finding(
                Severity.Warning, "cpu-without-rate", Message.Of("cpu-without-name", ("hosts", nameless)), place,
                Message.Of("cpu-without-name.done", ("reference", reference.Model.Name)), Message.Of("cpu-without-name.mend"));
        }
    }

    private static IEnumerable<Finding> Slower(ImmutableArray<string> today, ImmutableArray<ServerModel> bought, CpuReference reference, SourcePlace place) =>
        from model in bought.DistinctBy(each => each.Cpu)
        let worst = today.Select(cpu => (Cpu: cpu, Ratio: reference.SpeedRatio(cpu, model.Cpu)))
            .Where(each => each.Ratio < 1)
            .OrderBy(each => each.Ratio)
            .FirstOrDefault()
        where worst.Ratio is not null
        select new Finding(
            Severity.Warning, "thread-slower",
            Message.Of("thread-slower", ("bought", model.Cpu), ("ratio", worst.Ratio!.Value), ("today", worst.Cpu)), place,
            Message.Of("thread-slower.done"), Message.Of("thread-slower.mend"));
}
