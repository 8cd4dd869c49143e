using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>By what a scenario names VMs.</summary>
public enum VmTrait
{
    /// <summary>The name, or the id.</summary>
    Name,

    /// <summary>The folder; the folders below it belong to it.</summary>
    Folder,

    /// <summary>A tag or a custom attribute.</summary>
    Tag,

    /// <summary>The cluster.</summary>
    Cluster,

    /// <summary>The guest operating system, in the source's words.</summary>
    GuestOs,
}

/// <summary>An entry of a scenario's list of VMs: a name, a folder, a tag, a cluster or an operating system, in which * stands for any letters.</summary>
/// <param name="By">What the pattern is held against.</param>
/// <param name="Pattern">The pattern (see <see cref="NamePattern"/>); a name without * is the whole name or the id, letter by letter.</param>
/// <param name="Place">Where it was read.</param>
public sealed record VmSelector(VmTrait By, string Pattern, SourcePlace Place)
{
    private const char Star = '*';
    private const char Separator = '/';

    /// <summary>Whether the entry may mean several VMs: all but a name without *.</summary>
    public bool IsPattern => By != VmTrait.Name || Pattern.Contains(Star, StringComparison.Ordinal);

    /// <summary>Whether the entry means that VM.</summary>
    public bool Matches(VirtualMachine vm) => By switch
    {
        VmTrait.Name when !IsPattern => vm.Name == Pattern || vm.Id == Pattern,
        VmTrait.Name => NamePattern.Matches(Pattern, vm.Name) || vm.Id == Pattern,
        VmTrait.Folder => vm.Folder is { } folder && IsIn(folder),
        VmTrait.Tag => vm.Tags.Any(tag => tag.Fits(Pattern)),
        VmTrait.Cluster => vm.Cluster is { } cluster && NamePattern.Matches(Pattern, cluster),
        VmTrait.GuestOs => vm.GuestOs is { } system && NamePattern.Matches(Pattern, system),
        _ => throw new ArgumentOutOfRangeException(nameof(vm), By, "not a trait"),
    };

    /// <summary>What the pattern is held against of a VM; empty where the source does not say it.</summary>
    internal IEnumerable<string> ValuesOf(VirtualMachine vm) => By switch
    {
        VmTrait.Name => [vm.Name],
        VmTrait.Folder => vm.Folder is { } folder ? [folder] : [],
        VmTrait.Tag => vm.Tags.Select(tag => tag.ToString()),
        VmTrait.Cluster => vm.Cluster is { } cluster ? [cluster] : [],
        _ => vm.GuestOs is { } system ? [system] : [],
    };

    /// <summary>The entry as a scenario writes it: "web-*", "folder: /DC/vm/Test*".</summary>
    public override string ToString() => By switch
    {
        VmTrait.Name => Pattern,
        VmTrait.Folder => $"folder: {Pattern}",
        VmTrait.Tag => $"tag: {Pattern}",
        VmTrait.Cluster => $"cluster: {Pattern}",
        _ => $"os: {Pattern}",
    };

    /// <summary>The folder itself, or one of those that lead to it, fits.</summary>
    private bool IsIn(string folder)
    {
        for (var end = folder.Length; end > 0; end = folder.LastIndexOf(Separator, end - 1))
        {
            if (NamePattern.Matches(Pattern.TrimEnd(Separator), folder[..end]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>VMs that a scenario gives a name, so that they are reported apart.</summary>
/// <param name="Name">The group's name, unique in its scenario.</param>
/// <param name="Vms">What belongs to it; a VM may belong to several groups.</param>
public sealed record VmGroup(string Name, ImmutableArray<VmSelector> Vms)
{
    /// <summary>Whether the VM belongs to it.</summary>
    public bool Has(VirtualMachine vm) => Vms.Any(entry => entry.Matches(vm));
}
