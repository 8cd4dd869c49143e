using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>
/// Asks apt for packages as if nothing were installed, in folders of our own: this machine's packages stay as they are, and no root is needed.
/// </summary>
internal sealed partial class Apt
{
    private const string ListsOfMachine = "/var/lib/apt/lists";

    private static readonly TimeSpan ForPlans = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForLists = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ForDownloads = TimeSpan.FromMinutes(15);
    private static readonly HostProgram Get = HostProgram.ForImages.Single(program => program.Name == "apt-get");
    private static readonly HostProgram Cache = HostProgram.ForImages.Single(program => program.Name == "apt-cache");

    private readonly string folder;
    private readonly string lists;
    private readonly CancellationToken calledOff;

    private Apt(string folder, string lists, CancellationToken calledOff)
    {
        this.folder = folder;
        this.lists = lists;
        this.calledOff = calledOff;
    }

    private string Settings => Path.Combine(folder, "apt.conf");

    /// <summary>By the lists of packages that this machine has.</summary>
    /// <param name="folder">A folder of ours for what apt keeps.</param>
    /// <param name="calledOff">Ends apt.</param>
    public static Apt ByListsOfMachine(string folder, CancellationToken calledOff) => new Apt(folder, ListsOfMachine, calledOff).Prepared();

    /// <summary>By lists of our own, fetched now from the sources that this machine names.</summary>
    public static Apt ByOwnLists(string folder, CancellationToken calledOff)
    {
        var apt = new Apt(folder, Path.Combine(folder, "lists"), calledOff).Prepared();
        // A source that cannot be had is no trouble as long as the others have what is asked for.
        apt.Run(Get, ForLists, ["update"]);
        return apt;
    }

    /// <summary>The name of the package that a package without content stands for, such as the newest kernel of a kind.</summary>
    public string DependencyOf(string metapackage) =>
        Dependency().Match(Run(Cache, ForPlans, ["depends", metapackage])) is { Success: true } match
            ? match.Groups["name"].Value
            : throw ImageException.Of(ImageException.PackagesUnreachable,
                Message.Of("packages-unreachable.no-dependency", ("package", metapackage)), "apt-cache");

    /// <summary>What would be downloaded for these packages and all that they need.</summary>
    public ImmutableArray<DebianPackage> WithDependencies(ImmutableArray<string> packages) => Planned("install", packages);

    /// <summary>What would be downloaded for this package alone.</summary>
    public DebianPackage Alone(string package) => Planned("download", [package]) is [var one]
        ? one
        : throw ImageException.Of(ImageException.PackagesUnreachable, Message.Of("packages-unreachable.no-file", ("package", package)), "apt-get");

    /// <summary>Downloads these packages and all that they need into a folder; a file that is there already is not fetched again.</summary>
    public void DownloadWithDependencies(ImmutableArray<string> packages, string into)
    {
        Directory.CreateDirectory(Path.Combine(into, "partial"));
        Run(Get, ForDownloads, ["-y", "--download-only", "-o", $"Dir::Cache::archives={into}", "install", .. packages]);
    }

    /// <summary>Downloads this very version of a package into a folder.</summary>
    public void DownloadAlone(DebianPackage package, string into) =>
        Run(Get, ForDownloads, ["download", $"{package.Name}={package.Version}"], into);

    private ImmutableArray<DebianPackage> Planned(string verb, ImmutableArray<string> packages)
    {
        // Into an empty folder: apt does not name a file that it has.
        var nowhere = Directory.CreateDirectory(Path.Combine(folder, "nowhere")).FullName;
        Directory.CreateDirectory(Path.Combine(nowhere, "partial"));
        return DebianPackage.Parse(Run(
            Get, ForPlans, ["-y", "--print-uris", "-o", $"Dir::Cache::archives={nowhere}", verb, .. packages], nowhere));
    }

    private string Run(HostProgram program, TimeSpan deadline, ImmutableArray<string> arguments, string? where = null) =>
        new HostCommand(program, deadline, ["-q", "-c", Settings, .. arguments]) 
        {
            Folder = where ?? folder,
            Code = ImageException.PackagesUnreachable,
            Mend = Message.Of("packages-unreachable.mend"),
        }.Run(calledOff);

    private Apt Prepared()
    {
        var state = Directory.CreateDirectory(Path.Combine(folder, "state")).FullName;
        File.WriteAllText(Path.Combine(state, "status"), "");
        Directory.CreateDirectory(Path.Combine(folder, "cache", "archives", "partial"));
        if (lists != ListsOfMachine)
        {
            Directory.CreateDirectory(Path.Combine(lists, "partial"));
        }

        // Read after this machine's own settings, which name its proxy and its mirrors. The commands cleared would run on this machine's folders.
        File.WriteAllText(Settings, $"""
            #clear APT::Update::Pre-Invoke;
            #clear APT::Update::Post-Invoke;
            #clear APT::Update::Post-Invoke-Success;
            #clear DPkg::Post-Invoke;
            Dir::State "{state}";
            Dir::State::status "{state}/status";
            Dir::State::lists "{lists}";
            Dir::Cache "{folder}/cache";
            APT::Install-Recommends "false";
            APT::Sandbox::User "";
            Acquire::ForceHash "SHA256";
            Acquire::Languages "none";
            Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
            Acquire::Retries "3";

            """);
        return this;
    }

    [GeneratedRegex("^ *Depends: (?<name>[a-z0-9][a-z0-9.+-]+)\\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Dependency();
}
