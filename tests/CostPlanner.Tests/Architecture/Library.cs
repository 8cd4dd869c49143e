using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CostPlanner.Tests.Architecture;

/// <summary>The library's sources, compiled in memory, with what the architecture rules are asked of.</summary>
/// <remarks>Only a compilation without errors says in which stage each name lives, so one with errors is refused.</remarks>
internal sealed class Library
{
    public const string Folder = "src/CostPlanner";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<Library> OfTheRepository = new(() =>
    {
        var trees = RepositoryFiles.CodeBelow(Folder).Select(path => Parse(path, RepositoryFiles.Read(path))).ToImmutableArray();
        return new Library(Generated(Empty().AddSyntaxTrees(trees)), trees);
    });

    private Library(CSharpCompilation compilation, ImmutableArray<SyntaxTree> asked)
    {
        Compilation = compilation;
        Files = [.. asked.Select(tree => new LibraryFile(tree.FilePath, tree, compilation.GetSemanticModel(tree)))];
        Errors = [.. Files.SelectMany(file => file.Meaning.GetDiagnostics()).Where(each => each.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>The library as it stands in the repository.</summary>
    public static Library Real => OfTheRepository.Value.Refused();

    public CSharpCompilation Compilation { get; }

    /// <summary>The files that rules are asked of: all, or only the planted ones.</summary>
    public ImmutableArray<LibraryFile> Files { get; }

    public ImmutableArray<Diagnostic> Errors { get; }

    /// <summary>The library with more files, which alone are then asked; a line marked "// here" is one that breaks a rule.</summary>
    public static Library With(params (string Path, string Code)[] planted)
    {
        var trees = planted.Select(file => Parse(file.Path, file.Code)).ToImmutableArray();
        return new Library(Real.Compilation.AddSyntaxTrees(trees), trees).Refused();
    }

    public static SyntaxTree Parse(string path, string code) =>
        CSharpSyntaxTree.ParseText(code, CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Parse), path);

    /// <summary>The places of the lines marked "// here".</summary>
    public IEnumerable<string> Marked() =>
        from file in Files
        from line in file.Tree.GetText().Lines
        where line.ToString().EndsWith("// here", StringComparison.Ordinal)
        select $"{file.Path}:{line.LineNumber + 1}";

    private Library Refused() => Errors.IsEmpty
        ? this
        : throw new InvalidOperationException($"does not compile, so the rules would be blind:\n{string.Join('\n', Errors)}");

    private static CSharpCompilation Empty() => CSharpCompilation.Create(
        "CostPlanner.Core",
        [Parse("ImplicitUsings.cs", ImplicitUsings)],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static CSharpCompilation Generated(CSharpCompilation written)
    {
        var generators = CompilerPlugins.In("generators").SelectMany(each => each.GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators).RunGeneratorsAndUpdateCompilation(written, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    // The framework and the packages beside the tests; not what is being compiled, or every type would be there twice.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !IsOurs(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsOurs(string assembly) => assembly.StartsWith("costplanner", StringComparison.OrdinalIgnoreCase);
}
