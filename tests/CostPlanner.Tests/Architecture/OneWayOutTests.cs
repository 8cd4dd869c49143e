using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>There is one way to the console, which makes text printable, and one way to a file, which writes it whole.</summary>
public sealed class OneWayOutTests
{
    // Two programs talk over these; a person does not see it.
    private const string Protocol = "src/CostPlanner.Cli/RemoteAgent.cs";
    private const string Terminal = "src/CostPlanner.Cli/Terminal.cs";

    private static readonly string[] Consoles = ["Console", "AnsiConsole"];
    private static readonly string[] Writers = ["FileStream", "StreamWriter", "BinaryWriter", "FileStreamOptions"];
    private static readonly string[] Writes =
    [
        "WriteAllText", "WriteAllTextAsync", "WriteAllBytes", "WriteAllLines", "AppendAllText", "AppendAllLines", "AppendText", "CreateText", "Create", "Open", "OpenWrite", "OpenHandle",
        "Copy", "CopyTo", "Move", "MoveTo", "Replace",
    ];

    [Fact]
    public void Only_the_terminal_writes_to_the_console() => Violation.AssertNone(
        In("src").Where(file => file.Path is not (Terminal or Protocol)).SelectMany(file => ToConsole(file.Path, file.Code)));

    [Fact]
    public void Only_AtomicFile_writes_what_commands_and_reports_write() => Violation.AssertNone(
        In("src/CostPlanner.Cli").Concat(In("src/CostPlanner/Reporting")).SelectMany(file => ToFiles(file.Path, file.Code)));

    [Fact]
    public void Another_way_to_the_console_is_reported_with_file_and_line() => Violation.AssertAt(
        ["Planted.cs:3", "Planted.cs:4", "Planted.cs:5"],
        ToConsole("Planted.cs", """
            class A
            {
                void B() => Console.WriteLine();
                void C() => System.Console.Error.WriteLine();
                void D() => Spectre.Console.AnsiConsole.Write("");
                void E() => terminal.Out.WriteLine(nameof(Spectre.Console));
            }
            """));

    [Fact]
    public void Another_way_to_a_file_is_reported_with_file_and_line() => Violation.AssertAt(
        ["Planted.cs:3", "Planted.cs:4", "Planted.cs:5", "Planted.cs:6"],
        ToFiles("Planted.cs", """
            class A
            {
                void B() => File.WriteAllText("", "");
                void C() => new StreamWriter("");
                void D() => System.IO.File.Copy("", "");
                void E() { using var stream = new FileStream("", FileMode.Open); }
                void F() => File.ReadAllText("");
                void G() => AtomicFile.Copy("", "");
            }
            """));

    private static IEnumerable<(string Path, string Code)> In(string folder) => RepositoryFiles.CodeBelow(folder).Select(path => (path, RepositoryFiles.Read(path)));

    // Spectre.Console is a namespace: it stands left of a point, or in a using.
    private static IEnumerable<Violation> ToConsole(string path, string code) =>
        from name in Library.Parse(path, code).GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
        where Consoles.Contains(name.Identifier.ValueText) && !name.Ancestors().OfType<UsingDirectiveSyntax>().Any()
        where name.Parent is MemberAccessExpressionSyntax access && (access.Expression == name || access.Expression.ToString() is not "Spectre" && access.Name == name)
        select Violation.At(name, $"{name.Parent}: write to the Terminal");

    private static IEnumerable<Violation> ToFiles(string path, string code) =>
        from node in Library.Parse(path, code).GetRoot().DescendantNodes()
        where node switch
        {
            ObjectCreationExpressionSyntax made => Writers.Contains(made.Type.ToString().Split('.')[^1]),
            MemberAccessExpressionSyntax access => access.IsKind(SyntaxKind.SimpleMemberAccessExpression)
                && access.Expression.ToString() is "File" or "System.IO.File" && Writes.Contains(access.Name.Identifier.ValueText),
            _ => false,
        }
        select Violation.At(node, $"{node}: write through AtomicFile");
}
