using System.CommandLine;
using System.Globalization;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>quote: licence quantity and amount for totals only.</summary>
internal static class QuoteCommand
{
    private const int Most = 100_000;

    public static Command Create(Terminal terminal)
    {
        var product = new Option<string>("--product") { Description = "The product's id; `prices list` shows them.", Required = true };
        var hosts = Count("--hosts", "Hosts, in one pool in which VMs move.", required: true);
        var sockets = Count("--sockets", "Populated sockets of a host.", required: true);
        var cores = Count("--cores", "Cores of a socket.", required: true);
        var vms = Count("--vms", "VMs over all hosts, for products counted or limited by VMs and for Windows Server.", required: false);
        var vmCpus = Count("--vm-cpus", "vCPUs of each VM, for products counted by them.", required: false);
        var failover = Failover();
        var memory = Size("--memory", "GiB of memory of the powered-on VMs of one host, for products counted by it.");
        var hostMemory = Size("--host-memory", "GiB of memory in one host, for products that allow only so much.");
        var storage = Size("--storage", "TiB of raw storage in one host, for vSAN.");
        var years = Count("--years", "Years.", required: false, otherwise: 1);
        var asOf = new Option<string?>("--as-of") { Description = "The day of the price, as 2026-10-01; by default today." };
        var minimum = new Option<bool>("--order-minimum")
        {
            Description = "Hold the order to the vendor's minimum, where the price book has one for the product.",
        };
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var command = new Command("quote", "Count and price a product for so many equal hosts.")
        {
            product, hosts, sockets, cores, vms, vmCpus, failover, memory, hostMemory, storage, years, asOf, minimum, json, data,
        };
        command.SetAction(parsed => Run(
            terminal,
            new Asked(
                parsed.GetRequiredValue(product),
                new QuoteQuestion(parsed.GetValue(hosts), parsed.GetValue(sockets), parsed.GetValue(cores), parsed.GetValue(vms), parsed.GetValue(years))
                {
                    Failover = parsed.GetValue(failover),
                    VmCpus = parsed.GetValue(vmCpus) is > 0 and var cpus ? cpus : null,
                    VmMemory = Number(parsed.GetValue(memory)) is { } ofVms ? ByteSize.FromGiB(ofVms) : null,
                    HostMemory = Number(parsed.GetValue(hostMemory)) is { } inHost ? ByteSize.FromGiB(inHost) : null,
                    RawStorage = Number(parsed.GetValue(storage)) is { } raw ? ByteSize.FromTiB(raw) : null,
                },
                parsed.GetValue(minimum),
                parsed.GetValue(json)),
            parsed.GetValue(asOf),
            parsed.GetRequiredValue(data)));
        return command;
    }

