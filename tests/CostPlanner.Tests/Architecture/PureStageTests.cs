using System.Collections.Immutable;
using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 3: pure stages touch no file, clock, process, environment, console or ambient randomness.</summary>
/// <remarks>
/// The build holds the rule. Here the same analyzer runs on planted violations, with the repository's own
/// .editorconfig and list of banned symbols, so that a wrong glob or a misspelt symbol is noticed.
/// </remarks>
[Slow]
public sealed class PureStageTests
{
    private const string BannedSymbols = "src/CostPlanner/BannedSymbols.txt";

    private const string Impure = """
        public static class Planted
        {
            private static void Use(object? thing) => _ = thing;

            public static void Files() => Use(System.IO.File.Exists("")); // here
            public static void Readers(System.IO.TextReader reader) => Use(reader.ReadLine()); // here
            public static void Xml() => Use(System.Xml.Linq.XDocument.Load("")); // here
            public static void Network() => Use(new System.Net.Http.HttpClient()); // here
            public static void Clock() => Use(System.DateTime.Now); // here
            public static void UtcClock() => Use(System.DateTime.UtcNow); // here
            public static void Today() => Use(System.DateOnly.FromDateTime(System.DateTime.Today)); // here
            public static void OffsetClock() => Use(System.DateTimeOffset.UtcNow); // here
            public static void TimeProvider() => Use(System.TimeProvider.System); // here
            public static void Stopwatch() => Use(System.Diagnostics.Stopwatch.GetTimestamp()); // here
            public static void Ticks() => Use(System.Environment.TickCount64); // here
            public static void Timeout() => Use(new System.Threading.CancellationTokenSource(1)); // here
            public static void Delay() => Use(System.Threading.Tasks.Task.Delay(1)); // here
            public static void Zone() => Use(System.TimeZoneInfo.Local); // here
            public static void Process() => Use(System.Diagnostics.Process.GetCurrentProcess()); // here
            public static void NewLine() => Use(System.Environment.NewLine); // here
            public static void Processors() => Use(System.Environment.ProcessorCount); // here
            public static void Machine() => Use(System.Runtime.InteropServices.RuntimeInformation.OSDescription); // here
            public static void Culture() => Use(System.Globalization.CultureInfo.CurrentCulture); // here
            public static void Console() => System.Console.WriteLine(); // here
            public static void Random() => Use(new System.Random()); // here
            public static void UnnamedRandom() { System.Random dice = new(); Use(dice); } // here
            public static void SharedRandom() => Use(System.Random.Shared); // here
            public static void Guid() => Use(System.Guid.NewGuid()); // here
            public static void Hash() => Use("".GetHashCode()); // here

            public static void Seeded() => Use(new System.Random(1).Next());
            public static void Dated() => Use(new System.DateOnly(1, 1, 1));
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. CompilerPlugins.In("analyzers").SelectMany(each => each.GetAnalyzers(LanguageNames.CSharp))];

    public static TheoryData<string> PureFolders => [.. Stages.Pure.Select(Stages.FolderOf), "src/CostPlanner/Pricing/Metrics"];

    public static TheoryData<string> OtherFolders => ["src/CostPlanner/Ingest", "src/CostPlanner/Benchmarking", "src/CostPlanner/Reporting"];

    [Fact]
    public async Task The_pure_stages_use_nothing_banned() => Violation.AssertNone(await Banned(Library.Real));

    [Theory]
    [MemberData(nameof(PureFolders))]
    public async Task An_impure_use_is_an_error_in_a_pure_stage_with_file_and_line(string folder)
    {
        var library = Planted(folder);

        Violation.AssertAt(library.Marked(), await Banned(library));
    }

    [Theory]
    [MemberData(nameof(OtherFolders))]
    public async Task The_stages_that_touch_the_world_may_do_so(string folder) =>
        Assert.Empty(await Banned(Planted(folder)));

    [Fact]
    public void Each_banned_symbol_exists() => Violation.AssertNone(Unknown(RepositoryFiles.Read(BannedSymbols)));

    [Fact]
    public void A_misspelt_banned_symbol_is_reported_with_its_line() =>
        Violation.AssertAt(
            [$"{BannedSymbols}:2", $"{BannedSymbols}:3"],
            Unknown("T:System.Console; fine\nT:System.Consol; misspelt\nM:System.Random.ctor; misspelt\nN:System.IO; fine\n"));

    private static Library Planted(string folder) => Library.With(
        ($"{folder}/Planted.cs", $"namespace {folder["src/".Length..].Replace('/', '.')};\n{Impure}"));

    private static async Task<IEnumerable<Violation>> Banned(Library library)
    {
        var severities = new EditorConfig(RepositoryFiles.Read(".editorconfig"));
        var options = new AnalyzerOptions([new Text(BannedSymbols, RepositoryFiles.Read(BannedSymbols))]);
        var analysis = library.Compilation
            .WithOptions(library.Compilation.Options.WithSyntaxTreeOptionsProvider(severities))
            .WithAnalyzers(Analyzers, options);

        var violations = new List<Violation>();
        foreach (var file in library.Files.Where(file => severities.Asks(file.Tree)))
        {
            var meaning = analysis.Compilation.GetSemanticModel(file.Tree);
            var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(meaning, null, TestContext.Current.CancellationToken);
            violations.AddRange(found.Select(each => new Violation(
                file.Path, each.Location.GetLineSpan().StartLinePosition.Line + 1, $"{each.Severity} {each.GetMessage(null)}")));
        }

        Assert.All(violations, each => Assert.StartsWith("Error The symbol", each.What, StringComparison.Ordinal));
        return violations;
    }

    private static IEnumerable<Violation> Unknown(string list) =>
        from line in list.Split('\n').Index()
        let id = line.Item.Split(';')[0]
        where id.Length > 0 && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Library.Real.Compilation) is null
        select new Violation(BannedSymbols, line.Index + 1, $"{id} is no symbol that the library can see");

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    /// <summary>The severities that .editorconfig gives each file, read as the compiler reads them.</summary>
    private sealed class EditorConfig(string text) : SyntaxTreeOptionsProvider
    {
        // The compiler matches globs against full paths; any root will do.
        private readonly AnalyzerConfigSet set = AnalyzerConfigSet.Create(
            ImmutableArray.Create(AnalyzerConfig.Parse(text, "/.editorconfig")));

        /// <summary>Whether the rule is on for a file; where it is off, the analyzer's work would be for nothing.</summary>
        public bool Asks(SyntaxTree tree) =>
            TryGetDiagnosticValue(tree, "RS0030", CancellationToken.None, out var severity) && severity != ReportDiagnostic.Suppress;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath($"/{tree.FilePath}").TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;
    }
}
