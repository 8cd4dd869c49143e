using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Pure stages remember nothing of their own: what is worth keeping is in the cache that is handed in with a case's inputs.</summary>
[Slow]
public sealed class ExplicitStateTests
{
    private const string Cache = "CostPlanner.Model.CaseCache";

    private static readonly string[] Weak = ["System.Runtime.CompilerServices.ConditionalWeakTable", "System.WeakReference"];

    private static readonly string[] Changeable = ["System.Collections", "System.Collections.Generic", "System.Collections.Concurrent"];

    private static readonly string[] Kept = [.. Weak, "System.Text.StringBuilder", "System.Threading.ThreadLocal", "System.Threading.AsyncLocal"];

    [Fact]
    public void No_pure_stage_keeps_state_of_its_own() => Violation.AssertNone(Hidden(Library.Real));

    [Fact]
    public void Hidden_state_is_reported_with_file_and_line()
    {
        var library = Library.With(("src/CostPlanner/Pricing/Planted.cs", """
            using System.Collections.Concurrent;
            using System.Collections.Immutable;
            using System.Runtime.CompilerServices;
            using CostPlanner.Model;

            namespace CostPlanner.Pricing;

            public static class Planted
            {
                private static readonly ConditionalWeakTable<object, object> Table = []; // here
                private static readonly ConcurrentDictionary<string, int> Counts = new(); // here
                private static readonly Dictionary<string, int> Plain = []; // here
                private static readonly Dictionary<string, int>[] Several = []; // here
                private static readonly IDictionary<string, int> Seen = Plain; // here
                private static readonly Lazy<List<int>> Late = new(() => []); // here
                private static readonly Own Inherited = new(); // here
                private static readonly ThreadLocal<int> OfThread = new(); // here
                private static int asked; // here
                private static event Action? Changed; // here
                public static List<int> Listed { get; } = []; // here
                public static int Settable { get; set; } // here

                private const int Constant = 1;
                private static readonly ImmutableArray<int> Fixed = [1];
                private static readonly string[] Words = ["a"];
                private static readonly Lazy<ImmutableArray<int>> Reckoned = new(() => [1]);
                public static int Count => Plain.Count + Counts.Count + Several.Length + Fixed.Length + Words.Length + Constant;
                public static object All => (Seen, Late, Inherited, OfThread, asked++, Reckoned);
                public static void Tell() => Changed?.Invoke();
                public static object Weakly(CaseCache cache) => new WeakReference(cache); // here

                private sealed class Own : Dictionary<string, int>;

                public sealed class Instance
                {
                    private readonly Dictionary<string, int> own = [];
                    public int Of(string key) => own.TryGetValue(key, out var known) ? known : own[key] = key.Length;
                }
            }
            """));

        Violation.AssertAt(library.Marked(), Hidden(library));
    }

    private static IEnumerable<Violation> Hidden(Library library) => Statics(library).Concat(WeakTables(library));

    private static IEnumerable<Violation> Statics(Library library) =>
        from file in library.Files
        where Stages.Pure.Contains(file.Stage)
        from declaration in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        from member in ((INamedTypeSymbol)file.Meaning.GetDeclaredSymbol(declaration)!).GetMembers()
        where member is IEventSymbol { IsStatic: true } || (member is IFieldSymbol { IsStatic: true, IsConst: false } field && (!field.IsReadOnly || IsChangeable(field.Type)))
        let named = (member as IFieldSymbol)?.AssociatedSymbol ?? member // of a property the field has no name
        let place = named.DeclaringSyntaxReferences.FirstOrDefault()
        where place is not null && place.SyntaxTree == file.Tree && declaration.FullSpan.Contains(place.Span)
        select Violation.At(place.GetSyntax(), $"{named.ToDisplayString()} is state that nobody handed in: see {Cache}");

    private static IEnumerable<Violation> WeakTables(Library library) =>
        from file in library.Files
        where Stages.Pure.Contains(file.Stage)
        from use in file.Uses
        let type = use.Symbol as INamedTypeSymbol ?? use.Symbol.ContainingType
        where type is not null && Weak.Contains(NameOf(type)) && !IsIn(use.Node, file)
        select Violation.At(use.Node, $"{NameOf(type)} remembers behind the arguments: {Cache} is handed in for that");

    private static bool IsIn(SyntaxNode node, LibraryFile file) =>
        node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => file.Meaning.GetDeclaredSymbol(type)!.ToDisplayString() == Cache);

    private static bool IsChangeable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsChangeable(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsChangeable) || Family(named).Any(IsKept),
        _ => false,
    };

    // A comparer and a pair of the same namespace hold nothing.
    private static bool IsKept(INamedTypeSymbol type) =>
        Kept.Contains(NameOf(type))
        || (Changeable.Contains(NamespaceOf(type)) && !type.IsValueType && !type.Name.EndsWith("Comparer", StringComparison.Ordinal));

    // What a class inherits counts too; what it implements does not, since immutable collections implement what others do.
    private static IEnumerable<INamedTypeSymbol> Family(INamedTypeSymbol type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            yield return each;
        }
    }

    private static string NameOf(INamedTypeSymbol type) => $"{NamespaceOf(type)}.{type.Name}";

    private static string NamespaceOf(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";
}
