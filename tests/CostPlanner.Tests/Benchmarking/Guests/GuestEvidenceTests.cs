using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Model;

namespace CostPlanner.Tests.Benchmarking.Guests;

/// <summary>What booted guests tell of the hardware under them.</summary>
public sealed class GuestEvidenceTests
{
    [Theory]
    [InlineData(HostClass.Hardware, Accelerator.Kvm, "KVM", "kvm-clock", true)]
    [InlineData(HostClass.Hardware, Accelerator.Kvm, "KVM", "tsc", true)]
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
        Assert.False(GuestEvidence.Clock([]).Passed);
        Assert.Equal("suspect-speed: not measured, at least 0.85 of the bare host", GuestEvidence.Speed(null).ToString());
        Assert.False(GuestEvidence.Speed(null).Passed);
    }

    [Theory]
    [InlineData(0.85, true)]
    [InlineData(1.02, true)]
    [InlineData(0.849, false)]
    public void Speed_is_a_share_of_the_bare_hosts(double speed, bool passes) => Assert.Equal(passes, GuestEvidence.Speed(speed).Passed);

    [Fact]
    public void A_guest_that_changed_its_clock_is_named_by_what_it_changed()
    {
        Assert.True(GuestEvidence.Clock([("tsc", "tsc"), ("kvm-clock", "kvm-clock")]).Passed);
        var check = GuestEvidence.Clock([("tsc", "tsc"), ("tsc", "hpet")]);
        Assert.Equal((false, "tsc to hpet"), (check.Passed, check.Value));
    }

    private static GuestBoot Boot(string hypervisor, string clock) => new("6.1", "CPU", clock, hypervisor, 1, [], 1);
}
