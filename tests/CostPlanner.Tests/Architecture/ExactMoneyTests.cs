using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 5: no binary floating point where money is counted.</summary>
[Slow]
public sealed class ExactMoneyTests
{
    private static readonly string[] MoneyInModel =
    [
        "src/CostPlanner/Model/Quantities/Money.cs",
        "src/CostPlanner/Model/Quantities/Currency.cs",
        "src/CostPlanner/Model/Catalogue/ExchangeRates.cs",
    ];

    [Fact]
    public void Money_is_counted_in_decimals_only() => Violation.AssertNone(Inexact(Library.Real));

    [Fact]
    public void The_files_of_money_are_where_the_rule_looks() =>
        Assert.Equal(MoneyInModel, MoneyInModel.Intersect(Library.Real.Files.Select(file => file.Path)));

    [Fact]
    public void A_double_or_float_is_reported_with_file_and_line()
    {
        var library = Library.With(
            ("src/CostPlanner/Pricing/Metrics/Planted.cs", """
                namespace CostPlanner.Pricing.Metrics;

                public static class Planted
                {
                    public static double Declared(decimal amount) => 0; // here
                    public static object Literal() => 1.5; // here
                    public static object FloatLiteral() => 2f; // here
                    public static decimal Power(int years) => (decimal)Math.Pow(2, years); // here
                    public static object Cast(int cores) => (float)cores; // here
                    public static object Half() => (Half)1; // here
                    public static object List() => new List<double>(); // here
                    public static object Array() => new double[1]; // here
                    public static int Hours(TimeSpan time) => (int)time.TotalHours; // here
                    public static bool Average(List<int> hosts) => hosts.Average() > 1; // here
                    public static object? Constant() => nameof(Double.Epsilon); // here
                    public static int Lambda() => Enumerable.Range(0, 2).Select(each => each / 2.0).Count(); // here
                    public static decimal Fine(decimal amount) => decimal.Round(amount * 1.5m, 2) + (decimal)1 / 2;
                }
                """),
            ("src/CostPlanner/Simulation/Planted.cs", """
                namespace CostPlanner.Simulation;

                public sealed record Planted(double Allowed);
                """));

        Violation.AssertAt(library.Marked(), Inexact(library));
    }

    private static IEnumerable<Violation> Inexact(Library library) =>
        from file in library.Files
        where file.Stage == "Pricing" || MoneyInModel.Contains(file.Path)
        from use in file.Uses
        where use.Symbol is ITypeSymbol type && IsFloat(type)
        select Violation.At(use.Node, $"{use.Symbol.ToDisplayString()} ({use.Node}) is not exact: money is decimal");

    private static bool IsFloat(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single || type.ToDisplayString() == "System.Half";
}
