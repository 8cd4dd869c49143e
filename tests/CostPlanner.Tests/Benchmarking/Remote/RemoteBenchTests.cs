using System.Globalization;
using System.Text;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Benchmarking.Remote;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;
using Reader = CostPlanner.Ingest.Measurements.MeasurementFile;

namespace CostPlanner.Tests.Benchmarking.Remote;

/// <summary>The way to a host and back over a real ssh server on loopback, with a shell script in the program's place: whatever happens, nothing is left.</summary>
[Needs(Tool.Ssh)]
public sealed class RemoteBenchTests : IDisposable
{
    private static readonly RunRequest Asked = new("run-1", "standard", 7);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_is_asked_for_and_its_record_comes_home()
    {
        using var ssh = new LoopbackSsh();

        var outcome = Bench(ssh, """
            read -r request
            phase "$request"
            phase "$*"
            record
            """).Run(Asked, Say, CancellationToken.None);

        Assert.Empty(outcome.Findings);
        Assert.Equal((0, null), (outcome.ExitCode, outcome.Cut));
        Assert.True(outcome.Run!.IsValid);
        Assert.Equal(MeasurementRecord.Text(SampleRuns.Valid, Sentences.Of), File.ReadAllText(outcome.Path!));
        Assert.Equal(folder.At("home", "run-1.json"), outcome.Path);
        Assert.Equal(["0 MiB go to loop", RunRequestJson.Line(Asked), "bench run --plan-from-stdin"], [said[0], .. said.Skip(2)]);
        AssertNothingLeft();
    }

    [Fact]
    public void A_login_that_prints_is_no_trouble()
    {
        using var ssh = new LoopbackSsh("ForceCommand echo Welcome to this server; echo; eval \"$SSH_ORIGINAL_COMMAND\"");

        var outcome = Bench(ssh, "read -r request; record").Run(Asked, Say, CancellationToken.None);

        Assert.Empty(outcome.Findings);
        Assert.NotNull(outcome.Run);
        AssertNothingLeft();
    }

    [Fact]
    public void A_line_that_is_cut_ends_the_run_on_both_sides_and_keeps_what_came()
    {
        using var ssh = new LoopbackSsh();

        var outcome = Bench(ssh, "read -r request; record; phase waits; cat >/dev/null").Run(Asked, WhenItWaits(ssh.Line.Cut), CancellationToken.None);

        Assert.Equal((null, RejectReason.ConnectionLost), (outcome.ExitCode, outcome.Cut));
        Assert.Equal("connection-lost", Assert.Single(outcome.Findings).Code);
        Assert.False(outcome.Run!.IsValid);
        Assert.Equal("connection-lost", Assert.Single(Reader.Read(outcome.Path!).Value!.Checks, check => !check.Passed).Name);
        AssertNothingLeft();
    }

    // The network is gone and nobody says so: ssh asks for a sign of life and gets none. The server over there sees it when the line is closed at last.
    [Fact]
    public void A_line_that_is_dead_is_given_up()
    {
        using var ssh = new LoopbackSsh();
        var bench = Bench(ssh, "read -r request; phase waits; cat >/dev/null", "-o", "ServerAliveInterval=1", "-o", "ServerAliveCountMax=1");

        var outcome = bench.Run(Asked, WhenItWaits(ssh.Line.Freeze), CancellationToken.None);

        Assert.Equal((null, RejectReason.ConnectionLost, "connection-lost"), (outcome.Run, outcome.Cut, Assert.Single(outcome.Findings).Code));
        ssh.Line.Cut();
        AssertNothingLeft();
    }

    [Fact]
    public void A_run_that_says_nothing_any_more_is_given_up()
    {
        using var ssh = new LoopbackSsh();
        var bench = Bench(ssh, "read -r request; phase waits; cat >/dev/null") with { Silence = TimeSpan.FromSeconds(3) };

        var outcome = bench.Run(Asked, Say, CancellationToken.None);

        Assert.Equal((RejectReason.ConnectionLost, "connection-lost"), (outcome.Cut, Assert.Single(outcome.Findings).Code));
        AssertNothingLeft();
    }

