using System.Collections.Immutable;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>The programs that measure in the guest, with every library that they load: what the tools image holds.</summary>
/// <param name="Files">By path in the image, bin/NAME or lib/NAME: the file on this machine.</param>
/// <param name="Loader">The path at which programs ask for their loader, without the leading slash.</param>
/// <remarks>All libraries lie in one folder, so that the guest names one: no loader's cache and no links are needed.</remarks>
internal sealed record ToolSet(ImmutableSortedDictionary<string, string> Files, string Loader)
{
    private static readonly string[] ProgramFolders = ["usr/bin", "bin", "usr/sbin", "sbin"];
    private static readonly string[] LibraryFolders = ["lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu", "lib", "usr/lib"];

    // Loaded by the C library itself when a thread is cancelled; no program names it.
    private static readonly string[] LoadedUnasked = ["libgcc_s.so.1"];

    /// <summary>The loader's name within the folder of libraries.</summary>
    public string LoaderFile => Path.GetFileName(Loader);

    /// <summary>Finds the programs in the tree, and all libraries that they need, and that those need.</summary>
    public static ToolSet Of(PackageTree tree, IEnumerable<string> programs)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var open = new Queue<(string Name, string For, ImmutableArray<string> Folders)>();
        string? loader = null;
        foreach (var program in programs)
        {
            var file = tree.Find(program, ProgramFolders) ?? throw Lacks(program, "the recipe");
            var elf = ElfFile.Read(File.ReadAllBytes(file))
                ?? throw ImageException.Of("program-format", Message.Of("program-format", ("program", program)), program);
            files.Add($"bin/{program}", file);
            loader ??= elf.Interpreter;
            Enqueue(open, elf, program);
        }

        foreach (var library in LoadedUnasked)
        {
            open.Enqueue((library, "the C library", []));
        }

        Close(tree, files, open);
        if (loader is null)
        {
            throw ImageException.Of("program-format", Message.Of("program-format.no-loader"), "the tools");
        }

        files[$"lib/{Path.GetFileName(loader)}"] = tree.Find(loader)
            ?? tree.Find(Path.GetFileName(loader), LibraryFolders)
            ?? throw Lacks(loader, "every program");
        return new ToolSet(files.ToImmutable(), loader.TrimStart('/'));
    }

    private static void Close(
        PackageTree tree, ImmutableSortedDictionary<string, string>.Builder files, Queue<(string Name, string For, ImmutableArray<string> Folders)> open)
    {
        while (open.TryDequeue(out var next))
        {
            if (files.ContainsKey($"lib/{next.Name}"))
            {
                continue;
            }

            var file = tree.Find(next.Name, LibraryFolders.Concat(next.Folders)) ?? throw Lacks(next.Name, next.For);
            files.Add($"lib/{next.Name}", file);
            Enqueue(
                open,
                ElfFile.Read(File.ReadAllBytes(file))
                    ?? throw ImageException.Of("program-format", Message.Of("program-format.library", ("library", next.Name)), next.For),
                next.Name);
        }
    }

    private static void Enqueue(Queue<(string Name, string For, ImmutableArray<string> Folders)> open, ElfFile elf, string name)
    {
        foreach (var needed in elf.Needed)
        {
            open.Enqueue((needed, name, elf.Folders));
        }
    }

    private static ImageException Lacks(string file, string user) =>
        ImageException.Of("file-missing", Message.Of("image.file-missing", ("file", Path.GetFileName(file)), ("user", user)), user);
}
