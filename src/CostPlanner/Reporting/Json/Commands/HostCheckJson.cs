using System.Text.Json;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>What a host is, as JSON that scripts depend on.</summary>
/// <remarks>
/// Fields: schema ("costplanner/host-check/1"); verdict ("hardware", "nested", "emulated", "none"); advice, an array of sentences;
/// ladder, an array of {rung, passed (null when not asked), value, limit, atBest, words};
/// probe {end ("measured", "refused", "timedOut", "noAnswer"), words, loopInGuest, loopOnHost, cpuidExit, portExit (all in nanoseconds), loopRatio,
/// rounds, sameMachineCode}, null when the device does not open, its figures null unless measured;
/// facts: cpuVendor, cpuModel, cpuFamily, cpuModelNumber, cpuStepping, microcode, sockets, cores and threads (of all sockets), smt, numaNodes,
/// caches {level, kind, bytes, count}, frequencyDriver, governor, boost, virtualisationFlag, hypervisorFlag, mitigations {by flaw},
/// memory, memoryAvailable and swap (bytes), transparentHugePages, hugePages {bytes, reserved, free}, ksm, machineVendor, machineModel,
/// kernel, cgroup, virtualisedBy, modules, parameters {by module.parameter}, qemu, qemuPackage; a fact that could not be had is null;
/// unknown: why facts are null, by their names.
/// </remarks>
public static class HostCheckJson
{
    /// <summary>The version of this text's schema.</summary>
    public const string Schema = "costplanner/host-check/1";

    /// <summary>One object.</summary>
    public static string Render(HostCheck check) => JsonText.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("schema", Schema);
        to.WriteString("verdict", check.Ladder.Class.Word());
        to.Texts("advice", check.Ladder.Advice);
        to.List("ladder", check.Ladder.Rungs, rung => Write(to, rung));
        Write(to, check.Probe);
        to.WriteStartObject("facts");
        HostFactsJson.Write(to, check.Facts);
        to.WriteEndObject();
        to.WriteStartObject("unknown");
        foreach (var (fact, why) in check.Facts.Unknown)
        {
            to.WriteString(fact, why);
        }

        to.WriteEndObject();
        to.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter to, Rung rung)
    {
        to.WriteString("rung", rung.Name);
        to.Truth("passed", rung.Passed);
        to.WriteString("value", rung.Value);
        to.WriteString("limit", rung.Limit);
        to.WriteString("atBest", rung.AtBest.Word());
        to.WriteString("words", rung.Words);
    }

    private static void Write(Utf8JsonWriter to, ProbeAnswer? probe)
    {
        if (probe is null)
        {
            to.WriteNull("probe");
            return;
        }

        to.WriteStartObject("probe");
        to.WriteString("end", Fields.Word(probe.End));
        to.WriteString("words", probe.Words);
        to.Number("loopInGuest", Rounded(probe.Figures?.LoopInGuest));
        to.Number("loopOnHost", Rounded(probe.Figures?.LoopOnHost));
        to.Number("cpuidExit", Rounded(probe.Figures?.CpuidExit));
        to.Number("portExit", Rounded(probe.Figures?.PortExit));
        to.Number("loopRatio", Rounded(probe.Figures?.LoopRatio));
        to.Number("rounds", probe.Figures?.Rounds);
        to.Truth("sameMachineCode", probe.Figures?.SameMachineCode);
        to.WriteEndObject();
    }

    // Six digits after the point are finer than any clock.
    private static decimal? Rounded(double? value) => value is { } number ? decimal.Round((decimal)number, 6) : null;
}
