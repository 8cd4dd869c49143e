using CostPlanner.Benchmarking.Files;
using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Files;

/// <summary>Results are written whole or not at all, beside nothing else.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_written_with_its_folder_and_leaves_nothing_beside_it()
    {
        AtomicFile.Write(folder.At("new", "report.html"), "ä");
        AtomicFile.Write(folder.At("new", "report.html"), "b");

        Assert.Equal("b", File.ReadAllText(folder.At("new", "report.html")));
        Assert.Single(Directory.GetFileSystemEntries(folder.At("new")));
    }

    [Theory]
    [InlineData("report.html.tmp")]
    [InlineData("report.html.part")]
    [InlineData(".report.html")]
    public void A_file_of_the_users_beside_it_survives(string name)
    {
        folder.Write(name, "mine");

        AtomicFile.Write(folder.At("report.html"), "new");

        Assert.Equal("mine", File.ReadAllText(folder.At(name)));
    }

    [Fact]
    public void A_symbolic_link_is_replaced_and_what_it_points_to_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need rights there");
        folder.Write("mine.txt", "mine");
        File.CreateSymbolicLink(folder.At("report.html"), folder.At("mine.txt"));
        File.CreateSymbolicLink(folder.At("dangling.html"), folder.At("nowhere", "x"));

        AtomicFile.Write(folder.At("report.html"), "new");
        AtomicFile.Write(folder.At("dangling.html"), "new");

        Assert.Equal("mine", File.ReadAllText(folder.At("mine.txt")));
        Assert.Equal("new", File.ReadAllText(folder.At("report.html")));
        Assert.Null(new FileInfo(folder.At("report.html")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder.At("dangling.html")));
    }

    [Fact]
    public void Many_writers_of_one_file_at_once_leave_one_of_their_texts_whole()
    {
        string[] texts = [.. Enumerable.Range(0, 16).Select(number => new string((char)('a' + number), 100_000))];

        Parallel.ForEach(texts, text => AtomicFile.Write(folder.At("report.html"), text));

        Assert.Contains(File.ReadAllText(folder.At("report.html")), texts);
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void What_fails_half_way_leaves_the_file_of_before()
    {
        AtomicFile.Write(folder.At("a.txt"), "before");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(folder.At("a.txt"), to =>
        {
            to.Write("half");
            throw new InvalidOperationException();
        }));

        Assert.Equal("before", File.ReadAllText(folder.At("a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_file_that_only_its_owner_may_read_stays_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such rights there");
        folder.Write("a.txt", "before");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.At("a.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            AtomicFile.Write(folder.At("a.txt"), "after");

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.At("a.txt")));
        }
    }

    [Fact]
    public void A_full_disk_is_named_and_is_the_machines_fault()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
        using var output = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0)) { AutoFlush = true };
        using var error = new StringWriter();

        var code = CommandLine.Run(["quote", "--product", "kvm-plain", "--hosts", "1", "--sockets", "2", "--cores", "16"], new Terminal(output, error, false));

        Assert.Equal(ExitCode.MachineCannot, code);
        Assert.Contains("disk is full", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_written_to_and_stays_a_device()
    {
        Assert.SkipUnless(File.Exists("/dev/full") && File.Exists("/dev/null"), "there are no such devices here");

        AtomicFile.Write("/dev/null", "text");
        var full = Assert.ThrowsAny<IOException>(() => AtomicFile.Write("/dev/full", "text"));

        Assert.True(DiskFullException.IsMeantBy(full));
        Assert.Empty(File.ReadAllText("/dev/null"));
    }

    [Fact]
    public void A_full_file_system_is_named_with_its_folder()
    {
        var small = Environment.GetEnvironmentVariable("COSTPLANNER_FULL_FOLDER");
        Assert.SkipWhen(small is null, "COSTPLANNER_FULL_FOLDER names no folder on a small full disk (mount -t tmpfs -o size=64k tmpfs DIR)");

        var full = Assert.Throws<DiskFullException>(() => AtomicFile.Write(Path.Combine(small!, "report.html"), new string('x', 1 << 20)));

        Assert.Contains(small!, full.Words.Words(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(small!));
    }
}
