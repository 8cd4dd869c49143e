using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>A symbol that a place in a file depends on, whether its name stands there or not.</summary>
internal sealed record Use(SyntaxNode Node, ISymbol Symbol)
{
    public static IEnumerable<Use> AllIn(SyntaxTree tree, SemanticModel meaning) =>
        from node in tree.GetRoot().DescendantNodes(descendIntoTrivia: true)
        from symbol in Symbols(node, meaning).OfType<ISymbol>().SelectMany(Parts).Distinct(SymbolEqualityComparer.Default)
        select new Use(node, symbol);

    private static IEnumerable<ISymbol?> Symbols(SyntaxNode node, SemanticModel meaning)
    {
        var name = meaning.GetSymbolInfo(node);
        var type = meaning.GetTypeInfo(node);
        return
        [
            name.Symbol, .. name.CandidateSymbols, // nameof of a method has candidates only
            type.Type, type.ConvertedType,
            TypeDeclaredBy(meaning.GetDeclaredSymbol(node)),
            .. Unwritten(node, meaning),
        ];
    }

    // What the compiler calls although no name stands there.
    private static IEnumerable<ISymbol?> Unwritten(SyntaxNode node, SemanticModel meaning) => node switch
    {
        CommonForEachStatementSyntax loop => Of(meaning.GetForEachStatementInfo(loop)),
        AssignmentExpressionSyntax assignment => Of(meaning.GetDeconstructionInfo(assignment)),
        ExpressionSyntax expression => [meaning.GetConversion(expression).MethodSymbol],
        _ => [],
    };

    private static IEnumerable<ISymbol?> Of(ForEachStatementInfo loop) =>
        [loop.GetEnumeratorMethod, loop.CurrentProperty, loop.ElementType, loop.ElementConversion.MethodSymbol];

    private static IEnumerable<ISymbol?> Of(DeconstructionInfo parts) =>
        [parts.Method, parts.Conversion?.MethodSymbol, .. parts.Nested.SelectMany(Of)];

    private static ITypeSymbol? TypeDeclaredBy(ISymbol? declared) => declared switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    // A type depends on its arguments and elements, too.
    private static IEnumerable<ISymbol> Parts(ISymbol symbol) => symbol switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol type => [type, .. type.TypeArguments.SelectMany(Parts)],
        IMethodSymbol method => [method, .. method.TypeArguments.SelectMany(Parts)],
        _ => [symbol],
    };
}
