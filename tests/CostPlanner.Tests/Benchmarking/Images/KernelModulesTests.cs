using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;

namespace CostPlanner.Tests.Benchmarking.Images;

public sealed class KernelModulesTests
{
    private const string Folder = "/home/a user/.cache/work/kernel/lib/modules/6.1.0-56-cloud-amd64/kernel";

    // Captured from kmod 30 on the modules of Debian 12; the folder is made up, with a blank in it.
    private const string Net = $"""
        insmod {Folder}/drivers/virtio/virtio_ring.ko 
        insmod {Folder}/drivers/virtio/virtio.ko 
        insmod {Folder}/net/core/failover.ko 
        insmod {Folder}/drivers/net/net_failover.ko 
        insmod {Folder}/drivers/net/virtio_net.ko 

        """;

    private const string Disk = $"""
        insmod {Folder}/drivers/virtio/virtio_ring.ko 
        insmod {Folder}/drivers/virtio/virtio.ko 
        insmod {Folder}/drivers/block/virtio_blk.ko 

        """;

    [Fact]
    public void Each_module_comes_once_after_those_that_it_needs() => Assert.Equal(
        ["virtio_ring.ko", "virtio.ko", "failover.ko", "net_failover.ko", "virtio_net.ko", "virtio_blk.ko"],
        KernelModules.LoadOrder([Net, Disk]).Select(KernelModules.NameOf));

    [Fact]
    public void What_is_built_into_the_kernel_is_not_loaded() => Assert.Equal(
        ["/m/virtio_blk.ko"],
        KernelModules.LoadOrder(["builtin virtio_pci\n", "builtin virtio_ring\ninsmod /m/virtio_blk.ko \n"]));

    [Theory]
    [InlineData("/m/virtio.ko", "virtio.ko")]
    [InlineData("/m/virtio.ko.xz", "virtio.ko")]
    [InlineData("/m/virtio.ko.zst", "virtio.ko")]
    [InlineData("/m/virtio.ko.gz", "virtio.ko")]
    public void A_packed_module_keeps_its_name_without_the_packing(string file, string name)
    {
        Assert.Equal([file], KernelModules.LoadOrder([$"insmod {file} force_legacy=1 \n"]));
        Assert.Equal(name, KernelModules.NameOf(file));
    }

    [Theory]
    [InlineData("install /sbin/modprobe --ignore-install usb_storage")]
    [InlineData("insmod virtio.ko")]
    public void An_answer_that_is_not_understood_is_trouble(string answer) =>
        Assert.Equal("module-order", Assert.Throws<ImageException>(() => KernelModules.LoadOrder([answer])).Finding.Code);
}
