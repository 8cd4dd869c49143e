using System.Collections.Immutable;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Images;

/// <summary>The parts that a guest's files are made of.</summary>
public sealed class GuestFilesTests
{
    private static readonly HostProgram Checker = new("e2fsck", "e2fsprogs", "checks file systems");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_same_files_give_the_same_image_whenever_and_in_whatever_order_they_were_written()
    {
        Assert.SkipWhen(Checker.Locate() is null, "there is no e2fsck on this machine");
        using var folder = new TemporaryFolder();

        var first = Image(folder, "first", ["a", "b", "c"]);
        Thread.Sleep(TimeSpan.FromMilliseconds(1100)); // the clock of a file system counts whole seconds
        var second = Image(folder, "second", ["c", "a", "b"]);

        Assert.Equal(CachedFile.Of(first), CachedFile.Of(second));
        new HostCommand(Checker, TimeSpan.FromSeconds(30), "-f", "-n", first).Run(Token);
    }

    [Fact]
    public void An_image_of_other_files_is_another()
    {
        Assert.SkipWhen(Checker.Locate() is null, "there is no e2fsck on this machine");
        using var folder = new TemporaryFolder();

        Assert.NotEqual(CachedFile.Of(Image(folder, "first", ["a"])), CachedFile.Of(Image(folder, "second", ["b"])));
    }

    [Fact]
    public void The_same_parts_give_the_same_initramfs_and_its_last_entry_is_the_marker()
    {
        ImmutableArray<(string, byte[])> modules = [("b.ko", "b"u8.ToArray()), ("a.ko", "a"u8.ToArray())];
        var (first, second) = (Initramfs.Of([1], modules, "init", "lib64/ld.so"), Initramfs.Of([1], modules, "init", "lib64/ld.so"));
        using var packed = new System.IO.Compression.GZipStream(new MemoryStream(first), System.IO.Compression.CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        var archive = text.ReadToEnd();

        Assert.Equal(first, second);
        Assert.Contains("b.ko\na.ko\n", archive, StringComparison.Ordinal);
        Assert.DoesNotContain("070701", archive[archive.IndexOf(Initramfs.LastEntry, StringComparison.Ordinal)..archive.IndexOf("TRAILER!!!", StringComparison.Ordinal)][..^110], StringComparison.Ordinal);
        Assert.Contains(Initramfs.LastEntry, InitText.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_never_leads_out_of_the_tree()
    {
        using var folder = new TemporaryFolder();
        var tree = new PackageTree(folder.Root);
        Directory.CreateDirectory(folder.At("usr", "lib"));
        folder.Write("usr/lib/real.so.1", "");
        File.CreateSymbolicLink(folder.At("lib"), "/usr/lib");
        File.CreateSymbolicLink(folder.At("usr", "lib", "some.so"), "../../../../lib/real.so.1");
        File.CreateSymbolicLink(folder.At("usr", "lib", "host.so"), "/etc/passwd");
        File.CreateSymbolicLink(folder.At("usr", "lib", "round.so"), "round.so");

        Assert.Equal(folder.At("usr", "lib", "real.so.1"), tree.Find("lib/some.so"));
        Assert.Null(tree.Find("lib/host.so"));
        Assert.Null(tree.Find("lib/round.so"));
        Assert.Null(tree.Find("lib"));
    }

    [Fact]
    public void A_programs_needs_are_read_from_the_program()
    {
        var shell = new HostProgram("sh", "dash", "").Locate();
        Assert.SkipWhen(shell is null || !OperatingSystem.IsLinux(), "there is no shell on this machine");
        var program = File.ReadAllBytes(shell!);

        var elf = ElfFile.Read(program);

        Assert.Contains("libc.so.6", elf!.Needed);
        Assert.Equal("/lib64/ld-linux-x86-64.so.2", elf.Interpreter);
        Assert.Null(ElfFile.Read("#!/bin/sh"u8));
        Assert.All(Enumerable.Range(0, 200), cut => _ = ElfFile.Read(program.AsSpan(0, cut * program.Length / 200)));
    }

    [Fact]
    public void The_guests_init_is_a_script_without_mistakes_of_syntax()
    {
        using var folder = new TemporaryFolder();

        new HostCommand(new HostProgram("sh", "dash", ""), TimeSpan.FromSeconds(20), "-n", folder.Write("init", InitText.Read())).Run(Token);
    }

    [Fact]
    [Needs(Tool.Qemu)]
    public void The_guest_in_the_cache_is_what_its_recipe_says()
    {
        var guest = BuiltGuest.OrSkip();
        var recipe = File.ReadAllText(Path.Combine(guest.Folder, "recipe.txt"));

        Assert.All(GuestRecipe.Programs, program => Assert.Contains($"program {program}\n", recipe, StringComparison.Ordinal));
        Assert.Equal(guest.Key, CachedFile.Of(Path.Combine(guest.Folder, "recipe.txt")).Sha256[..guest.Key.Length]);
        Assert.Equal(guest.Packages.Length, recipe.Split('\n').Count(line => line.StartsWith("package ", StringComparison.Ordinal)) + 1);
    }

    private static string Image(TemporaryFolder folder, string name, string[] files)
    {
        Directory.CreateDirectory(folder.At(name, "files"));
        foreach (var file in files)
        {
            folder.Write($"{name}/files/{file}", string.Concat(Enumerable.Repeat(file, 5000)));
        }

        var image = folder.At(name, "image");
        Ext4Image.Make(
            files.ToImmutableSortedDictionary(file => $"bin/{file}", file => folder.At(name, "files", file), StringComparer.Ordinal), folder.At(name, "work"), image, Token);
        return image;
    }
}
