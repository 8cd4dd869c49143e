using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>A sheet that has one row per VM with all there is to know of it.</summary>
internal sealed class VmTable
{
    private const long MostDiskMiB = 1L << 33; // 8 PiB
    private readonly SheetTable table;
    private readonly VmFields fields;
    private readonly ReadingLog log;
    private readonly bool powerKnown;
    private readonly Dictionary<string, Host> hosts;
    private readonly Dictionary<(string?, string?), int> rowOfId = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<SheetRow> withoutDisk = [];
    private readonly List<UnsizedVm> unsized = [];

    private VmTable(SheetTable table, VmFields fields, ImmutableArray<Host> hosts, ReadingLog log)
    {
        this.table = table;
        this.fields = fields;
        this.log = log;
        this.hosts = hosts.ToDictionary(host => host.Name, StringComparer.OrdinalIgnoreCase);
        powerKnown = table.HasValues(fields.Power);
    }

    /// <summary>The VMs of the sheet, and those that it names without a usable size.</summary>
    public static (ImmutableArray<VirtualMachine> Vms, ImmutableArray<UnsizedVm> Unsized) Read(
        SheetTable table, VmFields fields, ImmutableArray<Host> hosts, ReadingLog log)
    {
        var reader = new VmTable(table, fields, hosts, log);
        ImmutableArray<VirtualMachine> vms = [.. table.Rows.Select(reader.Machine).OfType<VirtualMachine>()];
        log.CountRows(table, vms.Length);
        reader.Conclude();
        return (vms, [.. reader.unsized]);
    }

    private VirtualMachine? Machine(SheetRow row)
    {
        if (log.Names.Name(row.Text(fields.Name), "vm") is not { } name)
        {
            log.SetAside(row, fields.Name, "vm-without-name", "The VM has no name", "Enter its name, or export the inventory again");
            return null;
        }

        if (IsTwice(row, name))
        {
            return null;
        }

        if (VmSizes.Of(row, name, fields.VCpus, fields.Memory, log) is { } size)
        {
            return Machine(row, name, size.VCpus, size.Memory);
        }

        unsized.Add(new UnsizedVm(name, PowerWords.Of(row.Text(fields.Power)) ?? PowerState.Unknown, IsTemplate(row), row.Place));
        return null;
    }

    private VirtualMachine Machine(SheetRow row, string name, int vcpus, ByteSize memory)
    {
        var hostName = log.Names.Name(row.Text(fields.Host), "host");
        var host = hostName is null ? null : hosts.GetValueOrDefault(hostName);
        var guest = NameMask.Text(row.Text(fields.GuestOs));
        return new VirtualMachine
        {
            Name = name,
            Id = NextId(row.Text(fields.Id) ?? row.Text(fields.Uuid) ?? name),
            Power = Power(row),
            IsTemplate = IsTemplate(row),
            VCpus = vcpus,
            CpuCapacity = log.MHz(row, fields.CpuMHz),
            Memory = memory,
            Disk = Disk(row),
            DiskInUse = log.SizeInMiB(row, fields.InUse, MostDiskMiB),
            Cluster = log.Names.Name(row.Text(fields.Cluster), "cluster") ?? host?.Cluster,
            Host = host?.Name ?? hostName,
            Datacenter = log.Names.Name(row.Text(fields.Datacenter), "datacenter") ?? host?.Datacenter,
            Datastore = log.Names.Name(row.Text(fields.Datastore), "datastore"),
            GuestOs = guest,
            Guest = GuestFamilies.Of(guest),
            Origin = row.Place,
        };
    }

    /// <summary>Two managers in one file may give one id each, so both ids must be the same.</summary>
    private bool IsTwice(SheetRow row, string name)
    {
        var (id, uuid) = (row.Text(fields.Id), row.Text(fields.Uuid));
        if ((id is null && uuid is null) || rowOfId.TryAdd((id, uuid), row.Number))
        {
            return false;
        }

        log.SetAside(
            row, id is null ? fields.Uuid : fields.Id, "vm-twice", FormattableString.Invariant($"VM {name} has the id that row {rowOfId[(id, uuid)]} has"),
            "Remove one of the two rows, so that the VM is not counted twice");
        return true;
    }

    private string NextId(string wanted)
    {
        var id = wanted;
        for (var i = 2; !ids.Add(id); i++)
        {
            id = FormattableString.Invariant($"{wanted}#{i}");
        }

        return id;
    }

    private bool IsTemplate(SheetRow row) => Cells.Flag(row.Raw(fields.Template)) == true;

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

    private ByteSize? Disk(SheetRow row)
    {
        if ((log.SizeInMiB(row, fields.Disk, MostDiskMiB) ?? log.SizeInMiB(row, fields.GuestDisk, MostDiskMiB)) is { } size)
        {
            return size;
        }

        withoutDisk.Add(row);
        return null;
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

        log.About(
            withoutDisk, fields.Disk, Severity.Warning, "disk-unknown", $"{table.Name} does not say how large the disks of {Wording.Plural(withoutDisk.Count, "VM")} are",
            "Their size is taken as not known, and sums of disks as lower bounds", "Export all sheets again with all columns");
    }
}
