using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>One question of the validity ladder.</summary>
/// <param name="Name">Its name, in lower case with hyphens.</param>
/// <param name="Passed">Whether it speaks for hardware; null when it was not asked, because an earlier one said that no guest can run.</param>
/// <param name="Value">What was found, with its unit.</param>
/// <param name="Limit">What hardware shows.</param>
/// <param name="AtBest">The best class that this answer allows.</param>
/// <param name="Words">What it means.</param>
public sealed record Rung(string Name, bool? Passed, Message Value, Message Limit, HostClass AtBest, Message Words);
