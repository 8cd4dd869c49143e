using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Cli;

namespace CostPlanner.Tests.Fuzz;

/// <summary>How a command may end on any input: with a result or with findings, in text that a terminal may show, and with rows that add up.</summary>
internal static class Ending
{
    /// <summary>What is wrong with the ending; null where nothing is.</summary>
    public static string? Fault(IReadOnlyList<string> arguments, Run run)
    {
        if (run.ExitCode is not (ExitCode.Done or ExitCode.YourInput or ExitCode.MachineCannot))
        {
            return FormattableString.Invariant($"exit code {run.ExitCode}: {run.Error}");
        }

        if (run.ExitCode == ExitCode.YourInput && run.Error.Length == 0 && run.Out.Length == 0)
        {
            return "refused without a word";
        }

        // Quoted with its number: the sign itself must not reach the log either.
        if ((run.Out + run.Error).FirstOrDefault(each => char.IsControl(each) && each is not ('\n' or '\r' or '\t')) is var sign and not '\0')
        {
            return FormattableString.Invariant($"the control character {(int)sign} reaches the terminal");
        }

        return arguments.Contains("--json") && run.Out.Length > 0 ? FaultOfJson(run.Out) : null;
    }

    private static string? FaultOfJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("rows", out var rows) || rows.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            return rows.EnumerateArray()
                .Where(row => row.GetProperty("read").GetInt64() != row.GetProperty("used").GetInt64() + row.GetProperty("setAside").GetInt64())
                .Select(row => $"rows that do not add up: {row}")
                .FirstOrDefault();
        }
        catch (JsonException error)
        {
            return $"not JSON: {error.Message}";
        }
    }
}
