using System.Text;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Images;

public sealed class CpioArchiveTests
{
    private static readonly HostProgram Cpio = new("cpio", "cpio", "lists archives");

    [Fact]
    public void A_file_is_a_header_its_name_and_its_content_each_padded_to_four_bytes()
    {
        var archive = CpioArchive.Of([CpioEntry.File("a", "hello"u8.ToArray())]);

        // Magic; number 1, mode 100644 octal = 81A4, user 0, group 0, 1 link, time 0, 5 bytes, device 0:0, node 0:0, name of 2 bytes with its end, no sum.
        const string header = "070701" + "00000001" + "000081A4" + "00000000" + "00000000" + "00000001" + "00000000" + "00000005"
            + "00000000" + "00000000" + "00000000" + "00000000" + "00000002" + "00000000";

        // 110 + 2 = 112 is a multiple of 4; 5 bytes of content and 3 to fill.
        Assert.StartsWith(header + "a\0hello\0\0\0070701", Encoding.ASCII.GetString(archive), StringComparison.Ordinal);
        Assert.Contains("TRAILER!!!\0", Encoding.ASCII.GetString(archive), StringComparison.Ordinal);
        Assert.Equal(0, archive.Length % 512);
    }

    [Fact]
    public void The_order_in_which_entries_are_given_does_not_matter()
    {
        CpioEntry[] entries = [CpioEntry.File("b", "1"u8.ToArray()), CpioEntry.Link("a/l", "../b"), CpioEntry.Folder("a")];

        Assert.Equal(CpioArchive.Of(entries), CpioArchive.Of(entries.Reverse()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../b")]
    [InlineData("TRAILER!!!")]
    public void A_name_that_is_no_path_within_the_archive_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => CpioArchive.Of([CpioEntry.Folder(name)]));

    [Fact]
    public void A_name_that_comes_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => CpioArchive.Of([CpioEntry.Folder("a"), CpioEntry.File("a", default)]));

    [Fact]
    public void Cpio_lists_what_was_written()
    {
        Assert.SkipWhen(Cpio.Locate() is null, "there is no cpio on this machine");
        using var folder = new TemporaryFolder();
        var file = folder.At("archive");
        File.WriteAllBytes(file, CpioArchive.Of(
        [
            CpioEntry.Program("init", "#!/bin/sh\n"u8.ToArray()),
            CpioEntry.Link("lib64/ld.so", "/tools/lib/ld.so"),
            CpioEntry.File("modules/a/b.ko", new byte[3]),
        ]));

        var listing = new HostCommand(Cpio, TimeSpan.FromSeconds(20), ["-itv", "--numeric-uid-gid", "--quiet", "-F", file]).Run(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "-rwxr-xr-x 1 0 0 10 init",
                "drwxr-xr-x 2 0 0 0 lib64",
                "lrwxrwxrwx 1 0 0 16 lib64/ld.so -> /tools/lib/ld.so",
                "drwxr-xr-x 2 0 0 0 modules",
                "drwxr-xr-x 2 0 0 0 modules/a",
                "-rw-r--r-- 1 0 0 3 modules/a/b.ko",
            ],
            listing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Undated));
    }

    // Kind, links, user, group, size; three words of a date; the name.
    private static string Undated(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words ? string.Join(' ', words[..5].Concat(words[8..])) : "";
}
