namespace CostPlanner.Model;

/// <summary>What a source says runs on a host, beside the list of its VMs; a figure that it does not have is null.</summary>
/// <param name="Vms">VMs on it, templates and those powered off too.</param>
/// <param name="VmsPoweredOn">VMs powered on.</param>
/// <param name="VCpus">vCPUs of the VMs powered on.</param>
/// <param name="Memory">Memory of the VMs powered on.</param>
public sealed record StatedLoad(int? Vms, int? VmsPoweredOn, int? VCpus, ByteSize? Memory);
