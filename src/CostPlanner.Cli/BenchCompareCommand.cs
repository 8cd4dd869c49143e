using System.CommandLine;
using System.Globalization;
using CostPlanner.Benchmarking.Comparisons;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Pages.Measurement;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>bench compare A B: two runs side by side, with what may be said of the difference.</summary>
internal static class BenchCompareCommand
{
    private const decimal Most = 1_000_000_000;

    public static Command Create(Terminal terminal)
    {
        var a = SharedOptions.Run("A");
        var b = new Argument<string>("B") { Description = "The record that it is compared with." };
        var priceA = Price("--price-a", "The price of the server of A, for the price per guest.");
        var priceB = Price("--price-b", "The price of the server of B.");
        var currency = new Option<string>("--currency") { Description = "The currency of both prices.", DefaultValueFactory = _ => Currency.Euro.Code };
        currency.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Currency.IsCode(token.Value))
            {
                result.AddError(Words.Of("commands.bench-compare.create", ("token", token.Value)));
            }
        });
        var html = SharedOptions.Html();
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var command = new Command("compare", "Compare two runs: each measure with both intervals, and whether a difference is shown.")
        {
            a, b, priceA, priceB, currency, html, json, data,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetRequiredValue(currency);
            return Run(
                new Asked(terminal, parsed.GetValue(html), parsed.GetValue(json)),
                MeasurementFile.Find(parsed.GetRequiredValue(a), parsed.GetRequiredValue(data)),
                MeasurementFile.Find(parsed.GetRequiredValue(b), parsed.GetRequiredValue(data)),
                Amount(parsed.GetValue(priceA), code),
                Amount(parsed.GetValue(priceB), code));
        });
        return command;
    }

    /// <summary>A price; read as text, because the parser would read a number by the culture of the machine.</summary>
    private static Option<string?> Price(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Number(token.Value) is not (> 0 and <= Most))
            {
                result.AddError(Words.Of("commands.bench-compare.price", ("name", name)));
            }
        });
        return option;
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Money? Amount(string? text, string currency) => Number(text) is { } amount ? new Money(amount, new Currency(currency)) : null;

    private static int Run(Asked asked, Reading<BenchmarkRun> a, Reading<BenchmarkRun> b, Money? priceA, Money? priceB)
    {
        asked.Terminal.Write(a.Findings.Concat(b.Findings));
        if (a.Value is not { } first || b.Value is not { } second)
        {
            return ExitCode.YourInput;
        }

        var comparison = RunComparison.Of(first, second, first.Conditions.Seed);
        var ofA = priceA is { } offeredA ? GuestPrice.Of(first, offeredA) : null;
        var ofB = priceB is { } offeredB ? GuestPrice.Of(second, offeredB) : null;
        if (asked.Html is { } file)
        {
            AtomicFile.Write(file, HtmlReport.Render(ComparisonPage.Of(comparison, ofA, ofB)));
        }

        if (asked.Json)
        {
            asked.Terminal.Out.WriteLine(ComparisonJson.Render(comparison, ofA, ofB));
        }
        else
        {
            Print(asked.Terminal, comparison, ofA, ofB);
            BenchShowCommand.Tell(asked.Terminal, asked.Html);
        }

        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, RunComparison comparison, GuestPrice? priceA, GuestPrice? priceB)
    {
        terminal.Out.WriteLine($"A  {comparison.A.Id}");
        terminal.Out.WriteLine($"B  {comparison.B.Id}");
        foreach (var doubt in comparison.Doubts)
        {
            terminal.Error.WriteLine($"warning: {Sentences.Of(doubt)}");
        }

        terminal.Out.WriteLine();
        terminal.Write(MeasuredWords.ComparedHeaders, comparison.Measures.Select(MeasuredWords.Cells));
        if (comparison.Conditions.Length > 0)
        {
            terminal.Out.WriteLine();
            terminal.Write(["differs", "A", "B"], comparison.Conditions.Select(each => new[] { Sentences.Of(each.Name), Told(each.A), Told(each.B) }));
        }

        foreach (var (name, price) in new[] { ("A", priceA), ("B", priceB) })
        {
            if (price is not null)
            {
                terminal.Out.WriteLine();
                terminal.Out.WriteLine(MeasuredWords.Sentence(name, price));
            }
        }
    }

    private static string Told(Message? condition) => condition is null ? "-" : Sentences.Of(condition);

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(Terminal Terminal, string? Html, bool Json);
}
