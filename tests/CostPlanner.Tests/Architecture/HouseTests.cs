using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Names that say something, files that can be read, and nothing hidden from the rules.</summary>
public sealed class HouseTests
{
    private const int MostLinesInSource = 300;
    private const int MostLinesInTests = 350;

    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service", "Services", "Processor", "Base", "Impl"];

    [Fact]
    public void No_type_is_named_with_an_empty_word() => Violation.AssertNone(Source().SelectMany(file => EmptyNames(file.Path, file.Code)));

    [Fact]
    public void No_file_is_longer_than_can_be_read() => Violation.AssertNone(
        Source().SelectMany(file => TooLong(file.Path, file.Code, MostLinesInSource))
            .Concat(Tests().SelectMany(file => TooLong(file.Path, file.Code, MostLinesInTests))));

    [Fact]
    public void No_file_hides_from_the_compiler_or_its_rules() => Violation.AssertNone(Source().SelectMany(file => Hiding(file.Path, file.Code)));

    [Fact]
    public void An_empty_name_is_reported_with_file_and_line() => Violation.AssertAt(
        ["Planted.cs:1", "Planted.cs:2", "Planted.cs:4", "Planted.cs:5"],
        EmptyNames("Planted.cs", """
            class PriceManager;
            record struct VmHelper(int BaseUtil);
            class Manages { int Service; }
            interface IPriceService;
            enum Impl { Base }
            """));

    [Fact]
    public void A_file_of_one_line_too_many_is_reported()
    {
        var lines = Enumerable.Repeat("//\n", MostLinesInSource).ToList();

        Assert.Empty(TooLong("Planted.cs", string.Concat(lines), MostLinesInSource));
        Violation.AssertAt(["Planted.cs:301"], TooLong("Planted.cs", string.Concat([.. lines, "//\n"]), MostLinesInSource));
    }

    [Fact]
    public void A_directive_that_hides_code_is_reported_with_file_and_line() => Violation.AssertAt(
        ["Planted.cs:2", "Planted.cs:4"],
        Hiding("Planted.cs", """
            #nullable enable
            #pragma warning disable RS0030
            class A;
            #if NEVER
            class B;
            #endif
            """));

    private static IEnumerable<(string Path, string Code)> Source() => Read("src");

    private static IEnumerable<(string Path, string Code)> Tests() => Read("tests");

    private static IEnumerable<(string Path, string Code)> Read(string folder) =>
        RepositoryFiles.CodeBelow(folder).Select(path => (path, RepositoryFiles.Read(path)));

    private static IEnumerable<Violation> EmptyNames(string path, string code) =>
        from node in Library.Parse(path, code).GetRoot().DescendantNodes()
        let name = node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier,
            DelegateDeclarationSyntax type => type.Identifier,
            _ => default,
        }
        where EmptyWords.Any(word => name.ValueText.EndsWith(word, StringComparison.Ordinal))
        select Violation.At(name, $"{name.ValueText} does not say what it is");

    private static IEnumerable<Violation> TooLong(string path, string code, int most)
    {
        var lines = code.Split('\n').Length - (code.EndsWith('\n') ? 1 : 0);
        return lines > most ? [new Violation(path, lines, $"has {lines} lines, {most} are enough")] : [];
    }

    private static IEnumerable<Violation> Hiding(string path, string code) =>
        from node in Library.Parse(path, code).GetRoot().DescendantNodes(descendIntoTrivia: true)
        where node.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia) || node.IsKind(SyntaxKind.IfDirectiveTrivia)
        select Violation.At(node, $"{node.ToString().Trim()}: exceptions stand in .editorconfig, with their reason");
}
