using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>The stages of the library, and what each may use beside itself.</summary>
internal static class Stages
{
    /// <summary>The files directly in the library's folder.</summary>
    public const string BusinessCase = "BusinessCase";

    /// <summary>The stage whose folders are shelves: they share its namespace.</summary>
    public const string Shelved = "Model";

    private const string RootNamespace = "CostPlanner";

    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Ingest"] = ["Model"],
        ["Demand"] = ["Model"],
        ["Placement"] = ["Model", "Demand"],
        ["Pricing"] = ["Model", "Demand", "Placement"],
        ["Simulation"] = ["Model", "Demand", "Placement", "Pricing"],
        ["Benchmarking"] = ["Model"],
        ["Cases"] = ["Model", "Demand", "Placement", "Pricing", "Simulation"],
        [BusinessCase] = ["Model", "Demand", "Placement", "Pricing", "Cases"],
        ["Studies"] = ["Model", "Demand", "Placement", "Pricing", "Simulation", "Cases", BusinessCase],
        ["Reporting"] = ["Model", "Demand", "Placement", "Pricing", "Simulation", "Cases", BusinessCase, "Studies", "Benchmarking"],
    };

    /// <summary>Stages whose results depend on their arguments and on nothing else.</summary>
    public static readonly string[] Pure = ["Model", "Demand", "Placement", "Pricing", "Simulation", "Cases", BusinessCase, "Studies"];

    /// <summary>Where a file of the stage lies.</summary>
    public static string FolderOf(string stage) => stage == BusinessCase ? Library.Folder : $"{Library.Folder}/{stage}";

    /// <summary>The namespace of the stage's files.</summary>
    public static string NamespaceOf(string stage) => stage == BusinessCase ? RootNamespace : $"{RootNamespace}.{stage}";

    /// <summary>The stage of a namespace; null outside the library.</summary>
    public static string? OfNamespace(string name) => name.Split('.') switch
    {
        [RootNamespace] => BusinessCase,
        [RootNamespace, var stage, ..] => stage,
        _ => null,
    };

    /// <summary>The stage that a symbol lives in; null for one of the framework, and for the namespace that all stages share.</summary>
    public static string? Of(ISymbol symbol) => symbol is INamespaceSymbol { IsGlobalNamespace: true } or INamespaceSymbol { Name: RootNamespace }
        ? null
        : OfNamespace(((symbol as INamespaceSymbol) ?? symbol.ContainingNamespace)?.ToDisplayString() ?? "");
}
