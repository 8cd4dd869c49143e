namespace CostPlanner.Model;

/// <summary>What runs the guests of a host. Only what was measured on hardware may reach a business case.</summary>
/// <remarks>The default value is <see cref="None"/>.</remarks>
public enum HostClass
{
    /// <summary>No KVM that can be opened.</summary>
    None,

    /// <summary>A KVM that runs guest code in software, or QEMU's own emulation.</summary>
    Emulated,

    /// <summary>Hardware virtualisation inside a virtual machine.</summary>
    Nested,

    /// <summary>Hardware virtualisation on the machine itself.</summary>
    Hardware,
}

/// <summary>The classes as files and commands spell them.</summary>
public static class HostClasses
{
    /// <summary>"none", "emulated", "nested" or "hardware".</summary>
    public static string Word(this HostClass hostClass) => hostClass switch
    {
        HostClass.None => "none",
        HostClass.Emulated => "emulated",
        HostClass.Nested => "nested",
        HostClass.Hardware => "hardware",
        _ => throw new ArgumentOutOfRangeException(nameof(hostClass), hostClass, "not a class of hosts"),
    };

    /// <summary>The class that a word spells, or null.</summary>
    public static HostClass? Of(string word)
    {
        foreach (var each in Enum.GetValues<HostClass>())
        {
            if (each.Word() == word)
            {
                return each;
            }
        }

        return null;
    }
}
