using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CostPlanner.Model;

/// <summary>What VMs of a kind do for the platform that they run on: they manage it, connect it, store or back up for it.</summary>
/// <param name="Name">The role as printed: "vCenter Server appliance".</param>
/// <param name="Platforms">The platforms that need it; empty where only <paramref name="Products"/> tell.</param>
/// <param name="Products">Ids of products that need it on any platform, with *.</param>
/// <param name="TakesCapacity">Whether it is planned with on a platform that needs it; false for agents that the platform makes by itself, too small to
/// count.</param>
/// <param name="GuestIsPaid">Whether its guest system is licensed like that of any other VM; false for an appliance whose system comes with it.</param>
/// <param name="Elsewhere">What takes its place on other platforms, as a sentence.</param>
/// <param name="Provenance">Where this comes from.</param>
public sealed record PlatformRole(
    string Name,
    ImmutableArray<PlatformFamily> Platforms,
    ImmutableArray<string> Products,
    bool TakesCapacity,
    bool GuestIsPaid,
    string Elsewhere,
    Provenance Provenance)
{
    /// <summary>Whether the platform of today needs it, whichever that is: work that is done in another way elsewhere.</summary>
    public bool IsOfToday { get; init; }

    /// <summary>Whether a platform with those products needs such VMs.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="isToday">Whether it is the platform of today.</param>
    /// <param name="products">Ids of the products on it.</param>
    public bool IsNeededBy(PlatformFamily platform, bool isToday, ImmutableArray<string> products) =>
        Platforms.Contains(platform) || (IsOfToday && isToday) || products.Any(product => NamePattern.MatchAny(Products, product));
}

/// <summary>A role that was found in a VM.</summary>
/// <param name="Role">The role.</param>
/// <param name="Why">By what it was known, as the rest of "known by its ...": "name", "name and annotation".</param>
public sealed record PlatformPart(PlatformRole Role, Message Why);

/// <summary>
/// By what VMs of a role are known: every pattern that is there must be found. Two marks are needed, or a name that the platform itself gives.
/// </summary>
/// <param name="Role">The role.</param>
/// <param name="Name">What is looked for in the VM's name, or null.</param>
/// <param name="GuestOs">What is looked for in its guest system, or null.</param>
/// <param name="Annotation">What is looked for in its annotation, or null.</param>
public sealed record PlatformMark(PlatformRole Role, Regex? Name, Regex? GuestOs, Regex? Annotation)
{
    /// <summary>How patterns of marks are read: capital and small letters are the same, and no text takes long.</summary>
    public const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>By what the VM is known; null where it is not.</summary>
    public Message? WhyKnown(VirtualMachine vm)
    {
        var asked = new[] { (Name, vm.Name), (GuestOs, vm.GuestOs), (Annotation, vm.Annotation) }.Where(each => each.Item1 is not null).ToList();
        return asked.Count > 0 && asked.All(each => each.Item2 is { } text && each.Item1!.IsMatch(text)) ? Message.Of("known-by", ("marks", Marks())) : null;
    }

    private MessageValue Marks() => Message.List(
    [
        .. Name is null ? Array.Empty<Message>() : [Message.Of("known-by.name")],
        .. GuestOs is null ? Array.Empty<Message>() : [Message.Of("known-by.guest-system")],
        .. Annotation is null ? Array.Empty<Message>() : [Message.Of("known-by.annotation")],
    ]);
}

/// <summary>The VMs that are part of a platform rather than of what runs on it.</summary>
/// <param name="Marks">By what they are known; the first that fits counts.</param>
public sealed record PlatformVmTable(ImmutableArray<PlatformMark> Marks)
{
    /// <summary>A table that knows no VM.</summary>
    public static PlatformVmTable Empty { get; } = new([]);

    /// <summary>What the VM is to its platform; null for an ordinary VM.</summary>
    public PlatformPart? PartOf(VirtualMachine vm)
    {
        foreach (var mark in Marks)
        {
            if (mark.WhyKnown(vm) is { } why)
            {
                return new PlatformPart(mark.Role, why);
            }
        }

        return null;
    }

    /// <summary>The estate with every VM of the platform marked, except those that the user keeps as ordinary VMs.</summary>
    /// <remarks>The guest of an appliance is part of it, and no licence of ours is counted for it.</remarks>
    public Inventory Mark(Inventory inventory, ImmutableArray<VmSelector> keep) => inventory with { Vms = [.. inventory.Vms.Select(vm => Marked(vm, keep))] };

    private VirtualMachine Marked(VirtualMachine vm, ImmutableArray<VmSelector> keep)
    {
        if (keep.Any(entry => entry.Matches(vm)))
        {
            return vm with { IsKept = true, Part = null };
        }

        var part = PartOf(vm);
        return part is null ? vm : vm with { Part = part, Guest = part.Role.GuestIsPaid ? vm.Guest : GuestFamily.Other };
    }
}
