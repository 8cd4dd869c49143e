namespace CostPlanner.Performance;

/// <summary>Where the checkout is that this program was built from.</summary>
internal static class Repository
{
    public static string Root()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "CostPlanner.sln")))
        {
            here = here.Parent ?? throw new InvalidOperationException("no folder above the program holds CostPlanner.sln");
        }

        return here.FullName;
    }
}
