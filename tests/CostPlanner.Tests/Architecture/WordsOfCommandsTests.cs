using CostPlanner.Reporting.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>What commands say stands in Reporting/Text like all else; only their help is written where they are declared.</summary>
public sealed class WordsOfCommandsTests
{
    private const string Folder = "src/CostPlanner.Cli";

    /// <summary>A message of System.CommandLine that is looked for, and the names of two runs.</summary>
    private static readonly string[] Names = [" as expected type '", "A  ", "B  "];

    [Fact]
    public void Every_id_has_words_for_its_values_and_no_others() => Violation.AssertNone(Said().SelectMany(each => Wrong(each.Path, each.Call)));

    [Fact]
    public void All_words_of_commands_are_said()
    {
        var said = Said().SelectMany(each => Ids(each.Call)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Language.English.Words.Keys, id => IsOfCommands(id) && !said.Contains(id));
    }

    [Fact]
    public void No_sentence_stands_beside_the_help() => Violation.AssertNone(
        RepositoryFiles.CodeBelow(Folder).SelectMany(path => Sentences(path, RepositoryFiles.Read(path))));

    [Fact]
    public void A_sentence_is_reported_with_file_and_line_and_help_is_not() => Violation.AssertAt(
        ["Planted.cs:3"],
        Sentences("Planted.cs", "var option = new Option<string>(\"--out\") { Description = \"The folder.\" };\nvar command = new Command(\"case\", \"Work out a case.\");\nvar said = $\"{count} files written\";\n"));

    /// <summary>Whether words are those of a command.</summary>
    internal static bool IsOfCommands(string id) => id.StartsWith("commands.", StringComparison.Ordinal);

    private static IEnumerable<(string Path, InvocationExpressionSyntax Call)> Said() =>
        from path in RepositoryFiles.CodeBelow(Folder)
        from call in Library.Parse(path, RepositoryFiles.Read(path)).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression.ToString() is "Words.Of" or "Message.Of"
        select (path, call);

    private static IEnumerable<string> Ids(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments[0].DescendantNodes().OfType<LiteralExpressionSyntax>().Select(each => each.Token.ValueText);

    private static IEnumerable<Violation> Wrong(string path, InvocationExpressionSyntax call)
    {
        var names = call.ArgumentList.Arguments.Skip(1).Select(each => each.Expression).OfType<TupleExpressionSyntax>()
            .Select(each => ((LiteralExpressionSyntax)each.Arguments[0].Expression).Token.ValueText).ToHashSet(StringComparer.Ordinal);
        return from id in Ids(call)
               where !Language.English.Words.TryGetValue(id, out var words) || !names.SetEquals(words.Names)
               select new Violation(path, call.GetLocation().GetLineSpan().StartLinePosition.Line + 1, $"\"{id}\" has no words for these values");
    }

    private static IEnumerable<Violation> Sentences(string path, string code) =>
        from node in Library.Parse(path, code).GetRoot().DescendantNodes()
        let text = node switch
        {
            LiteralExpressionSyntax { Token.Value: string value } => value,
            InterpolatedStringTextSyntax part => part.TextToken.ValueText,
            _ => "",
        }
        where HasWords(text) && !Names.Contains(text) && !node.Ancestors().Any(IsHelp)
        select new Violation(path, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, $"\"{text}\" is a sentence: its words stand in Reporting/Text");

    private static bool IsHelp(SyntaxNode node) => node switch
    {
        ThrowExpressionSyntax or ThrowStatementSyntax or AttributeSyntax => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "Description" or "HelpName" } } => true,
        ObjectCreationExpressionSyntax made => made.Type.ToString() is "Command" or "RootCommand",
        ImplicitObjectCreationExpressionSyntax made => made.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault()?.ReturnType.ToString() is "Command" or "RootCommand",
        ArgumentListSyntax { Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var first } }, ..] } => first.StartsWith("--", StringComparison.Ordinal),
        _ => false,
    };

    private static bool HasWords(string text) => Enumerable.Range(0, text.Length).Any(at =>
        text[at] == ' ' && ((at > 0 && char.IsLetter(text[at - 1])) || (at + 1 < text.Length && char.IsLetter(text[at + 1]))));
}
