using System.Collections.Immutable;
using System.Diagnostics;
using System.Formats.Tar;
using System.Security.Cryptography;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Remote;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Remote;

/// <summary>What another host is given: every file with its hash, in exactly as many bytes as were announced, and enough to run on.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(200_000)]
    public void It_is_as_long_as_it_says(int bytes)
    {
        var deep = $"runtime/{new string('a', 90)}/{new string('b', 90)}.dll";
        var path = folder.Write("file", new string('x', bytes));
        var bundle = new Bundle([BundleFile.Of("program/run", path), BundleFile.Of(deep, path)], "program/run");

        var tar = Tar(bundle);

        Assert.Equal(bundle.Bytes, tar.Length);
        Assert.Equal(0, tar.Length % Bundle.BlockBytes);
        TarFile.ExtractToDirectory(tar, Directory.CreateDirectory(folder.At("out")).FullName, overwriteFiles: false);
        Assert.Equal(bytes, new FileInfo(folder.At("out", deep)).Length);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        Assert.Equal($"{hash}  program/run\n{hash}  {deep}\n", File.ReadAllText(folder.At("out", "SHA256SUMS")));
    }

    [Fact]
    public void A_file_that_changed_its_length_is_not_sent()
    {
        var path = folder.Write("file", "as it was");
        var bundle = new Bundle([BundleFile.Of("program/run", path)], "program/run");
        folder.Write("file", "as it was not");

        Assert.Contains("changed while it was sent", Assert.Throws<IOException>(() => Tar(bundle)).Message, StringComparison.Ordinal);
    }

    // The program as it is built here, its .NET and a guest; run from the unpacked bundle with nothing in the environment that could lead to another .NET.
    [Fact]
    public void The_program_runs_on_what_is_in_the_bundle()
    {
        var guest = Guest();
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "CostPlanner.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));
        var bundle = Bundle.Of(program, "costplanner", guest);
        Assert.Equal(["runtime/dotnet", "program/costplanner.dll"], bundle.Command);
        Assert.DoesNotContain(bundle.Files, file => file.Name.StartsWith("program/data/", StringComparison.Ordinal));
        TarFile.ExtractToDirectory(Tar(bundle), folder.Root, overwriteFiles: false);

        Assert.Equal(0, Run(out var runtimes, "--list-runtimes"));
        Assert.Equal(folder.At("runtime", "shared", "Microsoft.NETCore.App"), Assert.Single(runtimes.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Split('[', ']')[1]);
        Assert.Equal(0, Run(out var help, folder.At("program", "costplanner.dll"), "bench", "--help"));
        Assert.Contains("check", help, StringComparison.Ordinal);
        var (bundled, broken) = Bundle.GuestBeside(folder.At("program") + "/");
        Assert.Null(broken);
        Assert.Equal(folder.At("guest"), bundled!.Folder);
        Assert.Equal((guest.Key, guest.KernelVersion), (bundled.Key, bundled.KernelVersion));
        Assert.Equal(guest.Image.Sha256, bundled.Image.Sha256);

        File.AppendAllText(folder.At("guest", CachedGuest.Kernel), "x");
        (bundled, broken) = Bundle.GuestBeside(folder.At("program"));
        Assert.Equal((null, "vmlinuz is not as it was made"), (bundled, broken.Words()));
    }

    private static MemoryStream Tar(Bundle bundle)
    {
        var tar = new MemoryStream();
        bundle.Write(new OutgoingStream(tar, CancellationToken.None));
        tar.Position = 0;
        return tar;
    }

    private CachedGuest Guest()
    {
        var place = Directory.CreateDirectory(folder.At("cache", "0123abcd")).FullName;
        string[] names = [CachedGuest.Kernel, CachedGuest.Initramfs, CachedGuest.Tools, CachedGuest.Recipe];
        Array.ForEach(names, name => folder.Write(Path.Combine("cache", "0123abcd", name), $"the {name}"));
        var guest = new CachedGuest(
            "0123abcd",
            place,
            "6.1.0-1-cloud-amd64",
            names.ToImmutableSortedDictionary(name => name, name => CachedFile.Of(Path.Combine(place, name)), StringComparer.Ordinal),
            [("linux-image", "6.1", new string('a', 64))]);
        guest.WriteList();
        return guest;
    }

    private int Run(out string output, params string[] arguments)
    {
        var start = new ProcessStartInfo(folder.At("runtime", "dotnet"), arguments) { RedirectStandardOutput = true, WorkingDirectory = "/" };
        start.Environment.Clear();
        using var run = Process.Start(start)!;
        output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode;
    }
}
