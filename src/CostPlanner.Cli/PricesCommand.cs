using System.CommandLine;
using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Reporting;

namespace CostPlanner.Cli;

/// <summary>prices list / check: the price book, dated, and what is wrong with it.</summary>
internal static class PricesCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var list = new Command("list", "Print every row of the price book.") { json, data };
        list.SetAction(parsed => List(terminal, parsed.GetRequiredValue(data), parsed.GetValue(json)));
        var check = new Command("check", "Find gaps, overlaps, holes and placeholders in the price book.") { json, data };
        check.SetAction(parsed => Check(terminal, parsed.GetRequiredValue(data), parsed.GetValue(json)));
        return new Command("prices", "The price book.") { list, check };
    }

    private static int List(Terminal terminal, string data, bool json)
    {
        var reading = PriceFiles.Read(data);
        if (reading.Value is not { } prices)
        {
            terminal.Write(reading.Findings);
            return ExitCode.YourInput;
        }

        var features = FeatureMatrixFile.Read(data, prices);
        if (features.Value is not { } matrix)
        {
            terminal.Write(features.Findings);
            return ExitCode.YourInput;
        }

        if (json)
        {
            terminal.Out.WriteLine(PricesJson.Render(prices, matrix));
            return ExitCode.Done;
        }

        terminal.Write(
            ["id", "product", "price", "per", "paid", "from", "to", "grade"],
            prices.Rows.Select(row => new[]
            {
                row.Id,
                row.Product,
                row.Price?.ToString() ?? (row.Kind == LicenceKind.Free ? "free" : "no price"),
                row.Rule.Metric,
                row.Kind.ToString(),
                $"{row.ValidFrom:yyyy-MM-dd}",
                row.ValidTo is { } end ? $"{end:yyyy-MM-dd}" : "",
                row.Provenance.Grade.ToString(),
            }));
        return ExitCode.Done;
    }

    private static int Check(Terminal terminal, string data, bool json)
    {
        var reading = PriceFiles.Read(data);
        var findings = reading.Findings
            .Concat(FeatureMatrixFile.Read(data, reading.Value).Findings)
            .Concat(reading.Value is { } prices ? PriceCheck.Of(prices) : [])
            .ToList();
        if (json)
        {
            terminal.Out.WriteLine(PricesJson.Render(findings));
        }
        else
        {
            foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
            {
                terminal.Out.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {finding}");
            }

            terminal.Out.WriteLine($"{reading.Value?.Rows.Length ?? 0} rows, {findings.Count(each => each.Severity == Severity.Error)} errors, "
                + $"{findings.Count(each => each.Severity == Severity.Warning)} warnings, {findings.Count(each => each.Severity == Severity.Note)} notes");
        }

        return findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.YourInput : ExitCode.Done;
    }
}
