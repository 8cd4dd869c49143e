using System.Globalization;
using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 6: policy is data, so the stages that decide hold no figures of their own.</summary>
[Slow]
public sealed class PolicyIsDataTests
{
    private static readonly string[] Deciding = ["Demand", "Placement", "Pricing"];

    [Fact]
    public void No_figure_but_0_1_minus_1_and_2_stands_in_the_stages_that_decide() => Violation.AssertNone(Figures(Library.Real));

    [Fact]
    public void A_figure_is_reported_with_file_and_line()
    {
        const string code = """
            public enum Steps { First = 7 } // here

            public static class Planted
            {
                private const int Hours = 8760; // here
                private static readonly decimal Share = 0.5m; // here
                public static int Minus() => -2; // here
                public static int Hexadecimal() => 0x10; // here
                public static long Scientific() => 1_000L; // here
                public static int Default(int years = 5) => years; // here
                public static bool Pattern(int cores) => cores is > 16; // here
                public static int Fine(int n) => -1 * n + 0 + 1 - 2 * (n / 2);
                public static decimal FineToo() => 1m + 2.0m + 0.00m + 0x2;
                public static string Text() => $"{1m:0.00}" + "3";
            }
            """;
        const string tuning = """
            public static class Tuning
            {
                public const int Rounds = 50;{0}
            }
            """;
        var library = Library.With(
            ("src/CostPlanner/Demand/Planted.cs", $"namespace CostPlanner.Demand;\n{code}"),
            ("src/CostPlanner/Placement/Planted.cs", $"namespace CostPlanner.Placement;\n{code}"),
            ("src/CostPlanner/Pricing/Metrics/Planted.cs", $"namespace CostPlanner.Pricing.Metrics;\n{code}"),
            ("src/CostPlanner/Placement/Search/Tuning.cs", $"namespace CostPlanner.Placement.Search;\n{tuning.Replace("{0}", "", StringComparison.Ordinal)}"),
            ("src/CostPlanner/Demand/Tuning.cs", $"namespace CostPlanner.Demand;\n{tuning.Replace("{0}", " // here", StringComparison.Ordinal)}"),
            ("src/CostPlanner/Simulation/Planted.cs", $"namespace CostPlanner.Simulation;\n{code.Replace(" // here", "", StringComparison.Ordinal)}"));

        Violation.AssertAt(library.Marked(), Figures(library));
    }

    private static IEnumerable<Violation> Figures(Library library) =>
        from file in library.Files
        where Deciding.Contains(file.Stage)
        from literal in file.Root.DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.NumericLiteralExpression)
        where !IsHarmless(literal) && !(file.Stage == "Placement" && IsTuning(literal))
        select Violation.At(literal, $"{literal} is policy: it belongs in data/ or, named, in Model");

    private static bool IsHarmless(LiteralExpressionSyntax literal)
    {
        var value = Convert.ToDecimal(literal.Token.Value, CultureInfo.InvariantCulture);
        return literal.Parent.IsKind(SyntaxKind.UnaryMinusExpression) ? value is 0 or 1 : value is 0 or 1 or 2;
    }

    private static bool IsTuning(LiteralExpressionSyntax literal) =>
        literal.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Identifier.Text is "Tuning" or "PlacementTuning");
}
