using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>The datastores: each one where they are few, by type where they are many.</summary>
internal static class DatastoresTable
{
    private const int Few = 20;

    public static Table Of(ImmutableArray<Datastore> datastores)
    {
        var rows = datastores.Length <= Few
            ? datastores.Select(each => RowOf(each.Name, TypeOf(each), [each]))
            : datastores.GroupBy(TypeOf).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => RowOf(Printed.Count(group.Count(), "datastore"), group.Key, [.. group]));
        return new Table
        {
            Caption = Words.Of("estate.datastores.datastores"),
            Columns =
            [
                new Column(Words.Of("estate.datastores.datastore"), Width: 34),
                new Column(Words.Of("estate.datastores.type")),
                new Column(Words.Of("estate.datastores.capacity"), true),
                new Column(Words.Of("estate.datastores.free"), true),
                new Column(Words.Of("common.used"), true),
            ],
            Rows = [.. rows],
        };
    }

    private static string TypeOf(Datastore datastore) =>
        (datastore.Type ?? Words.Of("common.not-said"))
            + (datastore.IsInsideHosts ? Words.Of("estate.datastores.inside-hosts") : Words.Of("estate.datastores.shared"));

    private static Row RowOf(string label, string type, List<Datastore> datastores)
    {
        var capacity = datastores.Aggregate(ByteSize.Zero, (sum, each) => sum + each.Capacity);
        var isKnown = datastores.All(each => each.Free is not null);
        var free = isKnown ? datastores.Aggregate(ByteSize.Zero, (sum, each) => sum + each.Free!.Value) : ByteSize.Zero;
        var used = isKnown && capacity.Bytes > 0 ? 1 - ((decimal)free.Bytes / capacity.Bytes) : (decimal?)null;
        return new Row(
        [
            new Cell(label),
            new Cell(type),
            new Cell(Printed.Size(capacity)),
            isKnown ? new Cell(Printed.Size(free)) : Cell.Missing(Words.Of("common.not-said")),
            used is { } share ? new Cell(Printed.Percent(share)) { Bar = share } : Cell.Empty,
        ]);
    }
}
