using System.Reflection;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>What the code knows of assumptions stands in one list, and the list says truly who reads each: trials share plans by it.</summary>
[Slow]
public sealed class AssumptionTests
{
    private const string OwnFolder = "Model/Assumptions";

    /// <summary>Stages on the way of the data, in its order, with the reader that a key names for each.</summary>
    private static readonly (string Stage, AssumptionReader Reader)[] Way =
    [
        ("Demand", AssumptionReader.Demand), ("Placement", AssumptionReader.Placement), ("Pricing", AssumptionReader.Pricing),
        (Stages.BusinessCase, AssumptionReader.Comparison),
    ];

    [Fact]
    public void Every_id_is_one_row_of_the_list_and_the_reverse()
    {
        var constants = typeof(AssumptionIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(constants.Order(StringComparer.Ordinal), KnownAssumptions.All.Select(key => key.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_assumption_that_demand_or_placement_reads_counts_as_moving_VMs() => Violation.AssertNone(Shared(Library.Real));

    [Fact]
    public void An_assumption_that_is_read_there_and_does_not_count_is_reported_with_file_and_line()
    {
        const string code = """
            using CostPlanner.Model;

            public sealed record Planted(AssumptionSet Set)
            {
                private static readonly string[] Handed = [AssumptionIds.CpuTarget, AssumptionIds.AdminCost]; // here
                private const string Renamed = AssumptionIds.Pue; // here
                public decimal Direct() => Set.Of(AssumptionIds.HostPower); // here
                public decimal Literal() => Set.Of("average-load"); // here
                public decimal Whole() => Set.All[0].Likely; // here
                public decimal Copy() => Read(AssumptionIds.DiscountRate); // here
                public decimal Listed() => KnownAssumptions.All[0].Bounds.Low; // here
                public bool Pattern(string id) => id is AssumptionIds.VmsPerAdmin; // here
                /// <summary>Said only: <see cref="AssumptionIds.Pue"/>.</summary>
                public decimal Fine() => Set.Of(AssumptionIds.Growth) + Set.Of("cpu-overcommit") + KnownAssumptions.Of(AssumptionIds.VsanFill).Bounds.Low;
                private decimal Read(string id) => Set.Of(id);
            }
            """;
        var library = Library.With(
            ("src/CostPlanner/Demand/Planted.cs", $"namespace CostPlanner.Demand;\n{code}"),
            ("src/CostPlanner/Placement/Plans/Planted.cs", $"namespace CostPlanner.Placement.Plans;\n{code}"),
            ("src/CostPlanner/Cases/Trials/Planted.cs", $"namespace CostPlanner.Cases.Trials;\n{code}"),
            ("src/CostPlanner/Model/Estate/Planted.cs", $"namespace CostPlanner.Model;\n{code}"),
            ("src/CostPlanner/Pricing/Planted.cs", $"namespace CostPlanner.Pricing;\n{code.Replace(" // here", "", StringComparison.Ordinal)}"));
        Violation.AssertAt(library.Marked(), Shared(library));
    }

    [Fact]
    public void Every_assumption_is_read_first_by_the_stage_that_the_list_names()
    {
        var named = Library.Real.Files.SelectMany(file => Ids(file).Select(each => (file.Stage, each.Id))).ToLookup(each => each.Id, each => each.Stage);
        Assert.All(KnownAssumptions.All, key =>
        {
            var first = Way.Where(each => named[key.Id].Contains(each.Stage)).Select(each => (AssumptionReader?)each.Reader).FirstOrDefault();
            Assert.True(first == key.ReadBy, $"{key.Id}: the list says {key.ReadBy}, and {first?.ToString() ?? "no stage"} reads it first");
        });
    }

    /// <summary>Places where plans are reckoned: the two stages, the trials that share plans, and what of Model they may call.</summary>
    private static IEnumerable<Violation> Shared(Library library) =>
        from file in library.Files
        where file.Stage is "Demand" or "Placement" || file.Folder == "Cases/Trials" || (file.Stage == "Model" && file.Folder != OwnFolder)
        from violation in Ids(file).Where(each => KnownAssumptions.Find(each.Id) is not { MovesVms: true })
            .Select(each => Violation.At(each.Node, $"{each.Id} is read here, and its row of KnownAssumptions does not say that it moves VMs"))
            .Concat(Unnamed(file))
        select violation;

    /// <summary>Constants that are an id, however they are written, at the outermost expression of each.</summary>
    private static IEnumerable<(ExpressionSyntax Node, string Id)> Ids(LibraryFile file) =>
        from node in file.Root.DescendantNodes().OfType<ExpressionSyntax>()
        where node.Parent is not MemberAccessExpressionSyntax
        let id = file.Meaning.GetConstantValue(node).Value as string
        where id is not null && KnownAssumptions.Find(id) is not null
        select (node, id);

    private static IEnumerable<Violation> Unnamed(LibraryFile file) =>
        from name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
        let member = file.Meaning.GetSymbolInfo(name).Symbol
        where member is IPropertySymbol { Name: "All", ContainingType.Name: nameof(AssumptionSet) or nameof(KnownAssumptions) }
            or IMethodSymbol { Name: nameof(KnownAssumptions.IdsFor), ContainingType.Name: nameof(KnownAssumptions) }
        select Violation.At(name, "assumptions are read here without their names, so none can say which");
}
