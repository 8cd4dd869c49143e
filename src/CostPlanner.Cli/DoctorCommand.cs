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
                ["data", catalogues.Value is null ? "cannot be used" : "readable"],
                ["browser, for the PDF", printer.Browser ?? "missing"],
                ["font, for the PDF", printer.HasFont ? "installed" : "missing"],
                [
                    "KVM, for bench",
                    kvm.State == KvmDeviceState.Opens
                        ? $"{kvm.Path} {Sentences.Of(kvm.Words)}; bench check says what it is worth"
                        : $"{kvm.Path} {Sentences.Of(kvm.Words)}; bench check says what to do",
                ],
                ["QEMU, for bench", qemu?.Version ?? $"{Sentences.Of(whyNoQemu!)}; on Debian: {Sentences.Of(HostTools.QemuInstallCommand)}"],
                .. ForBenchmarks.Select(program => new[] { $"{program.Name}, for bench", program.Locate() ?? "missing" }),
            ]);
        terminal.Write(catalogues.Findings.Where(finding => finding.Severity == Severity.Error));
        if (printer.Missing is { } missing)
        {
            terminal.Error.WriteLine($"error: {missing}. Install it: {PdfOutcome.InstallCommand}");
        }

        var absent = ForBenchmarks.Where(program => program.Locate() is null).Select(program => program.Package).Distinct().ToList();
        if (absent.Count > 0)
        {
            terminal.Error.WriteLine($"note: bench lacks programs. Install them: apt-get install --no-install-recommends {string.Join(' ', absent)}");
        }

        return catalogues.Value is null ? ExitCode.YourInput : printer.Missing is null ? ExitCode.Done : ExitCode.MachineCannot;
    }
}
