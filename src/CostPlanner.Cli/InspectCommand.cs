using System.CommandLine;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>inspect FILE...: what was read of inventories, and what was set aside and why.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var (workbooks, tables) = (Sentences.Of(InventoryFormats.OfWorkbooks), Sentences.Of(InventoryFormats.OfTables));
        var files = new Argument<string[]>("FILE")
        {
            Description = $"Inventory files (.xlsx of {workbooks}, CSV of {tables}, or vms.csv), folders or zips of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = SharedOptions.Json();
        var explain = new Option<bool>("--explain") { Description = "Also print what every finding means and how to mend it." };
        var data = SharedOptions.Data();
        var mask = SharedOptions.MaskNames();
        var command = new Command("inspect", "Read inventories and print what is in them.") { files, json, explain, data, mask };
        command.SetAction(parsed => NameMasking.Run(
            terminal, parsed.GetValue(mask), [],
            masking => Run(terminal, masking, parsed.GetRequiredValue(files), parsed.GetValue(json), parsed.GetValue(explain), parsed.GetRequiredValue(data))));
        return command;
    }

    private static int Run(Terminal terminal, NameMasking masking, string[] files, bool json, bool explain, string data)
    {
        var table = PlatformVmFile.Read(data);
        terminal.Write(table.Findings);
        var readings = files.Select(
            file => terminal.While(
                Words.Of("commands.inspect.reading", ("get-file-name", Path.GetFileName(file))), () => Marked(InventoryFile.Read(file), table.Value)))
            .ToList();
        if (masking.IsAsked && readings.Find(reading => reading.Value is null) is { } unread)
        {
            masking.Refuse(unread.Findings);
            return ExitCode.YourInput;
        }

        var masked = masking.Of([.. readings.Select(reading => reading.Value).OfType<Inventory>()], data);
        readings = [.. readings.Select(reading => new Reading<Inventory>(reading.Value is { } read ? masked(read) : null, masking.Of(reading.Findings)))];
        if (json)
        {
            terminal.Out.WriteLine(InspectJson.Render([.. readings.Select(reading => (reading.Value, reading.Findings))]));
        }

        foreach (var reading in readings)
        {
            if (!json && reading.Value is { } inventory)
            {
                Print(terminal, inventory);
            }

            if (!json || reading.Value is null)
            {
                terminal.Write(
                    explain
                        ? reading.Findings
                        : reading.Findings.Select(finding => finding with { Done = null, Mend = finding.Severity == Severity.Error ? finding.Mend : null }));
            }
        }

        return readings.All(reading => reading.Value is not null) ? ExitCode.Done : ExitCode.YourInput;
    }

    private static string Known(int? count) => count is { } known ? $"{known}" : Words.Of("commands.inspect.not-known");

    private static Reading<Inventory> Marked(Reading<Inventory> reading, PlatformVmTable? table) =>
        reading.Value is { } inventory && table is not null ? reading with { Value = table.Mark(inventory, []) } : reading;

    private static void Print(Terminal terminal, Inventory inventory)
    {
        var counts = EstateCounts.Of(inventory);
        terminal.Out.WriteLine($"{string.Join(", ", inventory.Files)}{(inventory.WrittenBy is { } tool ? $" ({tool})" : "")}");
        terminal.Out.WriteLine();
        terminal.Write(
            ["", "all", Words.Of("commands.inspect.powered-on")],
            [
                ["VMs", $"{counts.Vms}", $"{counts.VmsPoweredOn}"],
                ["vCPUs", $"{counts.VCpus}", $"{counts.VCpusPoweredOn}"],
                [Words.Of("commands.inspect.memory-mib"), $"{counts.Memory.MiBRoundedDown}", $"{counts.MemoryPoweredOn.MiBRoundedDown}"],
            ]);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(
            Words.Of(
                "commands.inspect.print",
                ("vms-powered-off", counts.VmsPoweredOff),
                ("templates", counts.Templates),
                ("placeholders", counts.Placeholders),
                ("vms-of-unknown-size", counts.VmsOfUnknownSize)));
        PrintApart(terminal, inventory, counts);
        terminal.Out.WriteLine(
            Words.Of(
                "commands.inspect.print-hosts-clusters-cores",
                ("known", Known(counts.Hosts)),
                ("clusters", counts.Clusters),
                ("known-2", Known(counts.Cores)),
                ("known-3", Known(counts.LicensableCores)),
                ("licensable-cores-per-socket", EstateCounts.LicensableCoresPerSocket)));
        if (!inventory.AreHostsKnown && inventory.WhyHostsUnknown is { } why)
        {
            terminal.Out.WriteLine(Words.Of("commands.inspect.hosts-not-known", ("why", why)));
        }

        if (counts.VmsOfUnknownPower + counts.VmsOfUnknownDisk + counts.HostsNotDescribed > 0)
        {
            terminal.Out.WriteLine(
                Words.Of(
                    "commands.inspect.print-not-known-power",
                    ("vms-of-unknown-power", counts.VmsOfUnknownPower),
                    ("vms-of-unknown-disk", counts.VmsOfUnknownDisk),
                    ("hosts-not-described", counts.HostsNotDescribed)));
        }

        terminal.Out.WriteLine();
        terminal.Write(
            ["sheet", Words.Of("commands.inspect.rows-read"), "used", Words.Of("commands.inspect.set-aside")],
            inventory.Rows.Select(row => new[] { row.Sheet, $"{row.Read}", $"{row.Used}", $"{row.SetAside}" }));
        terminal.Out.WriteLine();
    }

    /// <summary>What is counted above and is no ordinary VM; nothing where there is none.</summary>
    private static void PrintApart(Terminal terminal, Inventory inventory, EstateCounts counts)
    {
        if (counts.Inaccessible + counts.Orphaned + counts.Disconnected > 0)
        {
            terminal.Out.WriteLine(Words.Of(
                "commands.inspect.print-apart",
                ("inaccessible", counts.Inaccessible),
                ("orphaned", counts.Orphaned),
                ("disconnected", counts.Disconnected)));
        }

        var roles = inventory.Vms.Where(vm => vm.Part is not null)
            .CountBy(vm => vm.Part!.Role.Name, StringComparer.Ordinal)
            .Select(role => $"{role.Value} {role.Key}")
            .ToList();
        if (roles.Count > 0)
        {
            terminal.Out.WriteLine(Words.Of("commands.inspect.print-apart-of-these-part", ("roles", string.Join(", ", roles))));
        }
    }
}
