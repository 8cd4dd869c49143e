using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Every loop of a search ends: it is counted, or it spends work in each round, or stands below with what it uses up.</summary>
[Slow]
public sealed class EndingLoopTests
{
    /// <summary>Where searches and iterations live.</summary>
    private static readonly string[] Searches = ["CostPlanner.Placement", "CostPlanner.Simulation", "CostPlanner.Pricing", "CostPlanner.Demand", "CostPlanner.Cases", "CostPlanner.Studies"];

    /// <summary>Loops that neither count nor spend: the file, the condition, and what is finite and gets less in each round.</summary>
    private static readonly (string File, string Condition, string UsesUp)[] Known =
    [
        ("FirstFit.cs", "copy < table.First[type + 1]", "copies: a new bin takes one at least, for each type fits into an empty bin"),
        ("PatternRounding.cs", "rounding.next.Index().Any(each => each.Item < table.First[each.Index + 1])", "copies: a round packs some by a pattern, or all that are left"),
        ("CoveringBound.cs", "price != 0", "the remainder of Euclid's algorithm"),
        ("ItemTable.cs", "size != 0", "the remainder of Euclid's algorithm"),
        ("PatternKnapsack.cs", "last[state] != Packed.Nowhere", "room in the bin: every item takes up something"),
        ("BucketDot.cs", "left > 0", "copies: every item fits into an empty bin"),
        ("BucketDot.cs", "bucket != Packed.Nowhere", "copies"),
        ("BucketDot.cs", "head[bucket] < buckets.Start[bucket + 1] && taken[buckets.Types[head[bucket]]] == table.Counts[buckets.Types[head[bucket]]]", "types of a bucket"),
        ("OpenBins.cs", "fits != 0", "bits"),
        ("Merging.cs", "!alone && slots[slot] != 0 && !instance.SizeOf(found[slots[slot] - 1]).SequenceEqual(instance.SizeOf(type))", "slots: half of them are empty"),
        ("FirstFitTree.cs", "path.TryPop(out var node)", "nodes of a tree, each looked at once"),
        ("GroupRepair.cs", "bins.Count > Math.Max(1, incumbent.Bound) && meter.Stopped is null", "work: a round of groups spends, and the whole is emptied without one only where that saves a bin"),
        ("RuinAndRecreate.cs", "cheapest > (double)bound && bins.Used.Count > 1", "work: spent every so many steps"),
        ("FixedBins.cs", "search.Group.Unplaced.Count > 0 && search.Looks < work", "work: each run looks at a bin at least"),
        ("EjectionSearch.cs", "group.Unplaced.Count > 0 && now < end && now - lastGain < withoutGain", "ejections allowed"),
        ("CoverRow.cs", "lost > 0", "servers lost, or what is offered"),
        ("Failover.cs", "placed < items.Count && choose(items[placed]) is var server and not Packing.Nowhere", "items"),
        ("PackingProblem.cs", "largest * scale >= PackingInstance.LargestSize", "the scale, halved"),
        ("MixSearch.cs", "mix is not null && (equal is null || mix.Price < equal.Mix.Price)", "mixes: each next one holds a larger share more, and those offered hold only so much"),
        ("MixSearch.cs", "mix is not null && !cover.Allows(mix)", "servers offered: each mix has one more"),
        ("Bracketing.cs", "to - from > near", "the interval, halved until no value lies between"),
        ("MonteCarlo.cs", "true", "trials allowed"),
        ("RunwaySearch.cs", "bad - good > 1", "months between, halved"),
        ("SpearmanRank.cs", "first < order.Length", "figures: each round goes on behind those that are equal"),
        ("SpearmanRank.cs", "next < order.Length && figures[order[next]] == figures[order[first]]", "figures"),
        ("InternalRate.cs", "true", "the interval, halved until no decimal lies between"),
        ("Compounding.cs", "next != root && (step is null || Math.Abs(next - root) < step)", "the step, smaller each time"),
    ];

    [Fact]
    public void Every_loop_of_a_search_is_counted_or_spends_work_or_says_what_it_uses_up()
    {
        var open = Open(Library.Real).ToList();
        Violation.AssertNone(open.Where(loop => !Known.Any(known => IsAt(loop, known))).Select(loop => Violation.At(
            loop.Node, $"a loop that neither counts nor calls WorkMeter.Spend: {loop.Condition}")));
        Assert.DoesNotContain(Known, known => !open.Any(loop => IsAt(loop, known)));
    }

