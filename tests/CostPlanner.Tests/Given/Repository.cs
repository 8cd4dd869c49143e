namespace CostPlanner.Tests.Given;

/// <summary>Where things are in the checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds CostPlanner.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The committed data.</summary>
    public static string Data { get; } = Path.Combine(Root, "data");

    /// <summary>A sample beside the checkout; the test is skipped, visibly, where it is absent.</summary>
    public static string Shared(params string[] path)
    {
        var file = Path.Combine([Root, "..", "shared", .. path]);
        Assert.SkipUnless(File.Exists(file), $"{Path.Combine(path)} is not beside this checkout");
        return file;
    }

    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "CostPlanner.sln")))
        {
            here = here.Parent ?? throw new InvalidOperationException("no folder above the tests holds CostPlanner.sln");
        }

        return here.FullName;
    }
}
