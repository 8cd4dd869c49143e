using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>Reporting and the command line read the results of Placement and Pricing, and reckon nothing there: what they print was worked out before them.</summary>
[Slow]
public sealed class ResultReaderTests
{
    private const string Cli = "src/CostPlanner.Cli";

    private static readonly string[] Reckoning = ["Placement", "Pricing"];

    /// <summary>Questions that are put to no case and have no study: a list price, the price files themselves, a packing instance.</summary>
    private static readonly Dictionary<string, string[]> Entries = new(StringComparer.Ordinal)
    {
        [$"{Cli}/QuoteCommand.cs"] = ["LicenceQuote.Of", "QuoteQuestion"],
        [$"{Cli}/PricesCommand.cs"] = ["PriceCheck.Of", "AgeCheck.Of"],
        [$"{Cli}/PriceBookGate.cs"] = ["PriceCheck.Of"],
        [$"{Cli}/PackCommand.cs"] = ["PackingSearch.Pack", "SearchLimits"],
    };

    [Fact]
    public void Reporting_calls_nothing_of_Placement_and_Pricing() => Violation.AssertNone(Calls(Library.Real));

    [Fact]
    public void The_command_line_calls_only_the_entries_of_questions_without_a_case()
    {
        var library = Library.With([.. RepositoryFiles.CodeBelow(Cli).Where(path => Path.GetFileName(path) != "Program.cs").Select(path => (path, RepositoryFiles.Read(path)))]);
        var calls = Calls(library).ToList();

        Violation.AssertNone(calls.Where(call => !IsEntry(call)));
        Assert.Equal(
            Entries.SelectMany(file => file.Value.Select(entry => $"{file.Key} {entry}")).Order(StringComparer.Ordinal),
            calls.Where(IsEntry).Select(call => $"{call.File} {EntryOf(call)}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_call_is_reported_with_file_and_line()
    {
        var library = Library.With(
            ("src/CostPlanner/Pricing/Planted.cs", """
                namespace CostPlanner.Pricing;

                public sealed record Planted(int Value)
                {
                    public static Planted None { get; } = new(0);
                    public static Planted Of(int value) => new(value);
                    public int Times(int factor) => Value * factor;
                }

                public sealed class Engine
                {
                    public int Run() => 1;
                }

                public static class PlantedWords
                {
                    public static int Counted(this string text) => text.Length;
                }
                """),
            ("src/CostPlanner/Reporting/Planted.cs", """
                using CostPlanner.Pricing;

                namespace CostPlanner.Reporting;

                public static class PlantedReader
                {
                    public static object Made() => new Planted(1); // here
                    public static object Factory() => Planted.Of(1); // here
                    public static Func<int, Planted> Group() => Planted.Of; // here
                    public static int Ran(Engine engine) => engine.Run(); // here
                    public static int Extended() => "".Counted(); // here
                    public static object Changed(Planted planted) => planted with { Value = 2 };
                    public static int Read(Planted planted) => planted.Value + planted.Times(2) + Planted.None.Value;
                    public static string Named(Planted planted) => planted.ToString() + nameof(Planted.Of);
                }
                """));

        Violation.AssertAt(library.Marked(), Calls(library));
    }

    /// <summary>Calls that reckon; to ask a result record something with an argument, as the total of a category, is to read it.</summary>
    private static IEnumerable<Violation> Calls(Library library) =>
        from file in library.Files
        where file.Stage is "Reporting" or "Cli" || file.Path.StartsWith(Cli, StringComparison.Ordinal)
        from use in file.Uses
        where use.Symbol is IMethodSymbol { IsImplicitlyDeclared: false } && !IsNamedOnly(use.Node)
        let method = (IMethodSymbol)use.Symbol
        where method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.ReducedExtension or MethodKind.DelegateInvoke
        let owner = method.ContainingType
        where Reckoning.Contains(Stages.Of(owner)) && !IsQuestion(method)
        select Violation.At(use.Node, $"{owner.Name}{(method.MethodKind == MethodKind.Constructor ? "" : "." + method.Name)} reckons: read a property of a result instead");

    private static bool IsQuestion(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, IsStatic: false } && method.ContainingType.IsRecord;

    private static bool IsNamedOnly(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>().Any(call => call.Expression.ToString() == "nameof");

    private static bool IsEntry(Violation call) => Entries.GetValueOrDefault(call.File, []).Contains(EntryOf(call));

    private static string EntryOf(Violation call) => call.What.Split(' ')[0];
}
