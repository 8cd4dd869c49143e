using System.Text;
using CostPlanner.Benchmarking.Workloads;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Benchmarking.Workloads;

/// <summary>Outputs come from a guest: whatever is in them, there are figures or a reason, never an exception and never both.</summary>
public sealed class HostileOutputTests
{
    private static readonly Dictionary<string, (Func<string, (object? Value, Message? Reason)> Parse, string File)> Tools = new()
    {
        ["sysbench cpu"] = (text => Both(SysbenchCpu.Parse(text)), "sysbench-cpu.txt"),
        ["sysbench memory"] = (text => Both(SysbenchMemory.Parse(text)), "sysbench-memory.txt"),
        ["fio"] = (text => Both(Fio.Parse(text)), "fio-randrw.json"),
        ["stress-ng"] = (text => Both(StressNg.Parse(text)), "stress-ng.yaml"),
        ["iperf3"] = (text => Both(Iperf3.Parse(text)), "iperf3.json"),
        ["cyclictest"] = (text => Both(Cyclictest.Parse(text)), "cyclictest.txt"),
    };

    public static TheoryData<string> AllTools => [.. Tools.Keys];

    [Theory]
    [MemberData(nameof(AllTools))]
    public void What_is_no_output_has_a_reason(string tool)
    {
        Assert.Equal("the output is empty", Reason(tool, ""));
        Assert.Equal("the output is empty", Reason(tool, " \n\t\r\n"));
        Assert.Equal("the output has 1048577 characters, over 1048576", Reason(tool, new string('9', (1 << 20) + 1)));
        Assert.Equal("the output holds control characters", Reason(tool, Real(tool) + "\u001b[2J"));
        Assert.Equal("the output holds control characters", Reason(tool, "\0"));
        Assert.NotNull(Reason(tool, "null"));
        Assert.NotNull(Reason(tool, "[1, 2]"));
        Assert.NotNull(Reason(tool, "{}"));
        Assert.NotNull(Reason(tool, "{\"\\ud800\": 1}"));
        Assert.NotNull(Reason(tool, "{\"\\ud800\": 1, \"\\udbff\": 1, \"jobs\": [{\"\\ud800\": {}}], \"end\": {\"\\udc00\": 2}}"));
        Assert.Equal("the output is not Unicode", Reason(tool, Real(tool) + '\ud800'));
        Assert.NotNull(Reason(tool, new string('[', 100_000)));
        Assert.NotNull(Reason(tool, new string('T', 1 << 20)));
        Assert.NotNull(Reason(tool, string.Concat(Enumerable.Repeat("T: 0 (1) C: 1 ", 70_000))));
        Assert.NotNull(Reason(tool, string.Concat(Enumerable.Repeat("\nmetrics:\n- stressor: x\n", 40_000))));
    }

    [Theory]
    [MemberData(nameof(AllTools))]
    public void Another_tools_output_has_a_reason(string tool)
    {
        foreach (var other in Tools.Keys.Where(other => other != tool))
        {
            Assert.NotNull(Reason(tool, Real(other)));
        }
    }

    // Every number of the output in turn becomes what is no number, or one that nothing can mean.
    [Theory]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("1e999")]
    [InlineData("\"8\"")]
    [InlineData("infinity")]
    public void A_number_that_is_none_is_never_a_figure(string no)
    {
        foreach (var (tool, label) in new[]
        {
            ("sysbench cpu", "events per second: "), ("sysbench cpu", "99th percentile:"), ("sysbench cpu", "total number of events:"), ("sysbench cpu", "total time:"),
            ("sysbench memory", "transferred ("), ("fio", "\"iops\" : "), ("fio", "\"bw_bytes\" : "), ("fio", "\"99.000000\" : "), ("fio", "\"runtime\" : "),
            ("stress-ng", "bogo-ops: "), ("stress-ng", "wall-clock-time: "), ("cyclictest", "Max:"), ("cyclictest", "C:"),
        })
        {
            var real = Real(tool);
            var at = real.IndexOf(label, label == "\"runtime\" : " ? real.IndexOf("\"read\"", StringComparison.Ordinal) : 0, StringComparison.Ordinal) + label.Length;
            while (real[at] == ' ')
            {
                at++;
            }

            var end = at;
            while (char.IsAsciiDigit(real[end]) || real[end] == '.')
            {
                end++;
            }

            Assert.True(end > at, $"{tool}: no number behind {label}");
            var (value, reason) = Tools[tool].Parse(real[..at] + no + real[end..]);
            Assert.True(value is null && reason is not null, $"{tool}: {no} behind {label} gave {value}");
        }
    }

    // A reason is printed; nothing that the guest wrote may be in it.
    [Fact]
    public void No_reason_quotes_the_guest()
    {
        var stressor = Real("stress-ng").Replace("stressor: context", "stressor: $(reboot)", StringComparison.Ordinal);
        Assert.Equal("a stressor's name is none", Reason("stress-ng", stressor));
        Assert.Equal("iperf3 reports an error", Reason("iperf3", "{\"error\": \"evil\"}"));
        Assert.Equal("the output is not JSON", Reason("fio", "{\"jobs\": [], \"jobs\": []}"));
    }

    [Fact]
    public void Two_stressors_of_one_name_are_not_read() =>
        Assert.Equal("two stressors have the same name", Reason("stress-ng", Real("stress-ng").Replace("stressor: fork", "stressor: context", StringComparison.Ordinal)));

    // Pieces cut out, doubled, or overwritten by chance.
    [Fact]
    public void Damaged_outputs_never_throw() => Prop.ForAll(
        (from tool in Gen.Elements(Tools.Keys.AsEnumerable())
         from at in Gen.Choose(0, 100_000)
         from length in Gen.Choose(0, 300)
         from put in Gen.Elements("", "0", "9", "\"", "}", "{", ":", "\n", "\ud800", "\\u0000", "\\ud800", "e", "-", "total time: s")
         select (tool, at, length, put)).ToArbitrary(),
        drawn =>
        {
            var real = Real(drawn.tool);
            var from = drawn.at % real.Length;
            var to = Math.Min(real.Length, from + drawn.length);
            var (value, reason) = Tools[drawn.tool].Parse(new StringBuilder(real).Remove(from, to - from).Insert(from, drawn.put).ToString());
            return value is null != reason is null;
        }).Holds(2000);

    private static string? Reason(string tool, string text)
    {
        var (value, reason) = Tools[tool].Parse(text);
        Assert.Null(value);
        return reason?.Words();
    }

    private static string Real(string tool) => Captured.Output(Tools[tool].File);

    private static (object? Value, Message? Reason) Both<T>(Parsed<T> parsed)
        where T : class => (parsed.Value, parsed.Reason);
}
