using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>The sheet that has one row per VM, with what other sheets add to it: the one reader of VMs of all formats.</summary>
internal sealed class VmTable
{
    private const long MostDiskMiB = 1L << 33; // 8 PiB
    private readonly SheetTable table;
    private readonly VmFields fields;
    private readonly ReadingLog log;
    private readonly bool powerKnown;
    private readonly Dictionary<string, Host> hosts;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> overheads;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> disks;
    private readonly List<SheetRow> withoutDisk = [];
    private readonly List<SheetRow> unclearRules = [];

    private VmTable(SheetTable table, VmFields fields, VmDetails details, IReadOnlyList<VmRow> rows, ImmutableArray<Host> hosts, ReadingLog log)
    {
        this.table = table;
        this.fields = fields;
        this.log = log;
        this.hosts = hosts.ToDictionary(host => host.Name, StringComparer.OrdinalIgnoreCase);
        powerKnown = table.HasValues(fields.Power);
        var index = new VmIndex([.. rows.Select(vm => vm.Row)], fields.Keys);
        var none = ImmutableDictionary<SheetRow, ByteSize>.Empty;
        overheads = details.Overhead?.Sums(index, table.Name, log) ?? none;
        var disksAreNeeded = rows.Any(vm => vm.Row.Text(fields.Disk) is null);
        disks = disksAreNeeded ? details.Disks?.Sums(index, table.Name, log) ?? none : none;
    }

    /// <summary>The VMs of the sheet, and those that it names without a usable size.</summary>
    public static (ImmutableArray<VirtualMachine> Vms, ImmutableArray<UnsizedVm> Unsized) Read(
        SheetTable table, VmFields fields, VmDetails details, ImmutableArray<Host> hosts, ReadingLog log)
    {
        var rows = VmRows.Read(table, fields, log);
        var reader = new VmTable(table, fields, details, rows.Sized, hosts, log);
        ImmutableArray<VirtualMachine> vms = [.. rows.Sized.Select(reader.Machine)];
        reader.Conclude();
        return (vms, rows.Unsized);
    }

    private VirtualMachine Machine(VmRow vm)
    {
        var row = vm.Row;
        var hostName = log.Names.Name(Value(row, fields.Host), "host");
        var host = hostName is null ? null : hosts.GetValueOrDefault(hostName);
        var byTools = NameMask.Text(Value(row, fields.GuestOs));
        var byFile = NameMask.Text(Value(row, fields.GuestOsByFile));
        return new VirtualMachine
        {
            Name = vm.Name,
            Id = vm.Id,
            Power = Power(row),
            IsTemplate = Cells.Flag(row.Raw(fields.Template)) == true,
            IsPlaceholder = Cells.Flag(row.Raw(fields.Placeholder)) == true,
            VCpus = vm.VCpus,
            CpuCapacity = log.MHz(row, fields.CpuMHz),
            Memory = vm.Memory,
            Disk = Disk(row),
            DiskInUse = log.SizeInMiB(row, fields.InUse, MostDiskMiB),
            MeasuredOverhead = overheads.TryGetValue(row, out var overhead) && overhead > ByteSize.Zero ? overhead : null,
            Cluster = log.Names.Name(Value(row, fields.Cluster), "cluster") ?? host?.Cluster,
            Host = host?.Name ?? hostName,
            Datacenter = log.Names.Name(Value(row, fields.Datacenter), "datacenter") ?? host?.Datacenter,
            Datastore = log.Names.Name(Value(row, fields.Datastore) ?? DatastoreOf(Value(row, fields.Path)), "datastore"),
            GuestOs = byTools ?? byFile,
            Guest = GuestFamilies.Of(byTools, byFile),
            AntiAffinityRules = Rules(row),
            Origin = row.Place,
        };
    }

    private string? Value(SheetRow row, Column column) => row.Text(column) is { } text && text != fields.NoValue ? text : null;

    private PowerState Power(SheetRow row)
    {
        if (!powerKnown)
        {
            return PowerState.On;
        }

        if (PowerWords.Of(row.Text(fields.Power)) is { } power)
        {
            return power;
        }

        log.TakeAsBlank(row, fields.Power);
        return PowerState.Unknown;
    }

    /// <summary>
    /// The sum of the virtual disks. What a guest says comes after it, and last "provisioned", which also holds the swap file of a running VM,
    /// about its memory.
    /// </summary>
    private ByteSize? Disk(SheetRow row)
    {
        if ((log.SizeInMiB(row, fields.Disk, MostDiskMiB) ?? (disks.TryGetValue(row, out var sum) ? (ByteSize?)sum : null)
            ?? log.SizeInMiB(row, fields.GuestDisk, MostDiskMiB) ?? log.SizeInMiB(row, fields.Provisioned, MostDiskMiB)) is { } size)
        {
            return size;
        }

        withoutDisk.Add(row);
        return null;
    }

    private ImmutableArray<string> Rules(SheetRow row)
    {
        if (AntiAffinity.Rules(row.Text(fields.RuleTypes), row.Text(fields.RuleNames)) is { } rules)
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

    private void Conclude()
    {
        if (!powerKnown && table.Rows.Count > 0)
        {
            log.Add(
                Severity.Warning, "power-unknown", $"{table.Name} does not say which VMs are powered on", table.Place, "Every VM was taken as powered on",
                $"Export again with all columns of {table.Name} if some VMs are powered off");
        }

        if (!table.Has(fields.Template) && table.Rows.Count > 0)
        {
            log.Add(
                Severity.Note, "templates-unknown", $"{table.Name} has no column {fields.Template.Header}", table.Place, "Every VM was taken as a VM that may run");
        }

        var silent = fields.DiskSheet is { } sheet ? $"Neither {table.Name} nor {sheet} says" : $"{table.Name} does not say";
        log.About(
            withoutDisk, fields.Disk, Severity.Warning, "disk-unknown", $"{silent} how large the disks of {Wording.Plural(withoutDisk.Count, "VM")} are",
            "Their size is taken as not known, and sums of disks as lower bounds", "Export all sheets again with all columns");
        log.About(
            unclearRules, fields.RuleNames, Severity.Warning, "rules-unclear",
            $"The anti-affinity rules of {Wording.Plural(unclearRules.Count, "VM")} cannot be told from their other rules",
            "The rules of these VMs were left out", "Correct the cells so that each type has its name, in the same order");
    }
}
