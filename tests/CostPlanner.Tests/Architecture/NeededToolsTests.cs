using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>A test that starts a tool of the machine says so, so that it can be left out or asked for by a filter.</summary>
public sealed class NeededToolsTests
{
    /// <summary>What leads to each tool, and the name of its constant in <see cref="Tool"/>.</summary>
    private static readonly Dictionary<string, string> Ways = new()
    {
        [nameof(BuiltGuest)] = nameof(Tool.Qemu),
        [nameof(RealQemu)] = nameof(Tool.Qemu),
        [nameof(LoopbackSsh)] = nameof(Tool.Ssh),
        [nameof(OneNodeSlurm)] = nameof(Tool.Slurm),
        [nameof(RealBrowser)] = nameof(Tool.Chromium),
    };

    [Fact]
    public void A_test_that_starts_a_tool_says_which() => Violation.AssertNone(
        from path in RepositoryFiles.CodeBelow("tests/CostPlanner.Tests")
        let code = RepositoryFiles.Read(path)
        where Ways.Keys.Any(code.Contains)
        from silent in Silent(path, code)
        select silent);

    [Fact]
    public void A_test_that_starts_a_tool_in_silence_is_reported_with_file_and_line() => Violation.AssertAt(
        ["Planted.cs:3", "Planted.cs:6", "Planted.cs:21"],
        Silent("Planted.cs", """
            class Some
            {
                [Fact] void Direct() => BuiltGuest.OrSkip();
                [Fact, Needs(Tool.Qemu)] void Said() => BuiltGuest.OrSkip();
                [Fact, Slow] void Other() { }
                [Theory, Needs(Tool.Ssh)] void ThroughAnother() => First();
                [Fact] [Needs(Tool.Ssh)] [Needs(Tool.Qemu)] void Both() => First();
                void First() => Second();
                void Second() { First(); RealQemu.OrSkip(); using var ssh = new LoopbackSsh(); }
                void NoTest() => BuiltGuest.OrSkip();
            }
            [Needs(Tool.Chromium)]
            class All
            {
                [Fact] void Prints() => RealBrowser.OrSkip();
                [Fact] void PrintsToo() => RealBrowser.OrSkip();
            }
            class Held
            {
                private readonly OneNodeSlurm slurm = new();
                [Fact] void Uses() => slurm.Run();
                [Fact, Needs(Tool.Slurm)] void UsesToo() => slurm.Run();
                [Fact] void DoesNot() { }
            }
            """));

    /// <summary>The tests of a file that lead to a tool, through members of their class, and do not name it.</summary>
    private static IEnumerable<Violation> Silent(string path, string code) =>
        from type in Library.Parse(path, code).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        let members = type.Members.SelectMany(member => Names(member).Select(name => (name, member))).ToLookup(each => each.name, each => each.member)
        from test in type.Members.OfType<MethodDeclarationSyntax>().Where(IsTest)
        let missing = Reached(test, members).SelectMany(Mentioned).Distinct().Except(Told(test).Concat(Told(type))).ToList()
        where missing.Count > 0
        select Violation.At(test, $"{test.Identifier.ValueText} needs [Needs(Tool.{string.Join(")], [Needs(Tool.", missing)})]");

    private static bool IsTest(MethodDeclarationSyntax method) => Attributes(method).Any(each => each.Name.ToString() is "Fact" or "Theory");

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };

    /// <summary>A member and the members of its class that it leads to.</summary>
    private static HashSet<MemberDeclarationSyntax> Reached(MemberDeclarationSyntax from, ILookup<string, MemberDeclarationSyntax> members)
    {
        HashSet<MemberDeclarationSyntax> reached = [];
        Stack<MemberDeclarationSyntax> open = new([from]);
        while (open.TryPop(out var member))
        {
            if (reached.Add(member))
            {
                Identifiers(member).SelectMany(name => members[name]).ToList().ForEach(open.Push);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Mentioned(MemberDeclarationSyntax member) => Identifiers(member).Where(Ways.ContainsKey).Select(name => Ways[name]);

    /// <summary>The names that a member uses; one that is only spelt out, as here, is not.</summary>
    private static IEnumerable<string> Identifiers(MemberDeclarationSyntax member) => member
        .DescendantNodes(node => node is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
        .OfType<IdentifierNameSyntax>()
        .Select(name => name.Identifier.ValueText);

    private static IEnumerable<string> Told(MemberDeclarationSyntax member) =>
        Attributes(member).Where(each => each.Name.ToString() == "Needs").Select(each => each.ArgumentList!.Arguments[0].ToString().Split('.')[^1]);

    private static IEnumerable<AttributeSyntax> Attributes(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(list => list.Attributes);
}
