using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>VMs of an estate that are listed one by one, and the rules that its inventory tells.</summary>
internal static class EstateVmsJson
{
    /// <summary>The fields, into the object that is open.</summary>
    /// <param name="to">The writer.</param>
    /// <param name="inventory">The estate, its platform VMs marked.</param>
    /// <param name="result">The case whose options carry them, or null for the inventory alone.</param>
    public static void Write(Utf8JsonWriter to, Inventory inventory, CaseStudy? result = null)
    {
        var names = new VmNames(inventory);
        to.List("platformVms", inventory.Vms.Where(vm => vm.Part is not null), vm =>
        {
            to.WriteString("vm", names.Of(vm));
            to.WriteString("role", vm.Part!.Role.Name);
            to.Message("knownByData", "knownBy", vm.Part.Why);
            to.WriteBoolean("takesCapacity", vm.Part.Role.TakesCapacity);
            to.WriteString("elsewhere", vm.Part.Role.Elsewhere);
            to.WriteString("grade", vm.Part.Role.Provenance.Grade.ToString());
            if (result is not null)
            {
                to.Texts(
                    "carriedBy", result.Options.Where(option => option.Demand.OfPlatform.Any(each => each.Vm.Id == vm.Id)).Select(option => option.Option.Id));
            }
        });
        to.List("lost", inventory.Vms.Where(vm => vm.IsLost), vm =>
        {
            to.WriteString("vm", names.Of(vm));
            to.WriteString("connection", Fields.Word(vm.Connection!.Value));
        });
        to.List("inventoryRules", InventoryRule.Of(inventory), rule =>
        {
            to.WriteString("name", rule.Name);
            to.WriteString("kind", Fields.Word(rule.Kind));
            to.Texts("vms", rule.Vms.Select(names.Of));
            to.WriteBoolean("obeyed", rule.IsObeyed);
        });
    }
}
