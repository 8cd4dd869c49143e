using System.CommandLine;
using System.Runtime.InteropServices;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Reporting.Pdf;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>doctor: what this machine can do, and the command for what is missing.</summary>
internal static class DoctorCommand
{
    private static readonly HostProgram[] ForBenchmarks = [HostProgram.Qemu, .. HostProgram.ForRuns, .. HostProgram.ForImages, HostProgram.Xz, HostProgram.Ssh];

    public static Command Create(Terminal terminal)
    {
        var browser = SharedOptions.Browser();
        var data = SharedOptions.Data();
        var command = new Command("doctor", "Say what this machine can do, and how to install what is missing.") { browser, data };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(browser), parsed.GetRequiredValue(data)));
        return command;
    }

    private static int Run(Terminal terminal, string? browser, string data)
    {
        var catalogues = Catalogues.Read(data);
        var printer = PdfPrinter.Check(browser);
        var kvm = KvmDevice.Ask(KvmDevice.Usual);
        var (qemu, whyNoQemu) = HostTools.AskQemu(HostCheck.ForTools, terminal.Interrupted);
        terminal.Write(
            ["what", "state"],
            [
                [".NET", RuntimeInformation.FrameworkDescription],
                ["data", catalogues.Value is null ? Words.Of("commands.doctor.cannot-be-used") : "readable"],
                [Words.Of("commands.doctor.browser-for-the-pdf"), printer.Browser ?? "missing"],
                [Words.Of("commands.doctor.font-for-the-pdf"), printer.HasFont ? "installed" : "missing"],
                [
                    Words.Of("commands.doctor.kvm-for-bench"),
                    kvm.State == KvmDeviceState.Opens
                        ? Words.Of("commands.doctor.run", ("path", kvm.Path), ("words", kvm.Words))
                        : Words.Of("commands.doctor.run-bench-check-says", ("path", kvm.Path), ("words", kvm.Words)),
                ],
                [Words.Of("commands.doctor.qemu-for-bench"), qemu?.Version ?? Words.Of(
                    "commands.doctor.on-debian",
                    ("why-no-qemu", whyNoQemu!),
                    ("qemu-install-command", HostTools.QemuInstallCommand))],
                .. ForBenchmarks.Select(program => new[] { Words.Of("commands.doctor.for-bench", ("program", program.Name)), program.Locate() ?? "missing" }),
            ]);
        terminal.Write(catalogues.Findings.Where(finding => finding.Severity == Severity.Error));
        if (printer.Missing is { } missing)
        {
            terminal.Error.WriteLine(Words.Of(
                "commands.doctor.error-install-it",
                ("missing", missing),
                ("install-command", PdfOutcome.InstallCommand)));
        }

        var absent = ForBenchmarks.Where(program => program.Locate() is null).Select(program => program.Package).Distinct().ToList();
        if (absent.Count > 0)
        {
            terminal.Error.WriteLine(Words.Of("commands.doctor.run-note-bench-lacks", ("absent", string.Join(' ', absent))));
        }

        return catalogues.Value is null ? ExitCode.YourInput : printer.Missing is null ? ExitCode.Done : ExitCode.MachineCannot;
    }
}
