using System.CommandLine;
using System.Globalization;
using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Pricing;
using CostPlanner.Reporting;

namespace CostPlanner.Cli;

/// <summary>quote: licence quantity and amount for totals only.</summary>
internal static class QuoteCommand
{
    private const int Most = 100_000;

    public static Command Create(Terminal terminal)
    {
        var product = new Option<string>("--product") { Description = "The product's id; `prices list` shows them.", Required = true };
        var hosts = Count("--hosts", "Hosts.", required: true);
        var sockets = Count("--sockets", "Populated sockets of a host.", required: true);
        var cores = Count("--cores", "Cores of a socket.", required: true);
        var vms = Count("--vms", "VMs, for products counted by VM and for Windows Server.", required: false);
        var years = Count("--years", "Years.", required: false, otherwise: 1);
        var asOf = new Option<string?>("--as-of") { Description = "The day of the price, as 2026-10-01; by default today." };
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var command = new Command("quote", "Count and price a product for so many equal hosts.") { product, hosts, sockets, cores, vms, years, asOf, json, data };
        command.SetAction(parsed => Run(
            terminal,
            parsed.GetRequiredValue(product),
            new QuoteQuestion(parsed.GetValue(hosts), parsed.GetValue(sockets), parsed.GetValue(cores), parsed.GetValue(vms), parsed.GetValue(years)),
            parsed.GetValue(asOf),
            parsed.GetValue(json),
            parsed.GetRequiredValue(data)));
        return command;
    }

    private static Option<int> Count(string name, string description, bool required, int otherwise = 0)
    {
        var option = new Option<int>(name) { Description = description, Required = required };
        if (!required)
        {
            option.DefaultValueFactory = _ => otherwise;
        }

        // Text that is no number is refused by the parser itself, in its own words.
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value < 1 || value > Most))
            {
                result.AddError($"{name} must be 1 or more and {Most} at most");
            }
        });
        return option;
    }

    private static int Run(Terminal terminal, string product, QuoteQuestion question, string? asOf, bool json, string data)
    {
        var day = DateOnly.FromDateTime(DateTime.Today);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            terminal.Error.WriteLine($"error: --as-of '{asOf}' is not a day; write it as 2026-10-01");
            return ExitCode.YourInput;
        }

        var reading = PriceFiles.Read(data);
        if (reading.Value is not { } prices)
        {
            terminal.Write(reading.Findings);
            return ExitCode.YourInput;
        }

        if (LicenceQuote.Of(prices, product, day, question.Estate(), question.Years) is not { } quote)
        {
            terminal.Error.WriteLine($"error: the price book has no product '{product}'{ProductHint.For(product, prices)}");
            return ExitCode.YourInput;
        }

        if (question.Vms == 0 && LicenceMetrics.CountsVms(quote.Row.Rule))
        {
            terminal.Error.WriteLine($"error: {quote.Row.Product} is counted by VMs; say how many with --vms");
            return ExitCode.YourInput;
        }

        return Print(terminal, product, question, day, quote, json);
    }

    private static int Print(Terminal terminal, string product, QuoteQuestion question, DateOnly day, LicenceQuote quote, bool json)
    {
        if (json)
        {
            terminal.Out.WriteLine(QuoteJson.Render(product, day, question.Years, quote));
        }
        else
        {
            terminal.Out.WriteLine($"{quote.Row.Product}, {day:yyyy-MM-dd}");
            terminal.Out.WriteLine($"quantity  {quote.Quantity.Units:0.####} × {quote.Quantity.Unit}");
            terminal.Out.WriteLine($"rule      {quote.Quantity.Rule}");
            terminal.Out.WriteLine(quote.Total is { } total
                ? $"amount    {total} for {question.Years} {(question.Years == 1 ? "year" : "years")} ({quote.Row.Price} a unit, {Words(quote.Row)})"
                : "amount    none");
            terminal.Out.WriteLine($"source    {quote.Row.Provenance.Source}, {quote.Row.Provenance.Date}, grade {quote.Row.Provenance.Grade}");
        }

        if (quote.Hole is { } hole)
        {
            terminal.Error.WriteLine($"error: {hole}; ask the vendor, and enter the answer as a quote in your scenario");
            return ExitCode.YourInput;
        }

        return ExitCode.Done;
    }

    private static string Words(PriceRow row) => row.Kind switch
    {
        LicenceKind.Perpetual when row.Support is { } support => $"once, and {support} of it a year for support",
        LicenceKind.Perpetual => "once",
        LicenceKind.SubscriptionMonthly => "a month",
        LicenceKind.SubscriptionYearly => "a year",
        _ => "free",
    };
}
