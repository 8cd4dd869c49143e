namespace CostPlanner.Model;

/// <summary>What placement makes as small as it can.</summary>
public enum Objective
{
    /// <summary>The number of hosts: the fewest to be bought, then the fewest kept.</summary>
    FewestHosts,

    /// <summary>The cost of the hosts over the horizon, with their licences and those of their guests.</summary>
    LeastCost,
}
