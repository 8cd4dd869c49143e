using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>One source file of the library, with the meaning of every name in it.</summary>
internal sealed record LibraryFile(string Path, SyntaxTree Tree, SemanticModel Meaning)
{
    private readonly Lazy<ImmutableArray<Use>> uses = new(() => [.. Use.AllIn(Tree, Meaning)]);

    public SyntaxNode Root => Tree.GetRoot();

    /// <summary>The namespace that the file's folder asks for.</summary>
    public string Namespace { get; } =
        System.IO.Path.GetDirectoryName(Path)!.Replace("src/", "", StringComparison.Ordinal).Replace('/', '.');

    /// <summary>The stage that the file's folder makes it part of.</summary>
    public string Stage => Stages.OfNamespace(Namespace)!;

    /// <summary>Whatever the file names, calls or converts to, and where.</summary>
    public ImmutableArray<Use> Uses => uses.Value;
}
