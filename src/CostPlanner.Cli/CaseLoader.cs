using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Ingest;
using CostPlanner.Model;

namespace CostPlanner.Cli;

/// <summary>The inputs of a case, read and found sound.</summary>
internal static class CaseLoader
{
    /// <summary>The inputs, with names masked where they are to be; null after printing what is wrong with them.</summary>
    /// <param name="terminal">Where that is printed.</param>
    /// <param name="file">The scenario.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="masking">Whether names are masked.</param>
    /// <param name="keys">The keys that the user gives, with their values.</param>
    public static CaseInputs? Read(Terminal terminal, string file, string data, NameMasking masking, params ImmutableArray<string> keys)
    {
        var reading = terminal.While("Reading", () => CaseFiles.Read(file, data));
        if (reading.Value is not { } read)
        {
            masking.Refuse(reading.Findings);
            return null;
        }

        if (masking.Of(read, data, keys, []) is not { } inputs || !PriceBookGate.AreIn(inputs.Prices, terminal))
        {
            return null;
        }

        var ranges = UncertaintyFindings.Of(inputs).ToList();
        terminal.Write(ranges);
        return ranges.Count == 0 ? inputs : null;
    }
}
