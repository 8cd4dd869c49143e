using CostPlanner.Benchmarking.Processes;

namespace CostPlanner.Benchmarking.Images;

/// <summary>A folder into which packages were unpacked, seen as if it were the root of a system: its links never lead out of it.</summary>
internal sealed record PackageTree(string Root)
{
    private const int MostLinks = 40;

    private static readonly TimeSpan ForOnePackage = TimeSpan.FromMinutes(2);
    private static readonly HostProgram Unpacker = HostProgram.ForImages.Single(program => program.Name == "dpkg-deb");

    /// <summary>Unpacks a package into the tree; none of its scripts is run.</summary>
    public void Unpack(string packageFile, CancellationToken calledOff)
    {
        Directory.CreateDirectory(Root);
        new HostCommand(Unpacker, ForOnePackage, ["-x", packageFile, Root]) { Code = "package-unpack" }.Run(calledOff);
    }

    /// <summary>The path on this machine of the file that a path of the tree leads to, all links followed within the tree; null where there is none.</summary>
    public string? Find(string path)
    {
        var open = new Stack<string>(Parts(path).Reverse());
        var done = new List<string>();
        for (var links = 0; open.TryPop(out var part);)
        {
            if (part == "..")
            {
                done.RemoveRange(Math.Max(0, done.Count - 1), Math.Min(1, done.Count));
                continue;
            }

            var here = new FileInfo(Path.Combine([Root, .. done, part]));
            if (here.LinkTarget is not { } target)
            {
                done.Add(part);
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (target.StartsWith('/'))
            {
                done.Clear();
            }

            foreach (var each in Parts(target).Reverse())
            {
                open.Push(each);
            }
        }

        var found = Path.Combine([Root, .. done]);
        return File.Exists(found) ? found : null;
    }

    /// <summary>The file of that name in the first of the folders of the tree that has it, or null.</summary>
    public string? Find(string name, IEnumerable<string> folders) =>
        folders.Select(folder => Find($"{folder}/{name}")).FirstOrDefault(found => found is not null);

    private static IEnumerable<string> Parts(string path) => path.Split('/').Where(part => part is not ("" or "."));
}
