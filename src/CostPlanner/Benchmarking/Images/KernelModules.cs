using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>The modules of an unpacked kernel that the guest loads, in the order in which they load.</summary>
internal static partial class KernelModules
{
    private static readonly TimeSpan ForIndex = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ForOrder = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ForOneModule = TimeSpan.FromSeconds(30);
    private static readonly HostProgram Indexer = HostProgram.ForImages.Single(program => program.Name == "depmod");
    private static readonly HostProgram Orderer = HostProgram.ForImages.Single(program => program.Name == "modprobe");

    /// <summary>The modules as files, unpacked, by name, each after those that it needs; what is built into the kernel is not among them.</summary>
    /// <param name="tree">The unpacked kernel package.</param>
    /// <param name="version">The kernel's release: the folder of its modules.</param>
    /// <param name="wanted">The modules to load, with what they need.</param>
    /// <param name="calledOff">Ends the commands.</param>
    public static ImmutableArray<(string Name, byte[] Content)> Of(PackageTree tree, string version, ImmutableArray<string> wanted, CancellationToken calledOff)
    {
        OfferBothPlaces(tree.Root);
        new HostCommand(Indexer, ForIndex, ["-b", tree.Root, version]).Run(calledOff);

        // An empty folder of settings: those of this machine are about its own kernel, and may blacklist or replace modules.
        var settings = Directory.CreateDirectory(tree.Root + ".modprobe").FullName;
        var orders = wanted.Select(module =>
            new HostCommand(
                Orderer, ForOrder, ["-C", settings, "-d", tree.Root, "-S", version, "--show-depends", module]) { Code = "module-missing" }.Run(calledOff));
        return [.. LoadOrder(orders).Select(file => (NameOf(file), Unpacked(file, calledOff)))];
    }

    /// <summary>The files that several answers of modprobe --show-depends name, each once, in the order in which they first come.</summary>
    public static ImmutableArray<string> LoadOrder(IEnumerable<string> answers)
    {
        var order = new List<string>();
        foreach (var line in answers.SelectMany(answer => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (Insmod().Match(line) is { Success: true } match)
            {
                order.Add(match.Groups["file"].Value);
            }
            else if (!line.StartsWith("builtin ", StringComparison.Ordinal))
            {
                throw ImageException.Of("module-order", Message.Of("module-order", ("line", line)), "modprobe");
            }
        }

        return [.. order.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The name of a module's file once it is unpacked.</summary>
    public static string NameOf(string file)
    {
        var name = Path.GetFileName(file);
        return name[..(name.LastIndexOf(".ko", StringComparison.Ordinal) + ".ko".Length)];
    }

    // Packages moved the modules from /lib to /usr/lib, and the commands look in one of them.
    private static void OfferBothPlaces(string root)
    {
        string[] places = [Path.Combine(root, "lib"), Path.Combine(root, "usr", "lib")];
        var full = Path.Combine(places.FirstOrDefault(place => Directory.Exists(Path.Combine(place, "modules"))) ?? places[0], "modules");
        foreach (var link in places.Select(place => Path.Combine(place, "modules")).Where(link => !Directory.Exists(link)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            Directory.CreateSymbolicLink(link, full);
        }
    }

    private static byte[] Unpacked(string file, CancellationToken calledOff) => Path.GetExtension(file) switch
    {
        ".xz" => new HostCommand(HostProgram.Xz, ForOneModule, ["-dc", file]).RunForBytes(calledOff),
        ".zst" => new HostCommand(HostProgram.Zstd, ForOneModule, ["-dcq", file]).RunForBytes(calledOff),
        ".gz" => Gunzipped(file),
        _ => File.ReadAllBytes(file),
    };

    private static byte[] Gunzipped(string file)
    {
        using var content = new MemoryStream();
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        packed.CopyTo(content);
        return content.ToArray();
    }

    // A path may hold blanks; after it stand a blank and the module's settings, if any.
    [GeneratedRegex(@"^insmod (?<file>/.+?\.ko(\.xz|\.zst|\.gz)?)( .*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Insmod();
}
