using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>A row that describes a VM: what no VM can be without is checked.</summary>
/// <param name="Row">The row.</param>
/// <param name="Name">The VM's name.</param>
/// <param name="Id">Unique within the inventory.</param>
/// <param name="VCpus">Virtual CPUs, 1 and above.</param>
/// <param name="Memory">Configured memory, above zero.</param>
internal sealed record VmRow(SheetRow Row, string Name, string Id, int VCpus, ByteSize Memory);
