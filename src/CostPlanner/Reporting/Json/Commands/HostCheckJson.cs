using System.Text.Json;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>What a host is, as JSON that scripts depend on.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
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
        to.Messages("adviceData", "advice", check.Ladder.Advice);
        to.List("ladder", check.Ladder.Rungs, rung => Write(to, rung));
        Write(to, check.Probe);
        to.WriteStartObject("facts");
        HostFactsJson.Write(to, check.Facts);
        to.WriteEndObject();
        to.WriteStartObject("unknown");
        foreach (var (fact, why) in check.Facts.Unknown)
        {
            to.WriteString(fact, Sentences.Of(why));
        }

        to.WriteEndObject();
        to.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter to, Rung rung)
    {
        to.WriteString("rung", rung.Name);
        to.Truth("passed", rung.Passed);
        to.Message("valueData", "value", rung.Value);
        to.Message("limitData", "limit", rung.Limit);
        to.WriteString("atBest", rung.AtBest.Word());
        to.Message("wordsData", "words", rung.Words);
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
        to.Message("wordsData", "words", probe.Words);
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
