using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Reporting.Templates;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>new DIR: a commented scenario, filled from an inventory, that `case` runs unedited.</summary>
internal static class NewCommand
{
    private const string Demo = "demo-company.xlsx";

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write the scenario to; it is created." };
        var inventory = new Option<string?>("--inventory")
        {
            Description = $"Your inventory (.xlsx of {Sentences.Of(InventoryFormats.OfWorkbooks)}); without it the demo company's is used.",
        };
        var asOf = new Option<string?>("--as-of") { Description = "The day that dates prices, as 2026-10-01; by default today." };
        var data = SharedOptions.Data();
        var command = new Command("new", "Write a commented scenario for an inventory.") { folder, inventory, asOf, data };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(folder), parsed.GetValue(inventory), parsed.GetValue(asOf), parsed.GetRequiredValue(data)));
        return command;
    }

    private static int Run(Terminal terminal, string folder, string? inventory, string? asOf, string data)
    {
        var today = DateOnly.FromDateTime(DateTime.Today);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today))
        {
            terminal.Error.WriteLine(Words.Of("commands.new.run", ("as-of", asOf)));
            return ExitCode.YourInput;
        }

        var file = inventory ?? Path.Combine(data, "inventories", Demo);
        var reading = terminal.While(Words.Of("commands.new.reading-the-inventory"), () => InventoryFile.Read(file));
        var catalogues = Catalogues.Read(data);
        terminal.Write(reading.Findings.Concat(catalogues.Findings).Where(finding => finding.Severity == Severity.Error || finding.IsOnFirstPage));
        if (reading.Value is not { } estate || catalogues.Value is not { } known)
        {
            return ExitCode.YourInput;
        }

        var path = Path.Combine(folder, ScenarioTemplate.FileName(estate));
        if (File.Exists(path))
        {
            terminal.Error.WriteLine(Words.Of("commands.new.run-error-already-exists", ("path", path)));
            return ExitCode.YourInput;
        }

        var held = HeldPlatform.Of(estate, known.LicenceNames, known.Prices, today);
        terminal.Write(held.Findings);
        if (!new ScenarioTemplate(estate, file, known.Hosts, today, []).HasNewHost)
        {
            terminal.Error.WriteLine(
                Words.Of("commands.new.run-error-the-catalogue", ("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
            return ExitCode.YourInput;
        }

        Directory.CreateDirectory(folder);
        if (inventory is null)
        {
            // The demo company comes along, so that the folder stands on its own.
            var copy = Path.Combine(folder, Demo);
            AtomicFile.Copy(file, copy);
            file = copy;
        }

        var relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(file));
        var written = Write(terminal, path, new ScenarioTemplate(estate, relative, known.Hosts, today, []) { Held = held }, estate, known);
        terminal.Out.WriteLine(Words.Of("commands.new.wrote", ("path", path)));
        foreach (var choice in written.Choices)
        {
            terminal.Out.WriteLine($"  {choice}");
        }

        terminal.Out.WriteLine(Words.Of("commands.new.asks"));
        foreach (var question in written.Questions)
        {
            terminal.Out.WriteLine($"  {question}");
        }

        terminal.Out.WriteLine(Words.Of("commands.new.next-costplanner-case", ("path", path)));
        return ExitCode.Done;
    }

    /// <summary>Tries the scenario before it is written, and names under leave_out the VMs that fit nowhere, so that it runs as it is.</summary>
    private static ScenarioTemplate Write(Terminal terminal, string path, ScenarioTemplate draft, Inventory estate, Catalogues known)
    {
        var tried = terminal.While(Words.Of("commands.new.trying-it"), () => BusinessCase.Of(known.With(draft.Scenario, estate)));
        ImmutableArray<UnplacedVm> misfits =
        [
            .. tried.Options
                .SelectMany(option => option.Plan.Clusters)
                .SelectMany(cluster => cluster.Misfits)
                .DistinctBy(misfit => misfit.Demand.Vm.Id),
        ];
        var written = draft with { LeaveOut = misfits };
        AtomicFile.Write(path, written.Text());
        foreach (var misfit in misfits)
        {
            terminal.Error.WriteLine(Words.Of("commands.new.warning-is-left-out", ("vm", misfit.Demand.Vm.Name), ("reason", misfit.Reason)));
        }

        foreach (var old in tried.OldFacts)
        {
            terminal.Error.WriteLine($"warning: {Sentences.Whole(old.Sentence)} {Sentences.Whole(old.Mend)}");
        }

        return written;
    }
}
