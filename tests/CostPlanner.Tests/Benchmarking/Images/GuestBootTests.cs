using System.Text.Json;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Images;

/// <summary>What is in the guest, asked of a real one under TCG.</summary>
[Needs(Tool.Qemu)]
public sealed class GuestBootTests : IDisposable
{
    private const int ScratchMib = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder folder = TemporaryFolder.ForGuests();
    private GuestRun? run;

    public void Dispose()
    {
        run?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Every_tool_runs_and_what_is_not_understood_is_refused()
    {
        var guest = Booted(plantsFaults: false, out var boot);
        Assert.Equal((BuiltGuest.OrSkip().KernelVersion, "", 1, 0), (boot.Kernel, boot.Hypervisor, boot.Cpus, boot.FailedModules.Length));

        Assert.Contains("99th percentile:", Output(guest, "cpu 1 1"), StringComparison.Ordinal);
        Assert.Contains("events per second:", Output(guest, "rate 1 1 100"), StringComparison.Ordinal);
        Assert.Contains("MiB transferred", Output(guest, "memory 1 1"), StringComparison.Ordinal);
        Assert.Contains("bogo-ops-per-second-real-time", Output(guest, "fork 1"), StringComparison.Ordinal);
        Assert.Contains("Max:", Output(guest, "cyclic 1"), StringComparison.Ordinal);
        using var fio = JsonDocument.Parse(Output(guest, "fio psync randread 4k 1 1"));
        Assert.Contains(fio.RootElement.GetProperty("disk_util").EnumerateArray(), disk => disk.GetProperty("name").GetString()!.StartsWith("vd", StringComparison.Ordinal));
        Assert.Contains("MemAvailable:", Output(guest, "touch same 8"), StringComparison.Ordinal);
        Assert.Contains("Linux version", Output(guest, "facts"), StringComparison.Ordinal);
        string[] refused = ["cpu 1", "cpu 1 08", "cpu 1 2;reboot", "fio psync randread ../x 1 1", "a \"quoted\\ * word", "fault die", "net up $(reboot)"];
        foreach (var command in refused)
        {
            var answer = guest.Ask(command, Patience);
            Assert.Equal(("error", 64), (answer.Event, answer.ExitCode));
            Assert.Contains(command.Split(' ')[0], answer.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_tool_wrote_without_room_for_it_is_told()
    {
        var guest = Booted(plantsFaults: true, out _);

        Assert.Equal(73, guest.Ask("fault fill", Patience).ExitCode);
    }

    private static string Output(Guest guest, string command)
    {
        var answer = guest.Ask(command, Patience);
        Assert.True(answer.ExitCode == 0, $"{command}: {answer.Output}");
        return answer.Output;
    }

    private Guest Booted(bool plantsFaults, out GuestBoot boot)
    {
        RealQemu.OrSkip();
        Assert.SkipWhen(ScratchDisks.WhyNot(folder.Root) is not null, $"no disks here: {ScratchDisks.WhyNot(folder.Root)}");
        run = GuestRun.Open(folder.Root, TestContext.Current.CancellationToken);
        var disk = folder.At("scratch");
        File.WriteAllBytes(disk, new byte[ScratchMib << 20]);
        RunFolder.HandOver(disk);
        var guest = run.Start(new GuestLine("tools", BuiltGuest.OrSkip().Image, Accelerator.Tcg, 1, 256, disk, plantsFaults));
        guest.Continue();
        boot = guest.Boot(Patience);
        return guest;
    }
}
