using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A key of a scenario that takes one of a few words.</summary>
/// <typeparam name="T">What the words stand for.</typeparam>
/// <param name="Name">The key, as the scenario writes it.</param>
/// <param name="Choices">Its words, each with what it stands for.</param>
public sealed record ChoiceKey<T>(string Name, ImmutableArray<(string Word, T Meaning)> Choices)
    where T : struct
{
    /// <summary>Its words.</summary>
    public ImmutableArray<string> Words => [.. Choices.Select(choice => choice.Word)];

    /// <summary>What a word stands for; null where it is none of them.</summary>
    public T? Of(string? word) => Choices.Where(choice => choice.Word == word).Select(choice => (T?)choice.Meaning).FirstOrDefault();

    /// <summary>The word for a meaning; throws where none stands for it.</summary>
    public string WordOf(T meaning) => Choices.First(choice => choice.Meaning.Equals(meaning)).Word;
}

/// <summary>A key of a scenario that takes a whole number.</summary>
/// <param name="Name">The key, as the scenario writes it.</param>
/// <param name="Low">The least number.</param>
/// <param name="High">The greatest.</param>
public sealed record WholeKey(string Name, int Low, int High)
{
    /// <summary>The same as bounds.</summary>
    public AssumptionBounds Bounds => new(Low, High);
}

/// <summary>Keys that a scenario and a what-if question share, each declared once: the reader, the question, the template and their messages follow.</summary>
/// <remarks>Keys that only the reader asks for are declared by its asking: what nothing asks for is refused as unknown, and the guide is held to it.</remarks>
public static class DeclaredKeys
{
    /// <summary>The platform of an option.</summary>
    public static ChoiceKey<PlatformFamily> Platform { get; } =
        new("platform", [("vsphere", PlatformFamily.VSphere), ("kvm", PlatformFamily.Kvm), ("xen", PlatformFamily.Xen)]);

    /// <summary>What an option does with hosts of today.</summary>
    public static ChoiceKey<HostPolicy> Hosts { get; } =
        new("hosts", [("reuse", HostPolicy.Reuse), ("keep-all", HostPolicy.KeepAll), ("refresh", HostPolicy.Refresh)]);

    /// <summary>What placement makes as small as it can.</summary>
    public static ChoiceKey<Objective> Objective { get; } =
        new("objective", [("fewest-hosts", Model.Objective.FewestHosts), ("least-cost", Model.Objective.LeastCost)]);

    /// <summary>How far VMs may move.</summary>
    public static ChoiceKey<PlacementScope> Within { get; } =
        new("within", [("cluster", PlacementScope.Cluster), ("site", PlacementScope.Site), ("estate", PlacementScope.Estate)]);

    /// <summary>Which orders are held to a minimum.</summary>
    public static ChoiceKey<OrderMinimum> OrderMinimum { get; } = new(
        "order_minimum", [("off", Model.OrderMinimum.Off), ("new-orders", Model.OrderMinimum.NewOrders), ("all-orders", Model.OrderMinimum.AllOrders)]);

    /// <summary>Whether a renewal is ordered late.</summary>
    public static ChoiceKey<LateRenewal> LateRenewal { get; } = new(
        "late_renewal", [("when-late", Model.LateRenewal.WhenLate), ("never", Model.LateRenewal.Never), ("always", Model.LateRenewal.Always)]);

    /// <summary>Whether support is needed.</summary>
    public static ChoiceKey<SupportNeed> Support { get; } = new("support", [("required", SupportNeed.Required), ("optional", SupportNeed.Optional)]);

    /// <summary>Whether a whole site may be lost.</summary>
    public static ChoiceKey<bool> SurviveSite { get; } = new("survive_site", [("true", true), ("false", false)]);

    /// <summary>Years looked ahead.</summary>
    public static WholeKey Horizon { get; } = new("horizon_years", 1, 30);

    /// <summary>Hosts of each cluster that may fail at once.</summary>
    public static WholeKey Failover { get; } = new("failover", 0, Scenario.MostFailover);

    /// <summary>The most VMs that one host may run.</summary>
    public static WholeKey VmsPerHost { get; } = new("vms_per_host", 1, 100_000);
}
