using System.Collections.Immutable;
using CostPlanner.Cases.Requirements;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Templates;

/// <summary>What is required of options in a scenario that is written for an inventory, and what must be asked about it.</summary>
/// <param name="Inventory">The estate.</param>
internal sealed record RequirementTemplate(Inventory Inventory)
{
    private ImmutableArray<Requirement> Required => RequiredFeatures.OfEstate(Inventory);

    /// <summary>What the inventory does not say: the key, and what is asked.</summary>
    public ImmutableArray<(string Key, string Question)> Questions
    {
        get
        {
            ImmutableArray<string> open = [.. Required.Where(requirement => !requirement.IsKnown).Select(requirement => requirement.Feature)];
            return open.IsEmpty
                ? []
                :
                [
                    (
                        "requires",
                        $"Do your VMs need {string.Join(" or ", open.Select(Named))} today? The inventory does not say, so it counts as required of every "
                            + $"option. Write requires: [{string.Join(", ", Required.Select(requirement => requirement.Feature))}] with what they need, or "
                            + "requires: [] for nothing."),
                ];
        }
    }

    /// <summary>The block, line by line: without the key the estate says what is required.</summary>
    public IEnumerable<string> Lines()
    {
        ImmutableArray<string> used = [.. Required.Where(requirement => requirement.IsKnown).Select(requirement => Named(requirement.Feature))];
        yield return "# What an option must have to be ranked: features of data/prices/features.csv. Without the key: what the estate uses today"
            + (used.IsEmpty ? "." : $", {string.Join(" and ", used)}.");
        yield return $"# requires: [{FeaturesInUse.HighAvailability}, {FeaturesInUse.LiveMigration}]   # [] for nothing";
        yield return "# support: optional              # also platforms without a vendor's support are ranked; required if left out";
        yield return "";
    }

    private static string Named(string feature) => feature.Replace('-', ' ');
}
