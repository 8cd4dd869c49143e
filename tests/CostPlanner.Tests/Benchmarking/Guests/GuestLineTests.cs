using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Images;

namespace CostPlanner.Tests.Benchmarking.Guests;

/// <summary>QEMU's arguments for a guest.</summary>
public sealed class GuestLineTests
{
    private static readonly GuestImage Image = new("/c/vmlinuz", "/c/initramfs", "/c/a,b/tools", ImmutableSortedDictionary<string, string>.Empty, "6.1");
    private static readonly GuestLine Plain = new("g1", Image, Accelerator.Kvm, 2, 512);

    [Fact]
    public void A_guest_on_the_hosts_cpu_has_no_other_way_to_run()
    {
        var arguments = Plain.Arguments("/r");

        Assert.Equal("kvm", After(arguments, "-accel"));
        Assert.Equal("host", After(arguments, "-cpu"));
        Assert.Equal("2", After(arguments, "-smp"));
        Assert.Equal("512", After(arguments, "-m"));
        Assert.Single(arguments, "-accel");
        Assert.DoesNotContain(arguments, each => each.Contains("tcg", StringComparison.Ordinal));
    }

    [Fact]
    public void The_self_test_runs_without_kvm()
    {
        var arguments = (Plain with { Accelerator = Accelerator.Tcg }).Arguments("/r");

        Assert.Equal(("tcg", "max"), (After(arguments, "-accel"), After(arguments, "-cpu")));
        Assert.DoesNotContain(arguments, each => each.Contains("kvm", StringComparison.Ordinal));
    }

    [Fact]
    public void It_stands_shut_in_and_has_nothing_it_was_not_given()
    {
        var arguments = Plain.Arguments("/r");

        foreach (var must in new[] { "-nodefaults", "-no-user-config", "-no-reboot", "-S", "virtio-serial-pci,ioeventfd=off,max_ports=2", "virtserialport,chardev=bench,name=bench.0" })
        {
            Assert.Contains(must, arguments);
        }

        Assert.Equal("none", After(arguments, "-display"));
        Assert.Equal("on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny", After(arguments, "-sandbox"));
        Assert.Contains("socket,id=bench,path=/r/sockets/g1.port,server=on,wait=off", arguments);
        Assert.Contains("socket,id=qmp,path=/r/sockets/g1.qmp,server=on,wait=off", arguments);
        Assert.Contains("file,id=console,path=/r/g1.con", arguments);
        Assert.DoesNotContain(arguments, each => each.Contains("net", StringComparison.Ordinal) || each.Contains("scratch", StringComparison.Ordinal));
        Assert.DoesNotContain("bench.faults", After(arguments, "-append"), StringComparison.Ordinal);
        Assert.EndsWith(" bench.faults=1", After((Plain with { PlantsFaults = true }).Arguments("/r"), "-append"), StringComparison.Ordinal);
    }

    [Fact]
    public void Disks_are_known_by_their_serial_and_a_comma_in_a_path_begins_no_option()
    {
        var arguments = (Plain with { Scratch = "/s,readonly=on" }).Arguments("/r");

        Assert.Contains("driver=file,node-name=tools-file,filename=/c/a,,b/tools,read-only=on,auto-read-only=off", arguments);
        Assert.Contains("virtio-blk-pci,drive=tools,serial=tools", arguments);
        Assert.Contains("driver=file,node-name=scratch-file,filename=/s,,readonly=on,cache.direct=on,aio=native", arguments);
        Assert.Contains("virtio-blk-pci,drive=scratch,serial=scratch,iothread=io0", arguments);
    }

    [Fact]
    public void A_wire_has_an_end_that_holds_it_and_one_that_plugs_in()
    {
        var holds = (Plain with { Nic = new GuestNic("w-1", 1) }).Arguments("/r,x");
        var plugs = (Plain with { Nic = new GuestNic("w-1", 2) }).Arguments("/r,x");

        Assert.Equal("stream,id=wire,server=on,addr.type=unix,addr.path=/r,,x/sockets/w-1.wire", After(holds, "-netdev"));
        Assert.Equal("stream,id=wire,server=off,addr.type=unix,addr.path=/r,,x/sockets/w-1.wire", After(plugs, "-netdev"));
        Assert.Contains("virtio-net-pci,netdev=wire,mac=52:54:00:00:00:01,romfile=", holds);
        Assert.Contains("virtio-net-pci,netdev=wire,mac=52:54:00:00:00:02,romfile=", plugs);
        Assert.Throws<InvalidOperationException>(() => (Plain with { Nic = new GuestNic("w", 3) }).Arguments("/r"));
        Assert.Throws<InvalidOperationException>(() => (Plain with { Nic = new GuestNic("../w", 1) }).Arguments("/r"));
    }

    [Fact]
    public void What_can_be_no_guest_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => (Plain with { Name = "../g" }).Arguments("/r"));
        Assert.Throws<InvalidOperationException>(() => (Plain with { Name = "" }).Arguments("/r"));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Plain with { Cpus = 0 }).Arguments("/r"));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Plain with { MemoryMib = 63 }).Arguments("/r"));
    }

    private static string After(ImmutableArray<string> arguments, string option) => arguments[arguments.IndexOf(option) + 1];
}
