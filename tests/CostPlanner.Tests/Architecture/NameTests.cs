using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>A name means one thing: no type that a whole assembly sees has the name of another.</summary>
[Slow]
public sealed class NameTests
{
    [Fact]
    public void No_name_of_a_type_stands_twice_in_the_library() => Violation.AssertNone(Repeated(Library.Real));

    [Fact]
    public void A_name_that_stands_twice_is_reported_with_file_and_line()
    {
        var library = Library.With(
            ("src/CostPlanner/Demand/Planted.cs", "namespace CostPlanner.Demand;\npublic sealed record Twice; // here"),
            ("src/CostPlanner/Pricing/Planted.cs", "namespace CostPlanner.Pricing;\ninternal static class Twice; // here"),
            ("src/CostPlanner/Pricing/Nested.cs", "namespace CostPlanner.Pricing;\npublic sealed record Outer\n{\n    private sealed record Twice;\n}"),
            ("src/CostPlanner/Pricing/Generic.cs", "namespace CostPlanner.Pricing;\npublic sealed record Once;\npublic sealed record Once<T>(T Value);"));

        Violation.AssertAt(library.Marked(), Repeated(library));
    }

    private static IEnumerable<Violation> Repeated(Library library) =>
        from named in library.Files
            .SelectMany(file => file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .Where(type => type.Parent is BaseNamespaceDeclarationSyntax && !type.Modifiers.Any(modifier => modifier.Text is "file" or "partial"))
            .GroupBy(type => (type.Identifier.Text, (type as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Count ?? 0))
        where named.Count() > 1
        from type in named
        select Violation.At(type, $"{named.Key.Text} is the name of {named.Count()} types");
}
