using CostPlanner.Benchmarking.Guests;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Guests;

/// <summary>The control group of a run, in a tree that looks like the kernel's.</summary>
public sealed class GuestCgroupTests : IDisposable
{
    private const string Slice = "sys/fs/cgroup/user.slice";
    private readonly HostTree host = HostTree.Empty();

    public void Dispose() => host.Dispose();

    [Fact]
    public void A_group_is_made_beside_ours_with_a_ceiling_and_takes_guests_in()
    {
        Version2("0::/user.slice/session-3.scope");
        host.Put($"{Slice}/cgroup.subtree_control", "cpuset memory pids");
        host.Put($"{Slice}/cgroup.procs", "");
        host.Put($"{Slice}/session-3.scope/cgroup.subtree_control", "");

        var (group, why) = GuestCgroup.Open(ByteSize.FromMiB(300), host.Root);

        Assert.Null(why);
        var made = Assert.Single(Directory.GetDirectories(Path.Combine(host.Root, Slice), "costplanner-bench-*"));
        Assert.Equal(("314572800", "+memory"), (File.ReadAllText(Path.Combine(made, "memory.max")), File.ReadAllText(Path.Combine(made, "cgroup.subtree_control"))));
        group!.Add("1", 4711);
        Assert.Equal("4711", File.ReadAllText(Path.Combine(made, "1", "cgroup.procs")));

        // 9 MiB of the kernel's, of which 1 MiB and 2 MiB are page tables.
        host.Put(Path.GetRelativePath(host.Root, Path.Combine(made, "1", "memory.stat")), "anon 99\nkernel 9437184\npagetables 1048576\nsec_pagetables 2097152");
        Assert.Equal((ByteSize.FromMiB(6), ByteSize.FromMiB(2)), (group.KernelMemory("1"), group.SecondLevelPageTables("1")));
        Assert.Null(group.KernelMemory("2"));
    }

    [Theory]
    [InlineData("proc /proc proc rw 0 0", "0::/", "no control groups of the second version")]
    [InlineData("cgroup2 /sys/fs/cgroup cgroup2 rw 0 0", "4:memory:/x", "no control groups of the second version")]
    [InlineData("cgroup2 /sys/fs/cgroup cgroup2 rw 0 0", "0::/user.slice/session-3.scope", "hands out memory")]
    [InlineData("cgroup2 /sys/fs/cgroup cgroup2 rw 0 0", "0::/", "hands out memory")]
    public void Where_none_can_be_the_reason_is_told(string mounts, string own, string words)
    {
        host.Put("proc/mounts", mounts);
        host.Put("proc/self/cgroup", own);
        host.Put($"{Slice}/cgroup.subtree_control", "cpu pids");

        Assert.Contains(words, GuestCgroup.Open(ByteSize.FromMiB(1), host.Root) is (null, var why) ? why.Words() : "a group", StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_may_not_be_made_is_told_and_not_half_made()
    {
        Version2("0::/");
        host.Put("sys/fs/cgroup/cgroup.subtree_control", "memory");

        var (group, why) = GuestCgroup.Open(ByteSize.FromMiB(1), host.Root);

        Assert.Null(group);
        Assert.Contains("no control group can be made", why.Words(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(host.Root, "sys/fs/cgroup")));
    }

    private void Version2(string own)
    {
        host.Put("proc/mounts", "proc /proc proc rw 0 0\ncgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0");
        host.Put("proc/self/cgroup", own);
    }
}
