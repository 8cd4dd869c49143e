using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The columns that every format has of a datastore.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is: VMFS, NFS, vsan.</param>
/// <param name="Capacity">Its capacity.</param>
/// <param name="Free">What of it is free.</param>
internal sealed record DatastoreColumns(SheetColumn Name, SheetColumn Type, SheetColumn Capacity, SheetColumn Free)
{
    /// <summary>A size above that is a mistake: 64 PiB, in MiB.</summary>
    public const long MostMiB = 1L << 36;

    /// <summary>The datastore of a row; null, with the row set aside, where it has no name or no size.</summary>
    /// <param name="row">The row.</param>
    /// <param name="called">What the format calls it.</param>
    /// <param name="log">What is told of the reading.</param>
    public Datastore? Read(SheetRow row, Message called, ReadingLog log)
    {
        if (log.Names.Name(row.Text(Name), "datastore") is not { } name)
        {
            log.SetAside(
                row, Name, "datastore-without-name", Message.Of("datastore-without-name", ("called", called)), Message.Of("datastore-without-name.mend"));
            return null;
        }

        if (log.Value(row, Capacity) is not { } capacity || capacity is < 0 or > MostMiB)
        {
            var unit = Capacity.Measure!.Unit.Name;
            log.SetAside(
                row, Capacity, "datastore-capacity-unusable",
                Message.Of(
                    "datastore-capacity-unusable", ("called", called), ("name", name), ("value", NameMask.Shown(row.Raw(Capacity))), ("unit", unit)),
                Message.Of("datastore-capacity-unusable.mend", ("unit", unit)));
            return null;
        }

        return new Datastore
        {
            Name = name,
            Type = log.Names.Words(row.Text(Type)),
            Capacity = ByteSize.FromMiB(capacity),
            Free = log.Size(row, Free, MostMiB),
            Origin = row.Place,
        };
    }
}
