using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The sheet that has one row per VM, with what other sheets add to it: the one reader of VMs of all formats.</summary>
internal sealed class VmTable
{
    private const long MostDiskMiB = 1L << 33; // 8 PiB
    private readonly SheetTable table;
    private readonly VmFields fields;
    private readonly ReadingLog log;
    private readonly bool powerKnown;
    private readonly HostIndex hosts;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> overheads;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> disks;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> inUse;
    private readonly List<SheetRow> fromPartitions = [];
    private readonly UnknownWords powerWords;
    private readonly UnknownWords inBetween;
    private readonly UnknownWords templateWords;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> elsewhere;
    private readonly List<SheetRow> withoutDisk = [];
    private readonly List<SheetRow> unclearRules = [];

    private VmTable(SheetTable table, VmFields fields, VmDetails details, IReadOnlyList<VmRow> rows, ImmutableArray<Host> hosts, ReadingLog log)
    {
        this.table = table;
        this.fields = fields;
        this.log = log;
        this.hosts = new HostIndex(hosts);
        log.LookForClusters(table, fields.Cluster);
        powerKnown = table.HasValues(fields.Power);
        (powerWords, inBetween, templateWords) = (new UnknownWords(fields.Power), new UnknownWords(fields.Power), new UnknownWords(fields.Template));
        var index = new VmIndex([.. rows.Select(vm => vm.Row)], fields.Keys);
        var none = ImmutableDictionary<SheetRow, ByteSize>.Empty;
        overheads = details.Overhead?.Sums(index, table.Name, log) ?? none;
        var disksAreNeeded = rows.Any(vm => vm.Row.Text(fields.Disk) is null);
        disks = disksAreNeeded ? details.Disks?.Sums(index, table.Name, log) ?? none : none;
        inUse = rows.Any(vm => vm.Row.Text(fields.InUse) is null) ? details.InUse?.Sums(index, table.Name, log) ?? none : none;
        elsewhere = SharedDisks.CountedElsewhere(
            details.Disks, index, row => !powerKnown || PowerWords.Of(row.Text(fields.Power)) is null or PowerState.On, log);
    }

    /// <summary>The VMs of the sheet, and those that it names without a usable size.</summary>
    public static (ImmutableArray<VirtualMachine> Vms, ImmutableArray<UnsizedVm> Unsized) Read(
        SheetTable table, VmFields fields, VmDetails details, ImmutableArray<Host> hosts, ReadingLog log)
    {
        var rows = VmRows.Read(table, fields, details, log);
        var reader = new VmTable(table, fields, details, rows.Sized, hosts, log);
        ImmutableArray<VirtualMachine> vms = [.. rows.Sized.Select(reader.Machine)];
        reader.Conclude();
        return (vms, rows.Unsized);
    }

    private VirtualMachine Machine(VmRow vm)
    {
        var row = vm.Row;
        var hostName = log.Names.Name(Value(row, fields.Host), "host");
        var vCenter = log.Managers.Of(row, fields.Manager);
        var cluster = log.Names.Name(Value(row, fields.Cluster), "cluster");
        var datacenter = log.Names.Name(Value(row, fields.Datacenter), "datacenter");
        var host = hosts.Find(hostName, vCenter, cluster, datacenter);
        var byTools = log.Names.Words(Value(row, fields.GuestOs));
        var byFile = log.Names.Words(Value(row, fields.GuestOsByFile));
        var disk = Disk(row);
        var rules = Rules(row);
        return new VirtualMachine
        {
            Name = vm.Name,
            Id = vm.Id,
            Power = Power(row),
            IsTemplate = IsTemplate(row),
            IsPlaceholder = log.Flag(row, fields.Placeholder) == true,
            VCpus = vm.VCpus,
            CpuCapacity = log.MHz(row, fields.CpuMHz),
            Memory = vm.Memory,
            Disk = disk is { } all ? all - Elsewhere(row, all) : null,
            DiskInUse = InUse(row, disk),
            MeasuredOverhead = overheads.TryGetValue(row, out var overhead) && overhead > ByteSize.Zero ? overhead : null,
            VCenter = vCenter ?? host?.VCenter,
            Cluster = cluster ?? host?.Cluster,
            Host = host?.Name ?? hostName,
            Datacenter = datacenter ?? host?.Datacenter,
            Datastore = log.Names.Name(Value(row, fields.Datastore) ?? DatastoreOf(Value(row, fields.Path)), "datastore"),
            GuestOs = byTools ?? byFile,
            Guest = GuestFamilies.Of(byTools, byFile),
            AntiAffinityRules = Named(rules.Apart),
            AffinityRules = Named(rules.Together),
            HostRules = Named(rules.Hosts),
            Annotation = log.Names.Words(Value(row, fields.Annotation)),
            Folder = log.Names.Name(Value(row, fields.Folder), "folder"),
            Tags = Tags(row),
            Connection = Connection(row),
            Origin = row.Place,
        };
    }