    /// <summary>A size; read as text, because the parser would read a number by the culture of the machine.</summary>
    private static Option<string?> Size(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Number(token.Value) is not (>= 0 and <= Most))
            {
                result.AddError($"{name} must be a number like 3.84, from 0 to {Most}");
            }
        });
        return option;
    }

    private static Option<int> Failover()
    {
        var option = new Option<int>("--failover")
        {
            Description = "Hosts that may fail at once, 0, 1 or 2; VMs run on those that are left. One host alone has none.",
            DefaultValueFactory = _ => Scenario.UsualFailover,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value)
                && value is < 0 or > Scenario.MostFailover)
            {
                result.AddError($"--failover must be from 0 to {Scenario.MostFailover}");
            }
        });
        return option;
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

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

    private static int Run(Terminal terminal, Asked asked, string? asOf, string data)
    {
        var day = DateOnly.FromDateTime(DateTime.Today);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            terminal.Error.WriteLine($"error: --as-of \"{asOf}\" is not a day; write it as 2026-10-01");
            return ExitCode.YourInput;
        }

        if ((long)asked.Question.Hosts * asked.Question.Sockets > int.MaxValue / asked.Question.Cores)
        {
            terminal.Error.WriteLine($"error: --hosts, --sockets and --cores imply more than {int.MaxValue} cores; check these values");
            return ExitCode.YourInput;
        }

        var reading = PriceFiles.Read(data);
        if (reading.Value is not { } prices)
        {
            terminal.Write(reading.Findings);
            return ExitCode.YourInput;
        }

        if (!PriceBookGate.AreIn(prices, terminal))
        {
            return ExitCode.YourInput;
        }

        var question = asked.Question;
        if (LicenceQuote.Of(prices, asked.Product, day, question.Estate(), question.Years, asked.OrderMinimum, question.Vms > 0) is not { } quote)
        {
            terminal.Error.WriteLine($"error: Unknown product \"{asked.Product}\"{Sentences.Of(NearestName.Suggestion(asked.Product, prices.Ids))}");
            return ExitCode.YourInput;
        }

        if (question.Missing(quote.Row.Rule) is { } missing)
        {
            terminal.Error.WriteLine($"error: {quote.Row.Product} {Missing(missing)}");
            return ExitCode.YourInput;
        }

        return Print(terminal, asked, day, quote);
    }

    private static string Missing(QuoteInput missing) => missing switch
    {
        QuoteInput.Vms => "is counted or limited by VMs; say how many with --vms",
        QuoteInput.VmCpus => "is counted by the vCPUs of VMs; say how many each has with --vm-cpus",
        QuoteInput.VmMemory => "is counted or limited by the memory of VMs; say how many GiB those of one host have with --memory",
        QuoteInput.HostMemory => "allows only so much memory in a host; say how many GiB one has with --host-memory",
        QuoteInput.RawStorage => "is counted by raw storage; say how many TiB one host has with --storage",
        _ => throw new ArgumentOutOfRangeException(nameof(missing), missing, "not an input of a quote"),
    };

    private static int Print(Terminal terminal, Asked asked, DateOnly day, LicenceQuote quote)
    {
        var years = asked.Question.Years;
        if (asked.Json)
        {
            terminal.Out.WriteLine(QuoteJson.Render(asked.Product, day, asked.Question, quote));
        }
        else
        {
            terminal.Out.WriteLine($"{quote.Row.Product}, {day:yyyy-MM-dd}");
            terminal.Out.WriteLine($"quantity  {quote.Quantity.Units:0.####} × {Sentences.Of(quote.Quantity.Unit)}");
            terminal.Out.WriteLine($"rule      {Sentences.Of(quote.Quantity.Rule)}");
            if (asked.Question.CountsAtOnce(quote.Row.Rule))
            {
                terminal.Out.WriteLine(
                    $"at once   {asked.Question.AtOnce} VMs on each host: {asked.Question.Vms} on {asked.Question.Hosts}, of which "
                        + $"{asked.Question.Failures} may fail");
            }

            terminal.Out.WriteLine(quote.Total is { } total
                ? $"amount    {total} for {years} {(years == 1 ? "year" : "years")} ("
                    + $"{(quote.Row.Price is { } unit ? $"{unit} a unit, {Words(quote.Row)}" : "nothing is needed")})"
                : "amount    none");
            if (quote.Term is { } term)
            {
                terminal.Out.WriteLine($"term      {Sentences.Of(term)}");
            }

            terminal.Out.WriteLine($"source    {Sentences.Of(quote.Row.Provenance.Source)}, {quote.Row.Provenance.Date}, grade {quote.Row.Provenance.Grade}");
        }

        if (quote.Hole is { } hole)
        {
            terminal.Error.WriteLine(quote.Quantity.Refusal is null
                ? $"error: {Sentences.Of(hole)}; ask the vendor, and enter the answer as a quote in your scenario"
                : $"error: {Sentences.Of(hole)}");
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

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(string Product, QuoteQuestion Question, bool OrderMinimum, bool Json);
}
