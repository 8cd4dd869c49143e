using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CostPlanner.Tests.Architecture;

/// <summary>The analyzers and generators that the build of the library runs, copied beside the tests.</summary>
internal static class CompilerPlugins
{
    public static IEnumerable<AnalyzerFileReference> In(string folder) => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.dll")
        .Order(StringComparer.Ordinal)
        .Select(file => new AnalyzerFileReference(file, new FromFile()));

    private sealed class FromFile : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // What a plugin needs lies beside it and is found there.
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
