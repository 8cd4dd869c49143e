using System.Diagnostics;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Guests;

/// <summary>The life of real guests under TCG, and that nothing is left of them, however they end.</summary>
[Needs(Tool.Qemu)]
public sealed class GuestRunTests : IDisposable
{
    private const string NoteVariable = "COSTPLANNER_TEST_HOLDER_NOTE";
    private static readonly TimeSpan ToBoot = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly TemporaryFolder parent = TemporaryFolder.ForGuests();

    public void Dispose() => parent.Dispose();

    [Fact]
    public void Two_guests_at_once_boot_answer_measure_and_leave_nothing()
    {
        List<int> processes = [];
        using (var run = Opened())
        {
            Guest[] guests = [run.Start(Line("a")), run.Start(Line("b"))];
            processes.AddRange(guests.Select(guest => guest.ProcessId));
            Assert.All(guests, guest => Assert.Equal("prelaunch", guest.Status()));
            Assert.All(processes, id => Assert.Equal(id, GroupOf(id)));
            Array.ForEach(guests, guest => guest.Continue());
            foreach (var guest in guests)
            {
                var boot = guest.Boot(ToBoot);
                Assert.Equal((1, "", 0), (boot.Cpus, boot.Hypervisor, boot.FailedModules.Length));
                Assert.Equal("running", guest.Status());
                Assert.Equal(("ping", 0, ""), guest.Ask("ping", ToAnswer) is var ping ? (ping.Event, ping.ExitCode, ping.Output) : default);
            }

            var cpu = guests[0].Ask("cpu 1 2", ToAnswer);
            Assert.Contains("events per second:", cpu.Output, StringComparison.Ordinal);
            Assert.True(cpu.Up1 - cpu.Up0 >= 2);
            Assert.True(cpu.Received > cpu.Sent);
            Assert.True(cpu.Stat1["user"] > cpu.Stat0["user"]);
            Assert.Equal("quit", guests[1].Ask("quit", ToAnswer).Event);
        }

        AssertNothingLeft(processes);
    }

    [Fact]
    public void Two_guests_on_a_wire_with_disks_reach_each_other_and_are_nobody()
    {
        Assert.SkipWhen(ScratchDisks.WhyNot(parent.Root) is not null, $"no disks here: {ScratchDisks.WhyNot(parent.Root)}");
        List<int> processes = [];
        using (var disks = ScratchDisks.Open(parent.Root))
        using (var run = Opened())
        {
            Guest[] guests =
            [
                run.Start(Line("a") with { Nic = new GuestNic("wire-1", 1), Scratch = disks.Make("a", 32, 1, TestContext.Current.CancellationToken) }),
                run.Start(Line("b") with { Nic = new GuestNic("wire-1", 2), Scratch = disks.Make("b", 32, 2, TestContext.Current.CancellationToken) }),
            ];
            processes.AddRange(guests.Select(guest => guest.ProcessId));
            Assert.All(processes, AssertConfined);
            Array.ForEach(guests, guest => guest.Continue());
            Array.ForEach(guests, guest => guest.Boot(ToBoot));

            Assert.Equal(0, guests[0].Ask("net up 10.0.0.1/24", ToAnswer).ExitCode);
            Assert.Equal(0, guests[1].Ask("net up 10.0.0.2/24", ToAnswer).ExitCode);
            Assert.Contains("3 packets received", guests[0].Ask("net ping 10.0.0.2 3", ToAnswer).Output, StringComparison.Ordinal);
            var disk = guests[1].Ask("fio libaio randrw 4k 8 1", ToAnswer);
            Assert.True(disk.ExitCode == 0, disk.Output);
        }

        AssertNothingLeft(processes);
    }

    [Theory]
    [InlineData("hang", RejectReason.CommandDeadline)]
    [InlineData("flood", RejectReason.Flood)]
    [InlineData("badjson", RejectReason.BadMessage)]
    [InlineData("panic", RejectReason.GuestPanic)]
    [InlineData("die", RejectReason.GuestDied)]
    [InlineData("clock", RejectReason.GuestClock)]
    public void A_faulty_guest_is_rejected_by_name_and_gone(string fault, RejectReason reason)
    {
        List<int> processes = [];
        using (var run = Opened())
        {
            var guest = run.Start(Line("faulty"));
            processes.Add(guest.ProcessId);
            guest.Continue();
            guest.Boot(ToBoot);

            var deadline = fault == "hang" ? Short : ToAnswer;
            var trouble = Assert.Throws<GuestException>(() => guest.Timed($"fault {fault}", deadline));

            Assert.True(reason == trouble.Rejection.Reason, $"{trouble.Message}\n{guest.ConsoleTail}");
            Assert.StartsWith("guest faulty: ", trouble.Rejection.Words.Words(), StringComparison.Ordinal);
            Assert.DoesNotContain(trouble.Rejection.Words.Words(), char.IsControl);
            Assert.False(IsThere(guest.ProcessId));
            Assert.NotNull(guest.ConsoleTail);
            Assert.Throws<ObjectDisposedException>(() => guest.Ask("ping", Short));
        }

        AssertNothingLeft(processes);
    }