    [Fact]
    public void A_run_that_is_called_off_ends_over_there_and_its_last_record_comes_home()
    {
        using var ssh = new LoopbackSsh();
        using var off = new CancellationTokenSource();

        var outcome = Bench(ssh, "read -r request; phase waits; cat >/dev/null; record; exit 130").Run(Asked, WhenItWaits(off.Cancel), off.Token);

        Assert.Equal((130, RejectReason.Interrupted), (outcome.ExitCode, outcome.Cut));
        Assert.Equal("interrupted", Assert.Single(outcome.Run!.Checks, check => !check.Passed).Name);
        Assert.Empty(outcome.Findings);
        AssertNothingLeft();
    }

    // The beats of the life line are lines: a program that reads none of them is fed on, one that ends is not.
    [Fact]
    public void The_life_line_beats()
    {
        using var ssh = new LoopbackSsh();
        var bench = Bench(ssh, "read -r request; read -r a; read -r b; phase \"beats $a$b.\"; record") with { Beat = TimeSpan.FromMilliseconds(50) };

        Assert.Empty(bench.Run(Asked, Say, CancellationToken.None).Findings);

        Assert.Equal("beats .", said[^1]);
    }

    [Theory]
    [InlineData("echo '{\"v\":1,\"moment\":\"never\"}'", RejectReason.BadMessage)]
    [InlineData("echo Segmentation fault", RejectReason.BadMessage)]
    [InlineData("echo '{\"v\":1,\"record\":\"{}\"}'", RejectReason.BadMessage)]
    [InlineData("sed s/run-1/run-2/ \"$here\"/record", RejectReason.BadMessage)]
    [InlineData("yes costplanner | tr -d '\\n'", RejectReason.Flood)]
    public void A_host_that_sends_what_it_may_not_is_heard_no_longer(string command, RejectReason reason)
    {
        using var ssh = new LoopbackSsh();
        var bench = Bench(ssh, $"read -r request; phase begins; {command}; cat >/dev/null") with { LongestLine = 1 << 20 };

        var outcome = bench.Run(Asked, Say, CancellationToken.None);

        Assert.Equal((null, null, reason), (outcome.Run, outcome.Path, outcome.Cut));
        Assert.Contains(outcome.Findings, finding => finding.Code == reason.Word());
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("echo some library is missing >&2; exit 127", 127, "remote-failed")]
    [InlineData("read -r request; exit 0", 0, "record-missing")]
    [InlineData("read -r request; cat \"$here\"/finding; exit 3", 3, "qemu-missing")]
    public void A_program_that_fails_over_there_is_told(string command, int exitCode, string code)
    {
        using var ssh = new LoopbackSsh();

        var outcome = Bench(ssh, command).Run(Asked, Say, CancellationToken.None);

        Assert.Equal((null, exitCode, null), (outcome.Run, outcome.ExitCode, outcome.Cut));
        var finding = Assert.Single(outcome.Findings);
        Assert.Equal(code, finding.Code);
        Assert.StartsWith("loop", finding.Place.File, StringComparison.Ordinal);
        Assert.DoesNotContain(finding.ToString(), char.IsControl);
        AssertNothingLeft(begins: code == "qemu-missing");
    }

    [Theory]
    [InlineData("user", false, "host-key-unknown")]
    [InlineData("stranger", true, "login-refused")]
    public void A_host_that_does_not_let_us_in_is_told(string key, bool knowsHost, string code)
    {
        using var ssh = new LoopbackSsh();

        var outcome = (Bench(ssh, "record") with { SshOptions = ssh.Options(key, knowsHost) }).Run(Asked, Say, CancellationToken.None);

        Assert.Equal((null, null, null), (outcome.Run, outcome.ExitCode, outcome.Cut));
        Assert.Equal(code, Assert.Single(outcome.Findings).Code);
    }

    [Fact]
    public void A_host_that_is_not_there_is_told()
    {
        using var ssh = new LoopbackSsh();
        var bench = Bench(ssh, "record");
        ssh.Line.Dispose();

        Assert.Equal("host-unreachable", Assert.Single(bench.Run(Asked, Say, CancellationToken.None).Findings).Code);
    }

