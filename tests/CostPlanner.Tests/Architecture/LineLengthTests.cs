using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Lines of the sources can be read without scrolling. A pattern, a script or a sheet of styles in one literal may be longer.</summary>
public sealed class LineLengthTests
{
    private const int Most = 160;

    [Fact]
    public void No_line_of_the_sources_is_longer_than_160_characters() =>
        Violation.AssertNone(RepositoryFiles.CodeBelow("src").SelectMany(path => TooLong(path, RepositoryFiles.Read(path))));

    [Fact]
    public void A_line_that_is_too_long_is_reported_with_file_and_line()
    {
        var words = new string('x', Most);
        Violation.AssertAt(
            ["Planted.cs:1", "Planted.cs:3"],
            TooLong("Planted.cs", $"// {words}\nconst string Short = \"x\";\nconst string Long = \"{words}\";\nconst string Pattern = @\"{words}\";\nvar script = \"\"\"{words}\"\"\";\n"));
    }

    private static IEnumerable<Violation> TooLong(string path, string code)
    {
        if (!code.Split('\n').Any(line => line.Length > Most))
        {
            return [];
        }

        var tree = Library.Parse(path, code);
        return from line in tree.GetText().Lines
               where line.End - line.Start > Most && !IsUnbroken(tree.GetRoot().FindToken(line.Start + Most))
               select new Violation(path, line.LineNumber + 1, $"has {line.End - line.Start} characters, {Most} are enough");
    }

    /// <summary>Whether it is a literal that is written as it stands, or a part of one.</summary>
    private static bool IsUnbroken(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => true,
        SyntaxKind.StringLiteralToken => token.Text.StartsWith('@'),
        _ => token.Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().Any(text => !text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken)) ?? false,
    };
}
