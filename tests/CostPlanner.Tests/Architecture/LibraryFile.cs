using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>One source file of the library, with the meaning of every name in it.</summary>
internal sealed record LibraryFile(string Path, SyntaxTree Tree, SemanticModel Meaning)
{
    private readonly Lazy<ImmutableArray<Use>> uses = new(() => [.. Use.AllIn(Tree, Meaning)]);

    public SyntaxNode Root => Tree.GetRoot();

    private static readonly string SharedNamespace = Stages.NamespaceOf(Stages.Shelved);

    /// <summary>The file's folder below the library: "Pricing/Metrics".</summary>
    public string Folder { get; } = System.IO.Path.GetRelativePath(Library.Folder, System.IO.Path.GetDirectoryName(Path)!).Replace('\\', '/');

    /// <summary>The namespace that the file's folder asks for.</summary>
    public string Namespace { get; } =
        System.IO.Path.GetDirectoryName(Path)!.Replace("src/", "", StringComparison.Ordinal).Replace('/', '.') is var own
        && own.StartsWith(SharedNamespace + ".", StringComparison.Ordinal) ? SharedNamespace : own;

    /// <summary>The stage that the file's folder makes it part of.</summary>
    public string Stage => Stages.OfNamespace(Namespace)!;

    /// <summary>Whatever the file names, calls or converts to, and where.</summary>
    public ImmutableArray<Use> Uses => uses.Value;
}
