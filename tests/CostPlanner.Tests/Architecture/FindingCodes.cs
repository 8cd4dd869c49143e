using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CostPlanner.Tests.Architecture;

/// <summary>The codes of findings that a source can make, read from the source itself: every text that ends up in a parameter or property named "code".</summary>
/// <remarks>How a finding is made does not matter, as long as its code passes something of that name. What cannot be followed to a constant is told, so that no code is missed in silence.</remarks>
internal sealed class FindingCodes
{
    private const string Name = "code";

    /// <summary>Reasons why a run does not count are codes themselves; the type has the list.</summary>
    private const string Reason = "RejectReason";

    /// <summary>Codes of currencies, and what reads a finding that another run of the program wrote.</summary>
    private static readonly ImmutableArray<string> NotOurs = ["Currency", "RemoteMessage"];

    private readonly Dictionary<string, HashSet<string>> severities = new(StringComparer.Ordinal);
    private readonly List<(string Place, string What)> lost = [];
    private readonly ImmutableArray<SemanticModel> models;
    private readonly ImmutableDictionary<string, int> takers;
    private readonly ILookup<ISymbol, (IOperation Owner, IOperation? Severity)> passedOn;

    public FindingCodes(Compilation compilation, Func<string, bool> isAsked)
    {
        models = [.. compilation.SyntaxTrees.Where(tree => isAsked(tree.FilePath)).Select(tree => compilation.GetSemanticModel(tree))];
        takers = Takers(compilation);
        var sinks = models.SelectMany(Sinks).ToList();
        passedOn = sinks.Where(each => each.Code is IParameterReferenceOperation)
            .ToLookup(each => Owner(((IParameterReferenceOperation)each.Code).Parameter), each => (each.Owner, each.Severity), SymbolEqualityComparer.Default)!;
        foreach (var (code, owner, severity) in sinks)
        {
            var found = SeveritiesOf(owner, severity, []);
            foreach (var word in Constants(code, -1))
            {
                if (!severities.TryGetValue(word, out var known))
                {
                    severities.Add(word, known = new HashSet<string>(StringComparer.Ordinal));
                }

                known.UnionWith(found);
            }
        }
    }

    /// <summary>Every code, with the severities that the source gives it where they can be told from it.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Severities =>
        severities.ToImmutableSortedDictionary(each => each.Key, each => each.Value.ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Where a code is given by something that is no constant.</summary>
    public IReadOnlyList<(string Place, string What)> Lost => lost;

    /// <summary>The names of methods and types that take a code, with the fewest arguments that each takes: only calls of such a shape are looked at closely.</summary>
    private static ImmutableDictionary<string, int> Takers(Compilation compilation) => (
        from tree in compilation.SyntaxTrees
        from parameter in tree.GetRoot().DescendantNodes().OfType<ParameterSyntax>()
        where parameter.Identifier.ValueText.Equals(Name, StringComparison.OrdinalIgnoreCase)
        let all = (parameter.Parent as ParameterListSyntax)?.Parameters
        let fewest = all?.Count(each => each.Default is null && !each.Modifiers.Any(SyntaxKind.ThisKeyword) && !each.Modifiers.Any(SyntaxKind.ParamsKeyword)) ?? 0
        let name = parameter.Parent?.Parent switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            _ => "",
        }
        group fewest by name).ToImmutableDictionary(each => each.Key, each => each.Min(), StringComparer.Ordinal);