    [Fact]
    public void A_loop_without_an_end_of_its_own_is_reported_with_file_and_line()
    {
        var library = Library.With(("src/CostPlanner/Placement/VectorPacking/Planted.cs", """
            namespace CostPlanner.Placement.VectorPacking;

            internal static class Planted
            {
                public static void Run(WorkMeter meter, int[] items, bool ends)
                {
                    for (var item = 0; item < items.Length; item++) { }
                    for (var item = items.Length - 1; item >= 0 && !ends; item -= 2) { }
                    foreach (var item in items) { }
                    while (meter.Spend(1)) { }
                    do { meter.Spend(0); } while (!ends && meter.Stopped is null);
                    while (meter.Stopped is null) { } // here
                    do { } while (!ends); // here
                    for (; ; ) { } // here
                    for (var item = 0; item < items.Length;) { } // here
                    for (var item = 0; !ends; item++) { } // here
                    for (var item = 0; item < items.Length; item++) { item--; } // here
                }
            }
            """));
        Violation.AssertAt(library.Marked(), Open(library).Select(loop => Violation.At(loop.Node, loop.Condition)));
    }

    private static bool IsAt((string Path, StatementSyntax Node, string Condition) loop, (string File, string Condition, string UsesUp) known) =>
        Path.GetFileName(loop.Path) == known.File && loop.Condition == known.Condition;

    /// <summary>The loops of those stages that neither count nor spend work.</summary>
    private static IEnumerable<(string Path, StatementSyntax Node, string Condition)> Open(Library library) =>
        from file in library.Files
        where Searches.Any(stage => file.Namespace == stage || file.Namespace.StartsWith(stage + ".", StringComparison.Ordinal))
        from node in file.Root.DescendantNodes().OfType<StatementSyntax>()
        let condition = node switch
        {
            WhileStatementSyntax loop => loop.Condition.ToString(),
            DoStatementSyntax loop => loop.Condition.ToString(),
            ForStatementSyntax loop => IsCounted(loop) ? null : loop.Condition?.ToString() ?? "",
            _ => null,
        }
        where condition is not null && !Spends(node, file.Meaning)
        select (file.Path, node, condition);

    /// <summary>Whether it compares a variable, and moves it on in the loop's head alone.</summary>
    private static bool IsCounted(ForStatementSyntax loop)
    {
        var moved = loop.Incrementors.Select(Moved).OfType<string>().ToList();
        var compared = loop.Condition?.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>()
            .Where(each => each.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression)
            .Where(IsAlwaysAsked)
            .SelectMany(each => each.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Select(name => name.Identifier.ValueText) ?? [];
        var changed = loop.Statement.DescendantNodes().OfType<ExpressionSyntax>().Select(Moved).OfType<string>();
        return moved.Intersect(compared).Except(changed).Any();

        // A comparison that another condition may replace ends nothing.
        bool IsAlwaysAsked(SyntaxNode each) => each.AncestorsAndSelf().TakeWhile(node => node != loop.Condition!.Parent).All(node =>
            node is ParenthesizedExpressionSyntax || node == each || node.IsKind(SyntaxKind.LogicalAndExpression));
    }

    /// <summary>The variable that an expression changes.</summary>
    private static string? Moved(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? null : unary.Operand.ToString(),
        PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => unary.Operand.ToString(),
        AssignmentExpressionSyntax assignment => assignment.Left.ToString(),
        _ => null,
    };

    /// <summary>Whether the loop itself calls <c>WorkMeter.Spend</c>, in its condition or straight in its body, where no branch leads past it.</summary>
    private static bool Spends(StatementSyntax loop, SemanticModel meaning) => loop.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => meaning.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Spend", ContainingType.Name: "WorkMeter" })
        .Any(call => call.Ancestors().TakeWhile(node => node != loop).All(node => node is not (IfStatementSyntax or SwitchStatementSyntax or LambdaExpressionSyntax or ConditionalExpressionSyntax)));
}
