using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Golden;

/// <summary>
/// The committed figures of a result without its words (<see cref="ReducedJson"/>), in the folder Reduced. A change of words, names, folders or layout leaves them
/// byte for byte the same. COSTPLANNER_WRITE_REDUCED=1 writes them anew: only a commit whose subject is another result does that, and it says why each figure
/// moved.
/// </summary>
internal static class ReducedFile
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Golden", "Reduced");

    /// <summary>Fails where the JSON has other figures than the committed file of a name.</summary>
    public static void Holds(string name, string json)
    {
        Assert.Empty(ReducedJson.Unsorted(json));
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("COSTPLANNER_WRITE_REDUCED") == "1")
        {
            File.WriteAllText(file, ReducedJson.Of(json));
        }

        var reference = File.ReadAllText(file);
        Assert.Equal(reference, ReducedJson.Of(json, reference));
    }
}
