using System.Text.Json;
using CostPlanner.Reporting.Chapters;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What the scenario's lists of VMs mean in this estate.</summary>
internal static class SelectionsJson
{
    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        var (scenario, vms) = (result.Inputs.Scenario, result.Inputs.Inventory.Vms);
        var entries = scenario.LeaveOut.Select(entry => (List: "leave_out", Entry: entry)).Concat(scenario.Keep.Select(entry => (List: "keep", Entry: entry)));
        to.List("selections", entries, each =>
        {
            to.WriteString("list", each.List);
            to.WriteString("entry", each.Entry.ToString());
            to.WriteNumber("vms", vms.Count(each.Entry.Matches));
        });
        to.List("groups", GroupFigures.Of(result), group =>
        {
            to.WriteString("name", group.Name);
            to.WriteNumber("vms", group.Vms);
            to.WriteNumber("running", group.Running);
            to.WriteNumber("vCpus", group.VCpus);
            to.Number("memoryMiB", group.Memory.MiB);
            to.Number("diskGiB", group.Disk.GiB);
            to.WriteNumber("vmsOfUnknownDisk", group.DisksUnknown);
        });
    }
}
