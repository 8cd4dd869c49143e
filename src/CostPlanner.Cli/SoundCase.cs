using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Simulation.Keys;

namespace CostPlanner.Cli;

/// <summary>The inputs of a case, read and found sound.</summary>
internal static class SoundCase
{
    /// <summary>The inputs, or null after printing what is wrong with them.</summary>
    public static CaseInputs? Read(Terminal terminal, string file, string data)
    {
        var reading = terminal.While("Reading", () => CaseFiles.Read(file, data));
        if (reading.Value is not { } inputs)
        {
            terminal.Write(reading.Findings);
            return null;
        }

        if (!SoundPrices.AreIn(inputs.Prices, terminal))
        {
            return null;
        }

        var ranges = UncertaintyFindings.Of(inputs).ToList();
        terminal.Write(ranges);
        return ranges.Count == 0 ? inputs : null;
    }
}
