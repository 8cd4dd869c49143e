using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 7, as far as code can be asked: no answer is absence, never a number, and no trouble is swallowed.</summary>
[Slow]
public sealed class NoAnswerTests
{
    private static readonly string[] NotAnswers = ["NaN", "PositiveInfinity", "NegativeInfinity", "Epsilon", "MinValue", "MaxValue"];

    [Fact]
    public void No_number_stands_for_no_answer_in_a_pure_stage() => Violation.AssertNone(Sentinels(Library.Real));

    [Fact]
    public void No_pure_stage_catches_whatever_comes() => Violation.AssertNone(CatchAlls(Library.Real));

    [Fact]
    public void A_number_that_stands_for_no_answer_is_reported_with_file_and_line()
    {
        var library = Library.With(("src/CostPlanner/Simulation/Planted.cs", """
            using static System.Decimal; // here

            namespace CostPlanner.Simulation;

            public static class Planted
            {
                public static double NotANumber() => double.NaN; // here
                public static double Endless() => double.PositiveInfinity; // here
                public static decimal Lowest() => decimal.MinValue; // here
                public static decimal Unnamed() => MaxValue; // here
                public static int Best() => int.MaxValue; // here
                public static DateOnly Never() => DateOnly.MaxValue; // here
                public static TimeSpan? Fine() => null;
                public static int OfOurOwn() => Range.MaxValue;
            }

            public static class Range
            {
                public const int MaxValue = 1;
            }
            """.Replace("Decimal; // here", "Decimal;", StringComparison.Ordinal)));

        Violation.AssertAt(library.Marked(), Sentinels(library));
    }

    [Fact]
    public void A_catch_of_everything_is_reported_with_file_and_line()
    {
        var library = Library.With(("src/CostPlanner/Pricing/Planted.cs", """
            namespace CostPlanner.Pricing;

            public static class Planted
            {
                public static void Run(Action work)
                {
                    try
                    {
                        work();
                    }
                    catch (FormatException)
                    {
                    }
                    catch (Exception) when (work is not null) // here
                    {
                    }

                    try
                    {
                        work();
                    }
                    catch (SystemException) // here
                    {
                    }
                    catch // here
                    {
                    }
                }
            }
            """));

        Violation.AssertAt(library.Marked(), CatchAlls(library));
    }

    private static IEnumerable<Violation> Sentinels(Library library) =>
        from file in library.Files
        where Stages.Pure.Contains(file.Stage)
        from use in file.Uses
        where use.Symbol is IFieldSymbol or IPropertySymbol
        where use.Symbol.ContainingNamespace?.ToDisplayString() == "System" && NotAnswers.Contains(use.Symbol.Name)
        select Violation.At(use.Node, $"{use.Symbol.ToDisplayString()} stands for no answer: absence does, with a reason");

    private static IEnumerable<Violation> CatchAlls(Library library) =>
        from file in library.Files
        where Stages.Pure.Contains(file.Stage)
        from clause in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        where clause.Declaration is null
            || file.Meaning.GetTypeInfo(clause.Declaration.Type).Type?.ToDisplayString() is "System.Exception" or "System.SystemException"
        select Violation.At(clause, "catches our own mistakes too: name the exception");
}
