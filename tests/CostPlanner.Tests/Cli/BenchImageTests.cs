using System.Text.Json;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

public sealed class BenchImageTests
{
    [Fact]
    [Needs(Tool.Qemu)]
    public void The_guest_is_printed_with_paths_relative_to_the_cache()
    {
        var guest = BuiltGuest.OrSkip();

        var run = Run.Of("bench", "image", "--json");
        Assert.SkipUnless(run.ExitCode == 0, $"the packages cannot be asked for: {run.Error}");

        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal(("costplanner/bench-image/1", guest.Key), (root.GetProperty("schema").GetString(), root.GetProperty("key").GetString()));
        var kernel = root.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("name").GetString() == "vmlinuz");
        Assert.Equal($"guests/{guest.Key}/vmlinuz", kernel.GetProperty("path").GetString());
        Assert.Equal(guest.Files["vmlinuz"].Sha256, kernel.GetProperty("sha256").GetString());
        Assert.Equal(guest.Packages.Length, root.GetProperty("packages").GetArrayLength());
    }

    [Fact]
    public void Doctor_names_what_benchmarks_start() =>
        Assert.Contains("mke2fs, for bench", Run.Of("doctor").Out, StringComparison.Ordinal);
}