    [Theory]
    [InlineData("exit 0", "other bytes, as many", "bundle-not-taken")]
    [InlineData("exit 0", "fewer", "bundle-not-sent")]
    public void A_bundle_that_is_not_what_it_was_is_not_run(string before, string after, string code)
    {
        using var ssh = new LoopbackSsh();
        folder.Write("extra", after.Length > before.Length ? new string('x', after.Length) : before);
        var bench = Bench(ssh, "phase runs; record", [], BundleFile.Of("program/extra", folder.At("extra")));
        folder.Write("extra", after);

        var outcome = bench.Run(Asked, Say, CancellationToken.None);

        Assert.Equal((null, code), (outcome.Run, Assert.Single(outcome.Findings).Code));
        Assert.DoesNotContain("runs", said);
    }

    [Fact]
    public void A_record_that_cannot_be_written_is_told_and_the_run_goes_on()
    {
        using var ssh = new LoopbackSsh();
        var bench = Bench(ssh, "read -r request; record; phase later; record") with { Folder = folder.Write("file", "in the way") };

        var outcome = bench.Run(Asked, Say, CancellationToken.None);

        Assert.Equal(("record-not-written", null, 0), (Assert.Single(outcome.Findings).Code, outcome.Path, outcome.ExitCode));
        Assert.NotNull(outcome.Run);
        Assert.Equal("later", said[^1]);
        AssertNothingLeft();
    }

    // No process ever has that number.
    [Fact]
    public void What_a_killed_run_left_is_removed_by_the_next()
    {
        using var ssh = new LoopbackSsh();
        var left = Directory.CreateDirectory("/var/tmp/costplanner-bench-999999999-Abc123");
        var ours = Directory.CreateDirectory(string.Create(CultureInfo.InvariantCulture, $"/var/tmp/costplanner-bench-{Environment.ProcessId}-{Guid.NewGuid():N}"));
        try
        {
            Assert.NotNull(Bench(ssh, "read -r request; record").Run(Asked, Say, CancellationToken.None).Run);

            Assert.False(Directory.Exists(left.FullName));
            Assert.True(Directory.Exists(ours.FullName));
        }
        finally
        {
            ours.Delete();
        }
    }

    private RemoteBench Bench(LoopbackSsh ssh, string script, params string[] options) => Bench(ssh, script, options, []);

    /// <summary>A run whose program is this script; it first says where it is.</summary>
    private RemoteBench Bench(LoopbackSsh ssh, string script, string[] options, params BundleFile[] extra)
    {
        var program = folder.Write("run.sh", $$$"""
            #!/bin/sh
            here="$(pwd)/program"
            phase() { printf '{"v":1,"moment":"phase","elapsed":1,"left":null,"experiment":null,"replicate":null,"guests":null,"words":"%s"}\n' "$(echo "$1" | sed 's/"/\\"/g')"; }
            record() { cat "$here/record"; }
            phase "$(pwd)"
            {{{script}}}
            """.ReplaceLineEndings("\n") + "\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        folder.Write("record", RemoteMessage.Line(SampleRuns.Valid, Sentences.Of) + "\n");
        folder.Write("finding", RemoteMessage.Line(new Finding(Severity.Error, "qemu-missing", "there is none\u001b[2J", new SourcePlace("this machine")), Sentences.Of) + "\n");
        return new RemoteBench(
            LoopbackSsh.Target,
            new Bundle(
                [
                    BundleFile.Of("program/run", program),
                    BundleFile.Of("program/record", folder.At("record")),
                    BundleFile.Of("program/finding", folder.At("finding")),
                    .. extra,
                ],
                "program/run"),
            folder.At("home"),
            text => Reader.Of("record", Encoding.UTF8.GetBytes(text)) is var reading ? (reading.Value, reading.Findings) : default,
            Sentences.Of)
        {
            SshOptions = [.. options, .. ssh.Options()],
        };
    }

    private void Say(RunProgress progress) => said.Add(progress.Words.Words());

    private Action<RunProgress> WhenItWaits(Action act) => progress =>
    {
        Say(progress);
        if (progress.Words.Words() == "waits")
        {
            act();
        }
    };

    /// <summary>Waits for the folder over there to be gone: the line may be gone before it is.</summary>
    private void AssertNothingLeft(bool begins = true)
    {
        Assert.True(!begins || said.Count > 1);
        foreach (var place in said.Skip(1).Take(1))
        {
            Assert.Contains("/costplanner-bench-", place, StringComparison.Ordinal);
            Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(place), AtMost), $"{place} is still there");
        }
    }
}
