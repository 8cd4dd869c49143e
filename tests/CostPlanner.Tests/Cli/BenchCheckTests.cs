using System.Text.Json;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>bench check on the host of the tests, whatever it is.</summary>
public sealed class BenchCheckTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Where_the_device_is_hidden_the_verdict_is_none()
    {
        using var folder = new TemporaryFolder();
        var check = Check("--device", folder.At("kvm"));

        Assert.Equal("none", check.GetProperty("verdict").GetString());
        Assert.True(check.IsNull("probe"));
        Assert.Equal(["device", "module", "cpu-flag", "bare-metal", "loop", "exits"], check.GetProperty("ladder").EnumerateArray().Select(rung => rung.GetProperty("rung").GetString()));
        Assert.NotEmpty(check.GetProperty("advice").EnumerateArray());
    }

    [Fact]
    public void Facts_that_are_null_have_a_reason()
    {
        using var folder = new TemporaryFolder();
        var check = Check("--device", folder.At("kvm"));
        var facts = check.GetProperty("facts").EnumerateObject().ToList();

        Assert.Equal(HostCheckSchema, check.GetProperty("schema").GetString());
        Assert.Contains(facts, fact => fact.Name == "kernel" && fact.Value.ValueKind == JsonValueKind.String);
        Assert.All(
            facts.Where(fact => fact.Value.ValueKind == JsonValueKind.Null),
            fact => Assert.NotEqual("", check.GetProperty("unknown").GetProperty(fact.Name).GetString()));
    }

    [Fact]
    public void The_text_has_facts_ladder_verdict_and_advice()
    {
        using var folder = new TemporaryFolder();
        var run = Run.Of("bench", "check", "--device", folder.At("kvm"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("\ncpu-model ", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n✗  device ", run.Out, StringComparison.Ordinal);
        Assert.Contains("\nverdict: none\n- ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_probe_measures_this_hosts_kvm()
    {
        var device = KvmDevice.Ask(KvmDevice.Usual);
        Assert.SkipUnless(device.State == KvmDeviceState.Opens, $"{device.Path} {device.Words.Words()}");

        // Given more time than the command gives it: other tests run beside it.
        var answer = ThisProgram.AsProbe().Ask(KvmDevice.Usual, Patience, TestContext.Current.CancellationToken);
        Assert.Equal((ProbeEnd.Measured, null), (answer.End, answer.Words));
        Assert.True(answer.Figures!.SameMachineCode);
        Assert.InRange(answer.Figures.Rounds, 1, 5);
    }

    [Fact]
    public void A_host_whose_kvm_is_software_is_emulated()
    {
        var device = KvmDevice.Ask(KvmDevice.Usual);
        Assert.SkipUnless(device.State == KvmDeviceState.Opens, $"{device.Path} {device.Words.Words()}");
        Assert.SkipUnless(Directory.Exists("/sys/module/kvm_pvm"), "the KVM of this host is not kvm-pvm");

        var check = Check();
        Assert.Equal("emulated", check.GetProperty("verdict").GetString());
        Assert.True(check.GetProperty("ladder")[0].GetProperty("passed").GetBoolean());
    }

    [Fact]
    public void The_probe_in_a_process_of_its_own_refuses_what_is_not_kvm()
    {
        using var folder = new TemporaryFolder();
        var answer = ThisProgram.AsProbe().Ask(folder.At("kvm"), Patience, TestContext.Current.CancellationToken);

        Assert.Equal(ProbeEnd.Refused, answer.End);
        Assert.StartsWith("open: ", answer.Words.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_probe_is_not_listed_among_the_commands()
    {
        var help = Run.Of("bench", "--help").Out;
        Assert.Contains("check", help, StringComparison.Ordinal);
        Assert.DoesNotContain("probe", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_names_kvm_and_qemu()
    {
        var run = Run.Of("doctor");
        Assert.Contains("KVM, for bench  ", run.Out, StringComparison.Ordinal);
        Assert.Contains("QEMU, for bench  ", run.Out, StringComparison.Ordinal);
    }

    private const string HostCheckSchema = "costplanner/host-check/1";

    private static JsonElement Check(params string[] arguments)
    {
        var run = Run.Of(["bench", "check", "--json", .. arguments]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }
}
