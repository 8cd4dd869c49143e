using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 4: the types of Model are immutable.</summary>
/// <remarks>Asked of the sources and not of the built types, so that file and line are known.</remarks>
[Slow]
public sealed class ImmutableModelTests
{
    /// <summary>What it holds follows from what does not change; to remember it is no change that anybody could see.</summary>
    private const string Remembers = "CostPlanner.Model.CaseCache";

    private static readonly string[] ImmutableCollections = ["System.Collections.Immutable", "System.Collections.Frozen"];

    [Fact]
    public void Nothing_in_the_model_can_be_changed() => Violation.AssertNone(Changeable(Library.Real));

    [Fact]
    public void A_member_that_can_be_changed_is_reported_with_file_and_line()
    {
        var library = Library.With(("src/CostPlanner/Model/Planted.cs", """
            using System.Collections.Frozen;
            using System.Collections.Immutable;
            using System.Text;

            namespace CostPlanner.Model;

            public record struct PlantedStruct(int Settable); // here

            public sealed record Planted(int Init, List<int> FromConstructor) // here
            {
                public int Field; // here
                private int hidden; // here
                private static int shared; // here
                private readonly int[] buffer = []; // here
                public int Settable { get; set; } // here
                public int PrivatelySettable { get; private set; } // here
                public List<int> List { get; init; } = []; // here
                public int[] Array { get; init; } = []; // here
                public IEnumerable<int> Lazy { get; init; } = []; // here
                public IReadOnlyList<int> View { get; init; } = []; // here
                public Dictionary<string, int>? Dictionary { get; init; } // here
                public ImmutableArray<int[]> Nested { get; init; } // here
                public ImmutableArray<int>.Builder? Builder { get; init; } // here
                public StringBuilder? Text { get; init; } // here
                public object? Anything { get; init; } // here
                public event Action? Changed; // here

                public const int Constant = 1;
                private readonly ImmutableArray<int> kept = [];
                public required string Name { get; init; }
                public decimal? Amount { get; init; }
                public DateOnly Day => default;
                public Money? Money { get; init; }
                public Grade Grade { get; init; }
                public ImmutableSortedDictionary<string, ImmutableArray<Money>>? Map { get; init; }
                public FrozenSet<string>? Set { get; init; }
                public (int Low, Money High) Pair { get; init; }
                public Func<ServerModel, Money>? Function { get; init; }
                public int Sum() => Field + hidden + shared + buffer[0] + kept[0] + (Changed is null ? 0 : 1);
            }

            public static class PlantedNest
            {
                internal sealed class Inner
                {
                    public int Settable { get; set; } // here
                }
            }
            """));

        Violation.AssertAt(library.Marked(), Changeable(library));
    }

    private static IEnumerable<Violation> Changeable(Library library) =>
        from file in library.Files
        where file.Stage == "Model"
        from declaration in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where file.Meaning.GetDeclaredSymbol(declaration)!.ToDisplayString() != Remembers
        from member in ((INamedTypeSymbol)file.Meaning.GetDeclaredSymbol(declaration)!).GetMembers()
        let why = WhyChangeable(member)
        where why is not null
        let place = member.DeclaringSyntaxReferences.First()
        where place.SyntaxTree == file.Tree && declaration.FullSpan.Contains(place.Span)
        select Violation.At(place.GetSyntax(), $"{member.ToDisplayString()} {why}");

    private static string? WhyChangeable(ISymbol member) => member switch
    {
        { IsImplicitlyDeclared: true } => null,
        IFieldSymbol { IsConst: false, IsReadOnly: false, ContainingType.TypeKind: not TypeKind.Enum } => "is a field that is not readonly",
        IFieldSymbol { IsConst: false } field => WhyChangeable(field.Type),
        IPropertySymbol { SetMethod: { IsInitOnly: false } } => "can be set",
        IPropertySymbol property => WhyChangeable(property.Type),
        IEventSymbol => "is an event, which holds who listens",
        _ => null,
    };

    private static string? WhyChangeable(ITypeSymbol type) =>
        IsImmutable(type) ? null : $"is a {type.ToDisplayString()}, which is not known to be immutable";

    private static bool IsImmutable(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum or TypeKind.TypeParameter } => true,
        INamedTypeSymbol named when !named.TypeArguments.All(IsImmutable) => false,
        { TypeKind: TypeKind.Delegate } => true,
        { ContainingType: not null } => Stages.Of(type) == "Model",
        _ when Stages.Of(type) == "Model" => true, // asked by itself
        _ when ImmutableCollections.Contains(type.ContainingNamespace?.ToDisplayString()) => true,
        { Name: "Regex" } => type.ContainingNamespace?.ToDisplayString() == "System.Text.RegularExpressions", // compiled once, never changed
        _ => type.IsValueType && type.ContainingNamespace?.Name == "System",
    };
}
