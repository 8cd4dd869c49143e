using Xunit.v3;

namespace CostPlanner.Tests.Given;

/// <summary>
/// A test that starts a tool of the machine, found with <c>--filter Needs=QEMU</c>; it is not among the fast ones (<see cref="SlowAttribute"/>).
/// </summary>
/// <param name="tool">One of <see cref="Tool"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class NeedsAttribute(string tool) : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Needs", tool), SlowAttribute.Trait];
}

/// <summary>A test that takes seconds: <c>--filter Speed!=slow</c> runs all others.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class SlowAttribute : Attribute, ITraitAttribute
{
    /// <summary>What the filter asks for.</summary>
    public static KeyValuePair<string, string> Trait { get; } = KeyValuePair.Create("Speed", "slow");

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [Trait];
}

/// <summary>The tools of the machine that tests start, each got at through what stands in Given.</summary>
internal static class Tool
{
    /// <summary>QEMU, and the guest that is assembled for it.</summary>
    public const string Qemu = "QEMU";

    public const string Ssh = "ssh";

    public const string Slurm = "Slurm";

    public const string Chromium = "Chromium";
}
