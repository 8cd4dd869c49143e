using CostPlanner.Benchmarking.Remote;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Remote;

/// <summary>What names a host, what does not, and that nothing of it can say something else to ssh or to a shell.</summary>
public sealed class RemoteTargetTests
{
    [Theory]
    [InlineData("server", null, "server", null)]
    [InlineData("root@server-1.example.org", "root", "server-1.example.org", null)]
    [InlineData("bench_user@10.0.0.7:2222", "bench_user", "10.0.0.7", 2222)]
    [InlineData("root@[fd00::1]", "root", "fd00::1", null)]
    [InlineData("[fe80::1%eth0]:22", null, "fe80::1%eth0", 22)]
    public void A_host_is_named_as_ssh_names_it(string text, string? user, string host, int? port)
    {
        var target = RemoteTarget.Of(text)!;
        Assert.Equal((user, host, port), (target.User, target.Host, target.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-oProxyCommand=touch")]
    [InlineData("root@-oProxyCommand=touch")]
    [InlineData("-l@server")]
    [InlineData("@server")]
    [InlineData("root@")]
    [InlineData("server;reboot")]
    [InlineData("server reboot")]
    [InlineData("$(reboot)@server")]
    [InlineData("server:0")]
    [InlineData("server:65536")]
    [InlineData("server:22:22")]
    [InlineData("server:+22")]
    [InlineData("[]")]
    [InlineData("[fd00::1")]
    [InlineData("[fd00::1]22")]
    [InlineData("[-x]")]
    [InlineData("ser\nver")]
    public void What_names_no_host_is_refused(string text) => Assert.Null(RemoteTarget.Of(text));

    [Fact]
    public void Ssh_is_told_to_ask_nobody_and_to_trust_no_stranger()
    {
        var arguments = SshCommand.Arguments(RemoteTarget.Of("root@[fd00::1]:2222")!, ["-F", "mine"], "exec true").ToArray();

        Assert.Equal(["-F", "mine", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"], arguments[..6]);
        Assert.Equal(["-p", "2222", "--", "root@fd00::1", "exec true"], arguments[^5..]);
    }

    // Any login shell hands it on as it is: one line, and within its quotes nothing that some shell reads in its own way.
    [Fact]
    public void The_script_is_one_line_that_any_shell_hands_on()
    {
        using var folder = new TemporaryFolder();
        var bundle = new Bundle([BundleFile.Of("program/run", folder.Write("run", "text"))], "program/run");
        var script = RemoteScript.Of(bundle, "bench", "run", "--plan-from-stdin");

        Assert.StartsWith("exec /bin/sh -c '", script, StringComparison.Ordinal);
        Assert.Equal(2, script.Count(letter => letter == '\''));
        Assert.All(script, letter => Assert.InRange(letter, ' ', '~'));
        Assert.DoesNotContain(script, letter => letter is '\\' or '!');
        Assert.Contains("\"$d\"/program/run bench run --plan-from-stdin; exit $?'", script, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RemoteScript.Of(bundle, "$(reboot)"));
    }
}