    private string? Value(SheetRow row, SheetColumn column) => row.Text(column) is { } text && text != fields.NoValue ? text : null;

    private PowerState Power(SheetRow row)
    {
        if (!powerKnown)
        {
            return PowerState.Unknown;
        }

        if (PowerWords.Of(row.Text(fields.Power)) is not { } power)
        {
            powerWords.Add(row);
            return PowerState.Unknown;
        }

        if (PowerWords.IsInBetween(row.Text(fields.Power)))
        {
            inBetween.Add(row);
        }

        return power;
    }

    /// <summary>A blank cell says no.</summary>
    private bool IsTemplate(SheetRow row)
    {
        var said = Cells.Flag(row.Raw(fields.Template));
        if (said is null && row.Text(fields.Template) is not null)
        {
            templateWords.Add(row);
        }

        return said == true;
    }

    /// <summary>
    /// The sum of the virtual disks. What a guest says comes after it, and last "provisioned", which also holds the swap file of a running VM,
    /// about its memory.
    /// </summary>
    private ByteSize? Disk(SheetRow row)
    {
        if ((log.Size(row, fields.Disk, MostDiskMiB) ?? (disks.TryGetValue(row, out var sum) ? (ByteSize?)sum : null)
            ?? log.Size(row, fields.GuestDisk, MostDiskMiB) ?? log.Size(row, fields.Provisioned, MostDiskMiB)) is { } size)
        {
            return size;
        }

        withoutDisk.Add(row);
        return null;
    }

    private ByteSize? FromPartitions(SheetRow row)
    {
        if (!inUse.TryGetValue(row, out var size))
        {
            return null;
        }

        fromPartitions.Add(row);
        return size;
    }

    /// <summary>The part of a VM's disks that are shared and counted with another VM.</summary>
    private ByteSize Elsewhere(SheetRow row, ByteSize disk) => !elsewhere.TryGetValue(row, out var shared) ? ByteSize.Zero : shared < disk ? shared : disk;

    /// <summary>What the VM's own disks occupy: of all its disks the part that they are, as no sheet says it of each disk.</summary>
    private ByteSize? InUse(SheetRow row, ByteSize? disk) => (log.Size(row, fields.InUse, MostDiskMiB) ?? FromPartitions(row)) is not { } used ? null
        : disk is { } all && Elsewhere(row, all) is { Bytes: > 0 } shared ? used * ((decimal)(all - shared).Bytes / all.Bytes)
        : used;

    private RuleCells Rules(SheetRow row)
    {
        if (RuleCells.Of(row.Text(fields.RuleTypes), row.Text(fields.RuleNames)) is { } rules)
        {
            return rules;
        }

        unclearRules.Add(row);
        return new RuleCells([], [], []);
    }

    private ImmutableArray<string> Named(ImmutableArray<string> rules) => [.. rules.Select(rule => log.Names.Name(rule, "rule")!)];

    /// <summary>A word that is not known here is one finding for the column, and the VM counts as any other.</summary>
    private ConnectionState? Connection(SheetRow row)
    {
        if (row.Text(fields.Connection) is not { } text)
        {
            return null;
        }

        if (ConnectionWords.Of(text) is { } state)
        {
            return state;
        }

        log.TakeAsBlank(row, fields.Connection);
        return null;
    }

    /// <summary>The tags of the cell that lists them, and every custom attribute that has a value.</summary>
    private ImmutableArray<VmTag> Tags(SheetRow row) =>
    [
        .. (log.Names.Words(Value(row, fields.Tags)) ?? "")
            .Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(tag => new VmTag(null, tag)),
        .. from column in table.Attributes
           let value = log.Names.Name(Value(row, column), "attribute")
           where value is not null
           select new VmTag(column.Header, value),
    ];

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
        hosts.Conclude(table, fields.Host, log);
        if (!powerKnown && table.Rows.Count > 0)
        {
            log.Add(
                Severity.Warning, "power-unknown", Message.Of("power-unknown", ("sheet", table.Name)), table.Place, Message.Of("power-unknown.done"),
                Message.Of("power-unknown.mend", ("sheet", table.Name)));
        }

        if (!table.Has(fields.Template) && table.Rows.Count > 0)
        {
            log.Add(
                Severity.Note, "templates-unknown", Message.Of("templates-unknown", ("sheet", table.Name), ("column", fields.Template.Header)), table.Place,
                Message.Of("templates-unknown.done"));
        }

        VmFindings.Words(powerWords, inBetween, templateWords, log);
        VmFindings.Rows(table, fields, withoutDisk, fromPartitions, unclearRules, log);
    }
}
