namespace CostPlanner.Model;

/// <summary>How far a VM may move when hosts are planned.</summary>
public enum PlacementScope
{
    /// <summary>Within its cluster.</summary>
    Cluster,

    /// <summary>Within its site: the clusters of a site become one pool.</summary>
    Site,

    /// <summary>Anywhere: the whole estate becomes one pool.</summary>
    Estate,
}
