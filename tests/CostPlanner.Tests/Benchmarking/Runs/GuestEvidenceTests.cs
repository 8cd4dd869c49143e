using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Tests.Benchmarking.Runs;

/// <summary>What booted guests tell of the hardware under them.</summary>
public sealed class GuestEvidenceTests
{
    [Theory]
    [InlineData(HostClass.Hardware, Accelerator.Kvm, "KVM", "kvm-clock", true)]
    [InlineData(HostClass.Hardware, Accelerator.Kvm, "KVM", "tsc", true)]
    [InlineData(HostClass.Hardware, Accelerator.Kvm, "KVM", "tsc-early", true)]
    [InlineData(HostClass.Nested, Accelerator.Kvm, "KVM", "kvm-clock", false)]
    [InlineData(HostClass.Hardware, Accelerator.Tcg, "KVM", "kvm-clock", false)]
    [InlineData(HostClass.Hardware, Accelerator.Kvm, "", "kvm-clock", false)]
    [InlineData(HostClass.Hardware, Accelerator.Kvm, "KVM", "hpet", false)]
    public void One_guest_that_tells_otherwise_is_enough(HostClass host, Accelerator accelerator, string hypervisor, string clock, bool passes)
    {
        var check = GuestEvidence.Hardware(host, accelerator, [Boot("KVM", "kvm-clock"), Boot(hypervisor, clock)]);

        Assert.Equal(("not-hardware", passes), (check.Name, check.Passed));
    }

    [Fact]
    public void Without_guests_nothing_is_shown()
    {
        Assert.False(GuestEvidence.Hardware(HostClass.Hardware, Accelerator.Kvm, []).Passed);
        Assert.Equal("suspect-speed: not measured, at least 0.85 of the bare host", GuestEvidence.Speed(null).Line.Words());
        Assert.False(GuestEvidence.Speed(null).Passed);
    }

    [Theory]
    [InlineData(0.85, true)]
    [InlineData(1.02, true)]
    [InlineData(0.849, false)]
    public void Speed_is_a_share_of_the_bare_hosts(double speed, bool passes) => Assert.Equal(passes, GuestEvidence.Speed(speed).Passed);

    // Of 10 s a guest waited 2 s: 10 % of the wait and 1 % of the time are 0.3 s.
    [Theory]
    [InlineData(Accelerator.Kvm, 2.29, true)]
    [InlineData(Accelerator.Kvm, 2.31, false)]
    [InlineData(Accelerator.Kvm, 1.69, false)]
    [InlineData(Accelerator.Tcg, 0, true)]
    public void What_a_guest_saw_stolen_is_what_the_host_saw_it_wait(Accelerator accelerator, double steal, bool passes)
    {
        var sample = new GuestSample
        {
            Order = 1,
            Guest = 1,
            Command = "cpu 1 10",
            HostSeconds = 10,
            GuestSeconds = 10,
            Readings = ImmutableSortedDictionary<string, double>.Empty.Add(StepReadings.Steal, steal).Add(StepReadings.VCpuWait, 2),
        };

        var replicate = new Replicate { Number = 1, Experiment = "density", Guests = 1, Samples = [sample] };
        Assert.Equal(passes, GuestEvidence.Steal(accelerator, [replicate]).Passed);
        Assert.True(GuestEvidence.Steal(accelerator, [replicate with { Rejected = new Rejection(RejectReason.GuestClock, "off") }]).Passed);
    }

    [Fact]
    public void What_guests_said_at_boot_is_read_back_from_the_record()
    {
        var boot = new GuestSample { Order = 0, Guest = 1, Command = Script.Boot, HostSeconds = 1, Output = BootWords.Text(new GuestBoot("6.1", "CPU: x", "kvm-clock", "KVM", 1, [], 1)) };

        Assert.Equal([Boot("KVM", "kvm-clock")], BootWords.Of([new Replicate { Number = 1, Experiment = "cpu-cost", Guests = 1, Samples = [boot] }]));
    }

    private static BootWords Boot(string hypervisor, string clock) => new(hypervisor, clock);
}
