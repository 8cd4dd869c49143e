using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Simulation.Keys;

namespace CostPlanner.Cli;

/// <summary>The inputs of a case, read and found sound.</summary>
internal static class SoundCase
{
    /// <summary>The inputs, or null after printing what is wrong with them.</summary>
    public static CaseInputs? Read(Terminal terminal, string file, string data) => Read(terminal, file, data, NameMasking.None(terminal));

    /// <summary>The same with names masked where they are to be.</summary>
    public static CaseInputs? Read(Terminal terminal, string file, string data, NameMasking masking)
    {
        var reading = terminal.While("Reading", () => CaseFiles.Read(file, data));
        if (reading.Value is not { } inputs)
        {
            masking.Refuse(reading.Findings);
            return null;
        }

        inputs = masking.Of(inputs, data);

        if (!SoundPrices.AreIn(inputs.Prices, terminal))
        {
            return null;
        }

        var ranges = UncertaintyFindings.Of(inputs).ToList();
        terminal.Write(ranges);
        return ranges.Count == 0 ? inputs : null;
    }
}
