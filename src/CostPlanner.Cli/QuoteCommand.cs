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
                result.AddError(Words.Of("commands.quote.size", ("name", name), ("most", Most)));
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
                result.AddError(Words.Of("commands.quote.failover", ("most-failover", Scenario.MostFailover)));
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
                result.AddError(Words.Of("commands.quote.count", ("name", name), ("most", Most)));
            }
        });
        return option;
    }

    private static int Run(Terminal terminal, Asked asked, string? asOf, string data)
    {
        var day = DateOnly.FromDateTime(DateTime.Today);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            terminal.Error.WriteLine(Words.Of("commands.quote.run", ("as-of", asOf)));
            return ExitCode.YourInput;
        }

        if ((long)asked.Question.Hosts * asked.Question.Sockets > int.MaxValue / asked.Question.Cores)
        {
            terminal.Error.WriteLine(Words.Of("commands.quote.run-error-hosts-sockets", ("max-value", int.MaxValue)));
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
            terminal.Error.WriteLine(Words.Of(
                "commands.quote.error-unknown-product",
                ("product", asked.Product),
                ("suggestion", NearestName.Suggestion(asked.Product, prices.Ids))));
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
        QuoteInput.Vms => Words.Of("commands.quote.quote-input.vms"),
        QuoteInput.VmCpus => Words.Of("commands.quote.quote-input.vm-cpus"),
        QuoteInput.VmMemory => Words.Of("commands.quote.quote-input.vm-memory"),
        QuoteInput.HostMemory => Words.Of("commands.quote.quote-input.host-memory"),
        QuoteInput.RawStorage => Words.Of("commands.quote.quote-input.raw-storage"),
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
            terminal.Out.WriteLine(Words.Of(
                "commands.quote.quantity",
                ("units", quote.Quantity.Units.ToString("0.####", CultureInfo.InvariantCulture)),
                ("unit", quote.Quantity.Unit)));
            terminal.Out.WriteLine(Words.Of("commands.quote.rule", ("rule", quote.Quantity.Rule)));
            if (asked.Question.CountsAtOnce(quote.Row.Rule))
            {
                terminal.Out.WriteLine(
                    Words.Of(
                        "commands.quote.print",
                        ("at-once", asked.Question.AtOnce),
                        ("vms", asked.Question.Vms),
                        ("hosts", asked.Question.Hosts),
                        ("failures", asked.Question.Failures)));
            }

            terminal.Out.WriteLine(quote.Total is { } total
                ? Words.Of(
                    "commands.quote.amount-for",
                    ("total", total.ToString()),
                    ("years", years),
                    ("years-2", years == 1 ? "year" : "years"),
                    (
                        "value",
                        quote.Row.Price is { } unit
                            ? Words.Of("commands.quote.a-unit", ("unit", unit.ToString()), ("words", InWords(quote.Row)))
                            : Words.Of("commands.quote.nothing-is-needed")))
                : Words.Of("commands.quote.amount-none"));
            if (quote.Term is { } term)
            {
                terminal.Out.WriteLine(Words.Of("commands.quote.term", ("term", term)));
            }

            terminal.Out.WriteLine(Words.Of(
                "commands.quote.source-grade",
                ("source", quote.Row.Provenance.Source),
                ("date", quote.Row.Provenance.Date),
                ("grade", quote.Row.Provenance.Grade.ToString())));
        }

        if (quote.Hole is { } hole)
        {
            terminal.Error.WriteLine(quote.Quantity.Refusal is null
                ? Words.Of("commands.quote.print-error-ask-the", ("hole", hole))
                : $"error: {Sentences.Of(hole)}");
            return ExitCode.YourInput;
        }

        return ExitCode.Done;
    }

    private static string InWords(PriceRow row) => row.Kind switch
    {
        LicenceKind.Perpetual when row.Support is { } support => Words.Of("commands.quote.licence-kind.perpetual", ("support", support.ToString())),
        LicenceKind.Perpetual => "once",
        LicenceKind.SubscriptionMonthly => Words.Of("commands.quote.licence-kind.subscription-monthly"),
        LicenceKind.SubscriptionYearly => Words.Of("commands.quote.licence-kind.subscription-yearly"),
        _ => "free",
    };

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(string Product, QuoteQuestion Question, bool OrderMinimum, bool Json);
}
