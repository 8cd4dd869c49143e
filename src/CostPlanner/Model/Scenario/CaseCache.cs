using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CostPlanner.Model;

/// <summary>What was worked out of things that do not change, so that thousands of trials, options and spans of months do not work it out again.</summary>
/// <remarks>
/// The one place where stages may remember; it comes with the inputs of a case (<see cref="CaseInputs.Cache"/>) and is handed on, never reached for. It may be
/// asked from several threads. What follows from a thing is kept for as long as the thing itself is held by somebody; things are the same where they are one
/// object, not where they are equal. An empty cache gives the same answers, later.
/// </remarks>
public sealed class CaseCache
{
    // By the type of the table, which names both: one type is looked up faster than a pair, and every trial asks thousands of times.
    private readonly ConcurrentDictionary<Type, object> tables = new();

    /// <summary>What follows from a thing: worked out when first asked for, then kept.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="reckon">How it follows; asked from several threads at once it may be reckoned twice, and one of the results is kept for all.</param>
    /// <typeparam name="TThing">An immutable type.</typeparam>
    /// <typeparam name="TFact">A type that stands for this one thing to be known of it.</typeparam>
    public TFact Of<TThing, TFact>(TThing thing, Func<TThing, TFact> reckon)
        where TThing : class
        where TFact : class
    {
        var table = (ConditionalWeakTable<TThing, TFact>)tables.GetOrAdd(
            typeof(ConditionalWeakTable<TThing, TFact>), static _ => new ConditionalWeakTable<TThing, TFact>());
        return table.TryGetValue(thing, out var known) ? known : table.GetOrAdd(thing, reckon);
    }
}