    private IEnumerable<(IOperation Code, IOperation Owner, IOperation? Severity)> Sinks(SemanticModel model)
    {
        // A new finding has a severity; other files are not looked at closely, which takes most of the time.
        var hasFindings = model.SyntaxTree.GetText().ToString().Contains("Severity", StringComparison.Ordinal);
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes().Where(node => MayTake(node) && (hasFindings || node is not ImplicitObjectCreationExpressionSyntax)))
        {
            switch (model.GetOperation(node))
            {
                case { } call when call is IInvocationOperation or IObjectCreationOperation:
                    foreach (var argument in call.ChildOperations.OfType<IArgumentOperation>().Where(each => each.Parameter is { } to && IsCode(to, to.Type, to.ContainingSymbol.ContainingType)))
                    {
                        yield return (argument.Value, call, SeverityOf(call));
                    }

                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } set when IsCode(property, property.Type, property.ContainingType):
                    yield return (set.Value, set, null);
                    break;
                case IPropertyInitializerOperation { InitializedProperties: [var property] } initial when IsCode(property, property.Type, property.ContainingType):
                    yield return (initial.Value, initial, null);
                    break;
            }
        }
    }

    private bool MayTake(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => takers.TryGetValue(LastName(call.Expression), out var fewest) && call.ArgumentList.Arguments.Count >= fewest,
        ObjectCreationExpressionSyntax creation => takers.ContainsKey(LastName(creation.Type)),
        ImplicitObjectCreationExpressionSyntax => true,
        AssignmentExpressionSyntax assignment => LastName(assignment.Left).Equals(Name, StringComparison.OrdinalIgnoreCase),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText.Equals(Name, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string LastName(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static bool IsCode(ISymbol symbol, ITypeSymbol type, INamedTypeSymbol owner) =>
        symbol.Name.Equals(Name, StringComparison.OrdinalIgnoreCase) && type.SpecialType == SpecialType.System_String && !NotOurs.Contains(owner.Name);

    private static ISymbol Owner(IParameterSymbol parameter) => parameter.ContainingSymbol.OriginalDefinition;

    private static IOperation? SeverityOf(IOperation call) => call.ChildOperations.OfType<IArgumentOperation>()
        .FirstOrDefault(argument => argument.Parameter?.Type.Name == "Severity")?.Value;

    /// <summary>The severities that a call gives: its own argument, or those with which the called method passes its code on.</summary>
    private IEnumerable<string> SeveritiesOf(IOperation call, IOperation? severity, ImmutableHashSet<ISymbol> seen)
    {
        if (severity is IFieldReferenceOperation { Field: { IsConst: true, Name: var name } })
        {
            return [name];
        }

        var called = call switch
        {
            IInvocationOperation { TargetMethod: var method } => method.OriginalDefinition,
            _ => (ISymbol?)null,
        };
        return severity is not null || called is null || seen.Contains(called, SymbolEqualityComparer.Default)
            ? []
            : passedOn[called].SelectMany(each => SeveritiesOf(each.Owner, each.Severity, seen.Add(called)));
    }

    /// <summary>The texts that a value can be; of a tuple the element of a number.</summary>
    private IEnumerable<string> Constants(IOperation value, int element)
    {
        if (value.ConstantValue is { HasValue: true, Value: string text })
        {
            return [text];
        }

        return value switch
        {
            IConversionOperation each => Constants(each.Operand, element),
            IParenthesizedOperation each => Constants(each.Operand, element),
            IConditionalOperation { WhenFalse: { } no } each => Constants(each.WhenTrue, element).Concat(Constants(no, element)),
            ISwitchExpressionOperation each => each.Arms.SelectMany(arm => Constants(arm.Value, element)),
            IThrowOperation => [],
            IInvocationOperation { TargetMethod.Parameters: [{ Type.Name: Reason }] } => [],
            ITupleOperation each when element >= 0 => Constants(each.Elements[element], -1),
            IParameterReferenceOperation => [],
            ILocalReferenceOperation each => OfLocal(each.Local),
            IPropertyReferenceOperation { Property: var property } => OfProperty(property, value),
            _ => Unknown(value),
        };
    }

    private IEnumerable<string> OfLocal(ILocalSymbol local)
    {
        var syntax = local.DeclaringSyntaxReferences.Single().GetSyntax();
        var model = models.Single(each => each.SyntaxTree == syntax.SyntaxTree);
        if (syntax is VariableDeclaratorSyntax { Initializer.Value: { } initial })
        {
            return Constants(model.GetOperation(initial)!, -1);
        }

        if (syntax is SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } } all } one)
        {
            return Constants(model.GetOperation(assignment.Right)!, all.Variables.IndexOf(one));
        }

        return Unknown(model.GetOperation(syntax), syntax);
    }

    private IEnumerable<string> OfProperty(IPropertySymbol property, IOperation value) =>
        property.DeclaringSyntaxReferences.Select(each => each.GetSyntax()).OfType<PropertyDeclarationSyntax>().SingleOrDefault() is { ExpressionBody.Expression: { } body }
            ? Constants(models.Single(each => each.SyntaxTree == body.SyntaxTree).GetOperation(body)!, -1)
            : IsCode(property, property.Type, property.ContainingType) ? [] : Unknown(value);

    private IEnumerable<string> Unknown(IOperation? value, SyntaxNode? at = null)
    {
        var syntax = at ?? value!.Syntax;
        var place = syntax.GetLocation().GetLineSpan();
        lost.Add(($"{place.Path}:{place.StartLinePosition.Line + 1}", syntax.ToString()));
        return [];
    }
}
