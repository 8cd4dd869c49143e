using System.Globalization;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Probe;

/// <summary>The child process of the probe, played by a shell; no assertion is on how long it took.</summary>
public sealed class ProbeProgramTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_probe_that_hangs_is_killed_at_its_deadline_and_leaves_no_process()
    {
        using var folder = new TemporaryFolder();
        var answer = Shell("echo $$ > \"$0\"; exec sleep 1000", folder.At("pid")).Ask("/dev/kvm", Soon, TestContext.Current.CancellationToken);

        Assert.Equal(ProbeEnd.TimedOut, answer.End);
        Assert.Contains("did not end within 0.5 s and was killed", answer.Words.Words(), StringComparison.Ordinal);
        Assert.False(Directory.Exists($"/proc/{Pid(folder.At("pid"))}"));
    }

    [Fact]
    public void What_a_hanging_probe_started_dies_with_its_group()
    {
        // The grandchild's parent ends at once, so that only the group still names it.
        using var folder = new TemporaryFolder();
        var probe = new ProbeProgram("setsid", ["sh", "-c", "(sleep 1000 & echo $! > \"$0\"); exec sleep 1000", folder.At("pid")]);

        Assert.Equal(ProbeEnd.TimedOut, probe.Ask("/dev/kvm", Soon, TestContext.Current.CancellationToken).End);
        Assert.False(Runs(Pid(folder.At("pid"))));
    }

    [Fact]
    public void A_probe_that_is_called_off_is_killed_and_throws()
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource(Soon);
        Assert.Throws<OperationCanceledException>(() => Shell("echo $$ > \"$0\"; exec sleep 1000", folder.At("pid")).Ask("/dev/kvm", Patience, source.Token));
        Assert.False(Directory.Exists($"/proc/{Pid(folder.At("pid"))}"));
    }

    [Fact]
    public void A_probe_that_floods_is_read_and_is_no_answer() =>
        Assert.Equal(ProbeEnd.NoAnswer, Shell("head -c 3000000 /dev/zero").Ask("/dev/kvm", Patience, TestContext.Current.CancellationToken).End);

    [Fact]
    public void A_probe_that_breaks_is_no_answer()
    {
        var answer = Shell("kill -KILL $$").Ask("/dev/kvm", Patience, TestContext.Current.CancellationToken);

        // 128 and the number of SIGKILL, 9.
        Assert.Equal((ProbeEnd.NoAnswer, "the probe ended with exit code 137"), (answer.End, answer.Words.Words()));
    }

    [Fact]
    public void A_probe_that_cannot_be_started_is_no_answer()
    {
        using var folder = new TemporaryFolder();
        var answer = new ProbeProgram(folder.At("nothing"), []).Ask("/dev/kvm", Patience, TestContext.Current.CancellationToken);

        Assert.Equal(ProbeEnd.NoAnswer, answer.End);
        Assert.Contains("could not be started", answer.Words.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_is_told_the_device_its_time_and_its_parent()
    {
        using var folder = new TemporaryFolder();
        Shell("echo \"$@\" > \"$0\"", folder.At("told")).Ask("/dev/other", TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        // The alarm rings a second after the deadline of 2.5 s, rounded up.
        Assert.Equal($"--device /dev/other --seconds 4 --parent {Environment.ProcessId}", File.ReadAllText(folder.At("told")).Trim());
    }

    private static ProbeProgram Shell(string script, params string[] arguments) => new("sh", ["-c", script, .. arguments]);

    private static int Pid(string file) => int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);

    // An orphan that is dead may wait for whoever adopted it to look.
    private static bool Runs(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
