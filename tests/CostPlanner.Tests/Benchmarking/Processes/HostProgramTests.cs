using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Processes;

public sealed class HostProgramTests
{
    private static readonly HostProgram Absent = new("no-such-program", "no-such-package", "does nothing");
    private static readonly HostProgram Shell = new("sh", "dash", "runs scripts");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_missing_command_is_named_with_the_package_that_has_it()
    {
        var trouble = Assert.Throws<ImageException>(() => new HostCommand(Absent, TimeSpan.FromSeconds(5)).Run(Token));

        Assert.Equal(Severity.Error, trouble.Finding.Severity);
        Assert.Equal(
            "this machine: The command no-such-program is missing: it does nothing. Install the Debian package no-such-package: apt-get install no-such-package.",
            CostPlanner.Reporting.Text.Sentences.Line(trouble.Finding));
    }

    [Fact]
    public void A_program_is_found_on_the_path_before_the_folders_of_root()
    {
        using var folder = new TemporaryFolder();
        var planted = folder.Write("mke2fs", "");

        Assert.Equal(planted, new HostProgram("mke2fs", "e2fsprogs", "").Locate($"/nowhere:{folder.Root}"));
        Assert.Null(Absent.Locate(folder.Root));
    }

    [Fact]
    public void A_program_that_fails_is_quoted() => Assert.Equal(
        "sh ended with code 3: one | two.",
        Trouble("echo one >&2; echo two >&2; exit 3", TimeSpan.FromSeconds(30)));

    [Fact]
    public void A_program_that_hangs_is_ended_at_its_deadline() =>
        Assert.Equal("sh did not finish within 1 seconds and was ended.", Trouble("sleep 600", TimeSpan.FromSeconds(1)));

    [Fact]
    public void A_program_does_not_wait_for_words_of_the_user() =>
        Assert.Equal("end\n", new HostCommand(Shell, TimeSpan.FromSeconds(30), "-c", "read -r line || echo end").Run(Token));

    private static string Trouble(string script, TimeSpan deadline) =>
        Assert.Throws<ImageException>(() => new HostCommand(Shell, deadline, "-c", script).Run(Token)).Finding.Message.Words();
}
