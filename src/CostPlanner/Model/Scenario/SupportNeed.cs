namespace CostPlanner.Model;

/// <summary>Whether what runs the VMs must have a support contract.</summary>
public enum SupportNeed
{
    /// <summary>It must.</summary>
    Required,

    /// <summary>VMs may run without: on a free edition, or on owned licences whose support has ended.</summary>
    Optional,
}
