using System.CommandLine;
using System.Globalization;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Pricing.Ages;
using CostPlanner.Pricing.Licences;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>prices list / check: the price book, dated, and what is wrong with it.</summary>
internal static class PricesCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var asOf = new Option<string?>("--as-of")
        {
            Description = "The day for which prices and rates are held against their age, as 2026-10-01; by default today.",
        };
        var list = new Command("list", "Print every row of the price book.") { json, data };
        list.SetAction(parsed => List(terminal, parsed.GetRequiredValue(data), parsed.GetValue(json)));
        var check = new Command(
            "check", "Find gaps, overlaps, holes and placeholders in the price book, and prices and exchange rates that are too old.") { asOf, json, data };
        check.SetAction(parsed => Check(terminal, parsed.GetRequiredValue(data), parsed.GetValue(asOf), parsed.GetValue(json)));
        return new Command("prices", "The price book.") { list, check };
    }

    /// <summary>What of a data folder is older than it may be; what cannot be read of it is told.</summary>
    private static IEnumerable<Finding> Old(string data, PriceBook? prices, DateOnly day)
    {
        var ages = AgeFile.Read(data);
        var rates = File.Exists(Path.Combine(data, ExchangeRateFile.Name)) ? ExchangeRateFile.Read(data) : null;
        return
        [
            .. ages.Findings,
            .. rates?.Findings ?? [],
            .. ages.Value is { } known && prices is not null ? AgeCheck.Of(prices, rates?.Value, known, day) : [],
        ];
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
                row.Price?.ToString() ?? (row.Kind == LicenceKind.Free ? "free" : Words.Of("commands.prices.no-price")),
                row.Rule.Metric,
                row.Kind.ToString(),
                $"{row.ValidFrom:yyyy-MM-dd}",
                row.ValidTo is { } end ? $"{end:yyyy-MM-dd}" : "",
                row.Provenance.Grade.ToString(),
            }));
        return ExitCode.Done;
    }

    private static int Check(Terminal terminal, string data, string? asOf, bool json)
    {
        var day = DateOnly.FromDateTime(DateTime.Today);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            terminal.Error.WriteLine(Words.Of("commands.prices.check", ("as-of", asOf)));
            return ExitCode.YourInput;
        }

        var reading = PriceFiles.Read(data);
        var findings = reading.Findings
            .Concat(FeatureMatrixFile.Read(data, reading.Value).Findings)
            .Concat(reading.Value is { } prices ? PriceCheck.Of(prices) : [])
            .Concat(Old(data, reading.Value, day))
            .ToList();
        if (json)
        {
            terminal.Out.WriteLine(PricesJson.Render(findings));
        }
        else
        {
            foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
            {
                terminal.Out.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {Sentences.Line(finding)}");
            }

            terminal.Out.WriteLine(Words.Of(
                "commands.prices.rows-errors-warnings-notes",
                ("reading", reading.Value?.Rows.Length ?? 0),
                ("findings", findings.Count(each => each.Severity == Severity.Error)),
                ("findings-2", findings.Count(each => each.Severity == Severity.Warning)),
                ("findings-3", findings.Count(each => each.Severity == Severity.Note))));
        }

        return findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.YourInput : ExitCode.Done;
    }
}
