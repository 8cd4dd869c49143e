namespace CostPlanner.Model;

/// <summary>A VM that the source names without saying how many CPUs or how much memory it has.</summary>
/// <remarks>It is counted among the VMs of the estate, and nothing can be planned for it. Its row was set aside, with a finding.</remarks>
/// <param name="Name">The name that people use.</param>
/// <param name="Power">Whether it runs.</param>
/// <param name="IsTemplate">Whether it is a template.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record UnsizedVm(string Name, PowerState Power, bool IsTemplate, SourcePlace Origin);
