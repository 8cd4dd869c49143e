using System.Text;
using System.Text.Json;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Images;

/// <summary>The guest's side of the protocol, asked of a real guest under TCG.</summary>
public sealed class GuestBootTests
{
    [Fact]
    public void A_guest_boots_tells_its_facts_measures_and_ends()
    {
        var image = BuiltGuest.OrSkip().Image;
        using var guest = new TinyGuest(image, "");

        var boot = Parsed(guest.Line());
        Assert.Equal((1, 0, "boot"), (boot.GetProperty("v").GetInt32(), boot.GetProperty("seq").GetInt32(), boot.GetProperty("ev").GetString()));
        Assert.Equal(image.KernelVersion, boot.GetProperty("kernel").GetString());
        Assert.Equal("", boot.GetProperty("hypervisor").GetString());
        Assert.Equal(1, boot.GetProperty("ncpu").GetInt32());
        Assert.Equal(0, boot.GetProperty("failed").GetArrayLength());
        Assert.InRange(boot.GetProperty("mem").GetProperty("total_kib").GetInt32(), 200_000, 262_144);
        Assert.Equal(1 << 24, boot.GetProperty("scratch_bytes").GetInt32());
        Assert.StartsWith("vd", boot.GetProperty("tools").GetString(), StringComparison.Ordinal);
        Assert.False(boot.GetProperty("faults").GetBoolean());

        var (cpu, output) = Answer(guest.Ask("cpu 1 2"), 1, "cpu", 0);
        Assert.Contains("events per second:", output, StringComparison.Ordinal);
        Assert.Contains("99th percentile:", output, StringComparison.Ordinal);
        Assert.True(cpu.GetProperty("up1").GetDecimal() - cpu.GetProperty("up0").GetDecimal() >= 2);
        Assert.True(cpu.GetProperty("stat1").GetProperty("user").GetInt64() > cpu.GetProperty("stat0").GetProperty("user").GetInt64());

        Answer(guest.Ask("quit"), 2, "quit", 0);
        Assert.Equal(0, guest.Ended());
    }

    [Fact]
    public void Every_tool_runs_and_what_is_not_understood_is_refused_in_valid_json()
    {
        using var guest = new TinyGuest(BuiltGuest.OrSkip().Image, "");
        guest.Line();

        Assert.Contains("events per second:", Answer(guest.Ask("rate 1 1 100"), 1, "rate", 0).Output, StringComparison.Ordinal);
        Assert.Contains("MiB transferred", Answer(guest.Ask("memory 1 1"), 2, "memory", 0).Output, StringComparison.Ordinal);
        Assert.Contains("bogo-ops-per-second-real-time", Answer(guest.Ask("fork 1"), 3, "fork", 0).Output, StringComparison.Ordinal);
        Assert.Contains("Max:", Answer(guest.Ask("cyclic 1"), 4, "cyclic", 0).Output, StringComparison.Ordinal);
        Parsed(Answer(guest.Ask("fio psync randread 4k 1 1"), 5, "fio", 0).Output);
        Assert.Contains("MemAvailable:", Answer(guest.Ask("touch same 8"), 6, "touch", 0).Output, StringComparison.Ordinal);
        Assert.Contains("Linux version", Answer(guest.Ask("facts"), 7, "facts", 0).Output, StringComparison.Ordinal);
        string[] refused = ["cpu 1", "cpu 1 08", "cpu 1 2;reboot", "fio psync randread ../x 1 1", "a \"quoted\\ * word", "fault die", "net up $(reboot)"];
        foreach (var (index, command) in refused.Index())
        {
            Assert.Contains(command.Split(' ')[0], Answer(guest.Ask(command), 8 + index, "error", 64).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Planted_faults_are_obeyed_only_when_the_kernels_command_line_allows_them()
    {
        using var guest = new TinyGuest(BuiltGuest.OrSkip().Image, "bench.faults=1");
        Assert.True(Parsed(guest.Line()).GetProperty("faults").GetBoolean());

        var before = Answer(guest.Ask("clk"), 1, "clk", 0).Line.GetProperty("up0").GetDecimal();
        var after = Answer(guest.Ask("fault clock"), 2, "fault", 0).Line.GetProperty("up0").GetDecimal();
        Assert.True(after >= before * 3);
        Assert.ThrowsAny<JsonException>(() => Parsed(guest.Ask("fault badjson")));
        Answer(guest.Ask("fault fill"), 4, "fault", 73);
        Assert.Throws<IOException>(() => guest.Ask("fault panic"));
        Assert.Equal(0, guest.Ended());
    }

    private static JsonElement Parsed(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static (JsonElement Line, string Output) Answer(string line, int number, string name, int exitCode)
    {
        var answer = Parsed(line);
        Assert.Equal(
            (number, name, exitCode),
            (answer.GetProperty("seq").GetInt32(), answer.GetProperty("ev").GetString(), answer.GetProperty("rc").GetInt32()));
        return (answer, Encoding.UTF8.GetString(answer.GetProperty("b64").GetBytesFromBase64()));
    }
}
