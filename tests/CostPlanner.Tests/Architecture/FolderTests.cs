using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 2: folder = namespace, and every folder is a row of the table.</summary>
[Slow]
public sealed class FolderTests
{
    [Fact]
    public void Each_file_declares_the_namespace_of_its_folder() => Violation.AssertNone(WrongNamespaces(Library.Real));

    [Fact]
    public void Each_folder_of_the_library_is_a_row_of_the_table()
    {
        var unknown = UnknownFolders(RepositoryFiles.FoldersIn(Library.Folder)).ToList();

        Assert.True(unknown.Count == 0, $"not in the table of stages: {string.Join(", ", unknown)}");
    }

    [Fact]
    public void A_namespace_that_is_not_the_folders_is_reported_with_file_and_line()
    {
        var library = Library.With(
            ("src/CostPlanner/Pricing/Metrics/Nested.cs", "namespace CostPlanner.Pricing.Metrics;"),
            ("src/CostPlanner/Pricing/Metrics/Planted.cs", "\nnamespace CostPlanner.Pricing; // here"),
            ("src/CostPlanner/Planted.cs", "\nnamespace CostPlanner.Model; // here"),
            ("src/CostPlanner/Demand/Planted.cs", "public sealed record Planted; // here"),
            ("src/CostPlanner/Demand/Two.cs", "namespace CostPlanner.Demand { }\nnamespace CostPlanner.Pricing { } // here"));

        Violation.AssertAt(library.Marked(), WrongNamespaces(library));
    }

    [Fact]
    public void A_folder_that_is_no_row_of_the_table_is_reported() =>
        Assert.Equal(["src/CostPlanner/BusinessCase", "src/CostPlanner/Shared"], UnknownFolders(["BusinessCase", "Model", "Shared"]));

    private static IEnumerable<Violation> WrongNamespaces(Library library)
    {
        foreach (var file in library.Files)
        {
            var declared = file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().ToList();
            foreach (var wrong in declared.Where(each => each.Name.ToString() != file.Namespace))
            {
                yield return Violation.At(wrong.Name, $"{wrong.Name} is not the folder's namespace, {file.Namespace}");
            }

            if (declared.Count == 0)
            {
                yield return new Violation(file.Path, 1, $"does not declare the folder's namespace, {file.Namespace}");
            }
        }
    }

    private static IEnumerable<string> UnknownFolders(IEnumerable<string> folders) =>
        from folder in folders
        where folder == Stages.BusinessCase || !Stages.MayUse.ContainsKey(folder)
        select $"{Library.Folder}/{folder}";
}
