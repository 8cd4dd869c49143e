using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 1, the second column: which of the stages that touch the world may touch what.</summary>
[Slow]
public sealed class WorldTests
{
    private static readonly (string What, string[] Symbols, string[] Stages)[] World =
    [
        ("the console", ["System.Console"], []),
        ("processes", ["System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo"], ["Benchmarking", "Reporting"]),
        ("the clock",
            [
                "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today",
                "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
                "System.TimeProvider", "System.Diagnostics.Stopwatch",
                "System.Environment.TickCount", "System.Environment.TickCount64",
            ],
            ["Benchmarking"]),
        ("CSV files' package", ["CsvHelper"], ["Ingest"]),
        ("workbooks' reader", ["ExcelDataReader"], ["Ingest"]),
        ("scenario files' package", ["YamlDotNet"], ["Ingest"]),
        ("workbooks' writer", ["DocumentFormat.OpenXml"], ["Reporting"]),
    ];

    [Fact]
    public void A_stage_touches_of_the_world_only_what_its_row_lists() => Violation.AssertNone(Broken(Library.Real));

    [Fact]
    public void A_touch_that_the_row_does_not_list_is_reported_with_file_and_line()
    {
        const string code = """
            public static class Planted
            {
                public static void Console() => System.Console.WriteLine(); // nobody
                public static object Process() => new System.Diagnostics.ProcessStartInfo(); // process
                public static object Clock() => System.DateTime.UtcNow; // clock
                public static object Watch() => new System.Diagnostics.Stopwatch(); // clock
                public static object Csv() => typeof(CsvHelper.CsvReader); // package
                public static object Excel() => ExcelDataReader.ExcelReaderFactory.CreateReader(System.IO.Stream.Null); // package
                public static object Yaml() => new YamlDotNet.Core.Mark(); // package
                public static object Workbook() => typeof(DocumentFormat.OpenXml.OpenXmlElement); // writer
                public static object Fine() => System.DateTime.UnixEpoch;
            }
            """;
        var library = Library.With(
            PlantedIn("Ingest", code, "nobody", "process", "clock", "writer"),
            PlantedIn("Reporting", code, "nobody", "clock", "package"),
            PlantedIn("Benchmarking", code, "nobody", "package", "writer"));

        Violation.AssertAt(library.Marked(), Broken(library));
    }

    private static (string Path, string Code) PlantedIn(string stage, string code, params string[] forbidden) =>
        ($"{Stages.FolderOf(stage)}/Planted.cs", forbidden.Aggregate(
            $"namespace {Stages.NamespaceOf(stage)};\n{code}",
            (text, each) => text.Replace($"// {each}", "// here", StringComparison.Ordinal)));

    private static IEnumerable<Violation> Broken(Library library) =>
        from file in library.Files
        from use in file.Uses
        where Stages.Of(use.Symbol) is null
        let symbol = use.Symbol.ToDisplayString()
        from part in World
        where !part.Stages.Contains(file.Stage) && part.Symbols.Any(each => IsIn(each, symbol))
        select Violation.At(use.Node, $"{file.Stage} may not touch {part.What} ({symbol})");

    // The symbol itself, or something in that type or namespace.
    private static bool IsIn(string name, string symbol) =>
        symbol == name || symbol.StartsWith($"{name}.", StringComparison.Ordinal);
}
