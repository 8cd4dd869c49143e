using System.Collections.Immutable;
using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>vInfo, with what vMemory and vDisk add: the VMs.</summary>
internal sealed class VmSheet
{
    private const long MostDiskMiB = 1L << 33; // 8 PiB
    private readonly ReadingLog log;
    private readonly bool powerKnown;
    private readonly IReadOnlyDictionary<string, Host> hosts;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> overheads;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> disks;
    private readonly List<SheetRow> withoutDisk = [];
    private readonly List<SheetRow> unclearRules = [];

    private VmSheet(SheetTable table, WorkbookTables tables, IReadOnlyList<VmRow> rows, ImmutableArray<Host> hosts, ReadingLog log)
    {
        this.log = log;
        this.hosts = hosts.ToDictionary(host => host.Name, StringComparer.OrdinalIgnoreCase);
        powerKnown = table.HasValues(VmColumns.Power);
        var index = new VmIndex([.. rows.Select(vm => vm.Row)]);
        overheads = VmDetails.Overheads(tables.Find(VmDetails.MemoryLayout), index, log);
        var disksAreNeeded = rows.Any(vm => vm.Row.Text(VmColumns.Disk) is null);
        disks = VmDetails.Disks(disksAreNeeded ? tables.Find(VmDetails.DiskLayout) : null, index, log);
    }

    /// <summary>The VMs of the sheet.</summary>
    public static ImmutableArray<VirtualMachine> Read(
        SheetTable table, WorkbookTables tables, IReadOnlyList<VmRow> rows, ImmutableArray<Host> hosts, ReadingLog log)
    {
        var sheet = new VmSheet(table, tables, rows, hosts, log);
        ImmutableArray<VirtualMachine> vms = [.. rows.Select(sheet.Machine)];
        sheet.Conclude(table);
        return vms;
    }

    private VirtualMachine Machine(VmRow vm)
    {
        var row = vm.Row;
        var hostName = log.Names.Name(Value(row, VmColumns.Host), "host");
        var host = hostName is null ? null : hosts.GetValueOrDefault(hostName);
        var byTools = NameMask.Text(Value(row, VmColumns.OsByTools));
        var byFile = NameMask.Text(Value(row, VmColumns.OsByFile));
        return new VirtualMachine
        {
            Name = vm.Name,
            Id = vm.Id,
            Power = Power(row),
            IsTemplate = Cells.Flag(row.Raw(VmColumns.Template)) == true,
            IsPlaceholder = Cells.Flag(row.Raw(VmColumns.Placeholder)) == true,
            VCpus = vm.VCpus,
            Memory = vm.Memory,
            Disk = Disk(row),
            DiskInUse = log.SizeInMiB(row, VmColumns.InUse, MostDiskMiB),
            MeasuredOverhead = overheads.TryGetValue(row, out var overhead) ? overhead : null,
            Cluster = log.Names.Name(Value(row, VmColumns.Cluster), "cluster") ?? host?.Cluster,
            Host = host?.Name ?? hostName,
            Datacenter = log.Names.Name(Value(row, VmColumns.Datacenter), "datacenter") ?? host?.Datacenter,
            Datastore = log.Names.Name(DatastoreOf(Value(row, VmColumns.Path)), "datastore"),
            GuestOs = byTools ?? byFile,
            Guest = GuestFamilies.Of(byTools, byFile),
            AntiAffinityRules = Rules(row),
            Origin = row.Place,
        };
    }

    /// <summary>Some exports have the text "VM" where a value was not to be had.</summary>
    private static string? Value(SheetRow row, Column column) => row.Text(column) is { } text && text != "VM" ? text : null;

    private PowerState Power(SheetRow row)
    {
        if (!powerKnown)
        {
            return PowerState.On;
        }

        if (VmColumns.PowerOf(row) is { } power)
        {
            return power;
        }

        log.TakeAsBlank(row, VmColumns.Power);
        return PowerState.Unknown;
    }

    /// <summary>
    /// The sum of the virtual disks. "Provisioned" also holds the swap file of a running VM, about its memory, and so comes last.
    /// </summary>
    private ByteSize Disk(SheetRow row)
    {
        if (log.SizeInMiB(row, VmColumns.Disk, MostDiskMiB) is { } total)
        {
            return total;
        }

        if (disks.TryGetValue(row, out var sum))
        {
            return sum;
        }

        if (log.SizeInMiB(row, VmColumns.Provisioned, MostDiskMiB) is { } provisioned)
        {
            return provisioned;
        }

        withoutDisk.Add(row);
        return ByteSize.Zero;
    }

    private ImmutableArray<string> Rules(SheetRow row)
    {
        if (AntiAffinity.Rules(row.Text(VmColumns.RuleTypes), row.Text(VmColumns.RuleNames)) is { } rules)
        {
            return [.. rules.Select(rule => log.Names.Name(rule, "rule")!)];
        }

        unclearRules.Add(row);
        return [];
    }

    /// <summary>"[datastore] folder/name.vmx".</summary>
    private static string? DatastoreOf(string? path)
    {
        if (path is null || path[0] != '[')
        {
            return null;
        }

        var end = path.IndexOf("] ", StringComparison.Ordinal) is var gap && gap > 0 ? gap : path.IndexOf(']', StringComparison.Ordinal);
        return end > 1 ? path[1..end].Trim() : null;
    }

    private void Conclude(SheetTable table)
    {
        if (!powerKnown && table.Rows.Count > 0)
        {
            log.Add(
                Severity.Warning, "power-unknown", "vInfo does not say which VMs are powered on", table.Place, "Every VM was taken as powered on",
                "Export again with all columns of vInfo if some VMs are powered off");
        }

        if (!table.Has(VmColumns.Template) && table.Rows.Count > 0)
        {
            log.Add(Severity.Note, "templates-unknown", "vInfo has no column Template", table.Place, "Every VM was taken as a VM that may run");
        }

        log.About(
            withoutDisk, VmColumns.Disk, Severity.Warning, "disk-unknown", $"Neither vInfo nor vDisk says how large the disks of {Wording.Plural(withoutDisk.Count, "VM")} are",
            "Counted as no storage", "Export all sheets again with all columns");
        log.About(
            unclearRules, VmColumns.RuleNames, Severity.Warning, "rules-unclear",
            $"The anti-affinity rules of {Wording.Plural(unclearRules.Count, "VM")} cannot be told from their other rules",
            "The rules of these VMs were left out", "Correct the cells so that each type has its name, in the same order");
    }
}
