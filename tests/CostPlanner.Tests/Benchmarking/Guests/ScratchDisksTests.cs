using CostPlanner.Benchmarking.Guests;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Guests;

/// <summary>Disks on the storage to be judged.</summary>
public sealed class ScratchDisksTests : IDisposable
{
    private readonly TemporaryFolder storage = TemporaryFolder.ForGuests();

    public void Dispose() => storage.Dispose();

    [Fact]
    public void A_disk_is_full_of_data_of_its_own_and_gone_at_the_end()
    {
        SkipWithoutDisks();
        using (var disks = ScratchDisks.Open(storage.Root))
        {
            var bytes = File.ReadAllBytes(disks.Make("a", 2, 7, TestContext.Current.CancellationToken));
            var other = File.ReadAllBytes(disks.Make("b", 2, 8, TestContext.Current.CancellationToken));

            Assert.Equal(2 << 20, bytes.Length);
            Assert.NotEqual(bytes, other);

            // Of random bytes each value is expected 8,192 times, with a deviation of 90.
            Assert.All(bytes.CountBy(value => value), value => Assert.InRange(value.Value, 7_500, 8_900));
        }

        Assert.Empty(Directory.GetFileSystemEntries(storage.Root));
    }

    [Fact]
    public void What_a_killed_run_left_is_removed_and_what_another_machine_has_stays()
    {
        SkipWithoutDisks();
        const int never = 4_194_305; // above the largest number that a process can have
        var left = Directory.CreateDirectory(storage.At(FormattableString.Invariant($"costplanner-disks-{Environment.MachineName}-{never}-0a")));
        var others = Directory.CreateDirectory(storage.At(FormattableString.Invariant($"costplanner-disks-{Environment.MachineName}x-{never}-0a")));

        using var disks = ScratchDisks.Open(storage.Root);

        Assert.Equal((false, true), (Directory.Exists(left.FullName), Directory.Exists(others.FullName)));
    }

    [Fact]
    public void Storage_that_cannot_be_judged_is_refused_with_its_reason()
    {
        Assert.Contains("is no folder", ScratchDisks.WhyNot(storage.At("absent")).Words(), StringComparison.Ordinal);
        Assert.Contains("named from the root on", ScratchDisks.WhyNot(".").Words(), StringComparison.Ordinal);
        Assert.Equal(RejectReason.ToolFailed, Assert.Throws<GuestException>(() => ScratchDisks.Open(storage.At("absent"))).Rejection.Reason);
        Assert.SkipUnless(Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").DriveFormat == "tmpfs", "there is no /dev/shm on this machine");
        Assert.Contains("lies in memory", ScratchDisks.WhyNot("/dev/shm").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Root_is_told_which_folder_its_guests_may_not_pass()
    {
        SkipWithoutDisks();
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root's guests run as another user");
        File.SetUnixFileMode(storage.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var inner = Directory.CreateDirectory(storage.At("inner")).FullName;

        Assert.Contains($"whom {storage.Root} lets not pass", ScratchDisks.WhyNot(inner).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_would_fill_the_storage_is_not_begun()
    {
        SkipWithoutDisks();
        using var disks = ScratchDisks.Open(storage.Root);

        var trouble = Assert.Throws<GuestException>(() => disks.Make("a", int.MaxValue / 2, 1, TestContext.Current.CancellationToken));

        Assert.Equal(RejectReason.DiskFull, trouble.Rejection.Reason);
        Assert.Empty(Directory.GetFileSystemEntries(disks.Folder));
    }

    private void SkipWithoutDisks() =>
        Assert.SkipWhen(new DriveInfo(storage.Root).DriveFormat is "tmpfs" or "overlay", "temporary files lie in memory here, or on a layer that may not know direct access");
}