    [Fact]
    public void A_guest_that_does_not_come_up_is_given_up_and_gone()
    {
        List<int> processes = [];
        using (var run = Opened())
        {
            var guest = run.Start(Line("still"));
            processes.Add(guest.ProcessId);
            Assert.Equal(RejectReason.BootDeadline, Assert.Throws<GuestException>(() => guest.Boot(TimeSpan.FromMilliseconds(300))).Rejection.Reason);
        }

        AssertNothingLeft(processes);
    }

    [Fact]
    public void A_guest_that_qemu_refuses_is_told_by_name_with_qemus_own_words()
    {
        using var run = Opened();
        var line = Line("refused");

        var trouble = Assert.Throws<GuestException>(() => run.Start(line with { Image = line.Image with { Kernel = parent.At("absent") } }));

        Assert.Equal(RejectReason.QemuMissing, trouble.Rejection.Reason);
    }

    [Fact]
    public void A_run_that_is_called_off_stops_waiting_and_leaves_nothing()
    {
        using var calledOff = new CancellationTokenSource();
        List<int> processes = [];
        using (var run = Opened(calledOff))
        {
            var guest = run.Start(Line("waiting"));
            processes.Add(guest.ProcessId);
            calledOff.CancelAfter(TimeSpan.FromMilliseconds(200));
            Assert.ThrowsAny<OperationCanceledException>(() => guest.Boot(ToBoot));
            Assert.ThrowsAny<OperationCanceledException>(() => run.Start(Line("late")));
        }

        AssertNothingLeft(processes);
    }

    [Fact]
    public void No_guest_outlives_a_killed_holder_and_the_next_run_sweeps_its_folder()
    {
        Assert.SkipWhen(new HostProgram("setpriv", "util-linux", "").Locate() is null, "there is no setpriv on this machine");
        BuiltGuest.OrSkip();
        var note = parent.At("note");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", $"{typeof(GuestRunTests).FullName}.{nameof(Holder)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [NoteVariable] = note },
        };
        using var holder = Process.Start(start)!;
        try
        {
            Assert.True(Within(ToAnswer, () => File.Exists(note)), "the holder started no guest");
            var guest = int.Parse(File.ReadAllText(note), System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(IsThere(guest));

            holder.Kill();

            Assert.True(Within(ToAnswer, () => !IsThere(guest)), "the guest outlived its holder");
            holder.WaitForExit();
            Assert.Single(Directory.GetDirectories(parent.Root));
            using var next = Opened();
            Assert.Equal([next.Folder], Directory.GetDirectories(parent.Root));
        }
        finally
        {
            holder.Kill();
        }
    }

    /// <summary>Not a test: what the process does that the test above kills.</summary>
    [Fact(Explicit = true)]
    public void Holder()
    {
        var note = Environment.GetEnvironmentVariable(NoteVariable);
        Assert.SkipWhen(note is null, "only the test of the killed holder starts it");
        using var run = GuestRun.Open(Path.GetDirectoryName(note)!, TestContext.Current.CancellationToken);
        var guest = run.Start(Line("held"));
        File.WriteAllText(note + ".part", FormattableString.Invariant($"{guest.ProcessId}"));
        File.Move(note + ".part", note!);
        Thread.Sleep(ToAnswer);
    }

    private static void AssertConfined(int process)
    {
        var status = KernelText.Fields(File.ReadAllText(FormattableString.Invariant($"/proc/{process}/status")));
        var limits = File.ReadAllText(FormattableString.Invariant($"/proc/{process}/limits")).Split('\n');
        Assert.Equal(("1", "0000000000000000"), (status["NoNewPrivs"], status["CapPrm"]));
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Equal("65534\t65534\t65534\t65534", status["Uid"]);
            Assert.Equal("65534\t65534\t65534\t65534", status["Gid"]);
            Assert.Equal(("", "0000000000000000"), (status["Groups"], status["CapBnd"]));
        }

        Assert.Contains(limits, line => line.StartsWith("Max core file size        0", StringComparison.Ordinal));
        Assert.Contains(limits, line => line.StartsWith("Max file size             33554432", StringComparison.Ordinal));
        Assert.Contains(limits, line => line.StartsWith("Max open files            256", StringComparison.Ordinal));
    }

    private static GuestLine Line(string name) => new(name, BuiltGuest.OrSkip().Image, Accelerator.Tcg, 1, 256, PlantsFaults: true);

    private static bool IsThere(int process) => Directory.Exists(FormattableString.Invariant($"/proc/{process}"));

    private static int GroupOf(int process) => int.Parse(
        File.ReadAllText(FormattableString.Invariant($"/proc/{process}/stat")).Split(") ")[^1].Split(' ')[2],
        System.Globalization.CultureInfo.InvariantCulture);

    private static bool Within(TimeSpan patience, Func<bool> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!holds() && waited.Elapsed < patience)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(20));
        }

        return holds();
    }

    private GuestRun Opened(CancellationTokenSource? calledOff = null)
    {
        RealQemu.OrSkip();
        return GuestRun.Open(parent.Root, calledOff?.Token ?? TestContext.Current.CancellationToken);
    }

    private void AssertNothingLeft(List<int> processes)
    {
        Assert.NotEmpty(processes);
        Assert.DoesNotContain(processes, IsThere);
        Assert.Empty(Directory.GetDirectories(parent.Root));
    }
}
