using CostPlanner.Benchmarking.Images;

namespace CostPlanner.Tests.Benchmarking.Images;

public sealed class GuestRecipeTests
{
    private const string Hash = "e7d02b943971edcb8790e256c02cfab3bca6c3d37c1bf25392a57c71300615ee";
    private const string OtherHash = "1896a2aacf4ad681ff5eacc24a5b0ca4d5d9c9b9c9e4b6de5197bc1e116ea619";

    // Captured from apt 2.6, shortened.
    private const string Uris = $"""
        Reading package lists...
        'http://deb.debian.org/debian/pool/main/s/sysbench/sysbench_1.0.20%2bds-5_amd64.deb' sysbench_1.0.20+ds-5_amd64.deb 114020 SHA256:{OtherHash}
        'http://deb.debian.org/debian/pool/main/b/busybox/busybox-static_1.35.0-4%2bdeb12u1_amd64.deb' busybox-static_1%3a1.35.0-4+deb12u1+b1_amd64.deb 979000 SHA256:{Hash}
        'http://deb.debian.org/debian/pool/main/x/xxhash/libxxhash0_0.8.1-1_amd64.deb' libxxhash0_0.8.1-1_amd64.deb 27584 MD5Sum:839ed6a69aef7f4a3ca484f9278087a1

        """;

    private static readonly DebianPackage Kernel = new("linux-image-6.1.0-56-cloud-amd64", "6.1.192-2", "amd64", "k.deb", 1, Hash);
    private static readonly DebianPackage Tool = new("sysbench", "1.0.20+ds-5", "amd64", "s.deb", 1, OtherHash);
    private static readonly GuestRecipe Recipe = new(Kernel, [Tool], "#!/bin/sh\n", "mke2fs 1.47.0", ".NET 10.0.0");

    public static TheoryData<string> Changes => ["kernel", "version", "content", "init", "maker", "packer", "more"];

    [Fact]
    public void Packages_are_read_from_what_apt_would_download_and_only_with_a_hash_that_holds() => Assert.Equal(
        [
            new DebianPackage("busybox-static", "1:1.35.0-4+deb12u1+b1", "amd64", "busybox-static_1%3a1.35.0-4+deb12u1+b1_amd64.deb", 979000, Hash),
            new DebianPackage("sysbench", "1.0.20+ds-5", "amd64", "sysbench_1.0.20+ds-5_amd64.deb", 114020, OtherHash),
        ],
        DebianPackage.Parse(Uris));

    [Fact]
    public void The_kernels_release_is_in_the_name_of_its_package() => Assert.Equal("6.1.0-56-cloud-amd64", Recipe.KernelVersion);

    [Fact]
    public void The_same_recipe_has_the_same_key() =>
        Assert.Equal(Recipe.Key, (Recipe with { Packages = [Tool with { File = "elsewhere.deb" }] }).Key);

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_may_change_the_guest_changes_the_key(string what)
    {
        var changed = what switch
        {
            "kernel" => Recipe with { Kernel = Kernel with { Version = "6.1.192-3" } },
            "version" => Recipe with { Packages = [Tool with { Version = "1.0.20+ds-6" }] },
            "content" => Recipe with { Packages = [Tool with { Sha256 = Hash }] },
            "init" => Recipe with { Init = "#!/bin/sh\n\n" },
            "maker" => Recipe with { Maker = "mke2fs 1.47.2" },
            "packer" => Recipe with { Runtime = ".NET 10.0.1" },
            _ => Recipe with { Packages = [Tool, Kernel] },
        };

        Assert.NotEqual(Recipe.Key, changed.Key);
    }
}
