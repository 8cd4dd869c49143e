using System.Collections.Immutable;
using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>No two folders of one stage use each other both ways, so that each can be read without the other.</summary>
[Slow]
public sealed class ShelfTests
{
    [Fact]
    public void No_two_folders_of_a_stage_use_each_other() => Violation.AssertNone(BothWays(Library.Real));

    [Fact]
    public void Two_folders_that_use_each_other_are_reported_with_file_and_line()
    {
        var library = Library.With(
            ("src/CostPlanner/Pricing/One/Planted.cs", """
                namespace CostPlanner.Pricing.One;

                public sealed record Planted(int Value)
                {
                    public CostPlanner.Pricing.Two.PlantedUser? User => null; // here
                }
                """),
            ("src/CostPlanner/Pricing/Two/Planted.cs", """
                namespace CostPlanner.Pricing.Two;

                public sealed class PlantedUser
                {
                    public CostPlanner.Pricing.One.Planted? Used => null; // here
                }
                """),
            ("src/CostPlanner/Pricing/Three/Planted.cs", """
                namespace CostPlanner.Pricing.Three;

                public sealed class PlantedReader
                {
                    public CostPlanner.Pricing.One.Planted? Used => null;
                }
                """));

        Violation.AssertAt(library.Marked(), BothWays(library));
    }

    private static IEnumerable<Violation> BothWays(Library library)
    {
        var files = library.Files.ToDictionary(file => file.Path);
        var uses = library.Files.SelectMany(file => Others(file, files)).ToImmutableArray();
        var pairs = uses.Select(use => (use.From, use.To)).ToHashSet();
        return from use in uses
               where pairs.Contains((use.To, use.From))
               select Violation.At(use.Node, $"{use.From} uses {use.To} ({use.Symbol.ToDisplayString()}), which uses {use.From}");
    }

    /// <summary>What a file names of other folders of its stage.</summary>
    private static IEnumerable<(string From, string To, SyntaxNode Node, ISymbol Symbol)> Others(LibraryFile file, Dictionary<string, LibraryFile> files) =>
        from use in file.Uses
        where use.Node is SimpleNameSyntax
        let type = use.Symbol as INamedTypeSymbol ?? use.Symbol.ContainingType
        where type is not null
        from declared in type.OriginalDefinition.DeclaringSyntaxReferences.Take(1)
        let other = files.GetValueOrDefault(declared.SyntaxTree.FilePath)
        where other is not null && other.Stage == file.Stage && other.Folder != file.Folder
        select (file.Folder, other.Folder, use.Node, use.Symbol);
}
