using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>Collects what the reader has to say, and counts rows used and set aside.</summary>
internal sealed class ReadingLog
{
    private const long MostMHz = 100_000_000;
    private readonly List<Finding> findings = [];
    private readonly List<SheetRows> sheets = [];
    private readonly Dictionary<(SheetTable Table, SheetColumn Column), ColumnReading> readings = [];
    private readonly Dictionary<(SheetTable Table, SheetColumn Column), List<SheetRow>> unusable = [];

    /// <summary>An empty log.</summary>
    public ReadingLog() => Managers = new VCenters(Names);

    /// <summary>The aliases of names that are addresses.</summary>
    public NameMask Names { get; } = new();

    /// <summary>Why no host was read, as the rest of a sentence; null where hosts were, or nothing is known about it.</summary>
    public Message? WhyHostsUnknown { get; set; }

    /// <summary>The vCenters, or other managers, that rows name.</summary>
    public VCenters Managers { get; }

    /// <summary>Whether a sheet read so far has a place for the cluster of a host or a VM.</summary>
    public bool TellsClusters { get; private set; }

    /// <summary>Rows read and used, sheet by sheet.</summary>
    public ImmutableArray<SheetRows> Sheets => [.. sheets];

    /// <summary>All findings, errors first, otherwise in the order they were made.</summary>
    public ImmutableArray<Finding> Findings =>
        [.. findings.Concat(unusable.Select(pair => Unusable(pair.Key.Table, pair.Key.Column, pair.Value))).OrderByDescending(each => each.Severity)];

    /// <summary>Remembers whether a sheet has a place for clusters.</summary>
    public void LookForClusters(SheetTable table, SheetColumn cluster) => TellsClusters |= table.Has(cluster);

    /// <summary>Adds a finding.</summary>
    public void Add(Severity severity, string code, Message message, SourcePlace place, Message? done = null, Message? mend = null, bool onFirstPage = false) =>
        findings.Add(new Finding(severity, code, message, place, done, mend) { IsOnFirstPage = onFirstPage });

    /// <summary>Adds the finding of a row that does not go into the inventory.</summary>
    public void SetAside(SheetRow row, SheetColumn column, string code, Message message, Message mend) =>
        Add(Severity.Warning, code, message, row.PlaceOf(column), Message.Of("row-set-aside"), mend);

    /// <summary>Adds one finding about many rows, if there are any; it stands at the first of them, and its message names them.</summary>
    public void About(
        IReadOnlyCollection<SheetRow> rows, SheetColumn column, Severity severity, string code, Message message, Message? done = null, Message? mend = null)
    {
        if (rows.Count > 0)
        {
            Add(severity, code, message, rows.First().PlaceOf(column), done, mend);
        }
    }

    /// <summary>States how many rows of a sheet went into the inventory.</summary>
    public void CountRows(SheetTable table, int used)
    {
        sheets.Add(new SheetRows(table.Name, table.Rows.Count + table.Unreadable, used));
        if (table.TitleRows > 0)
        {
            Add(
                Severity.Note, "header-below-titles", Message.Of("header-below-titles", ("sheet", table.Name), ("rows", table.TitleRows)), table.Place,
                Message.Of("header-below-titles.done"));
        }
    }

    /// <summary>A size in a cell that may be blank. What cannot be used counts as blank, and one finding per column says so.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column; its measure, its header or the cell says in which unit.</param>
    /// <param name="mostMiB">What is larger cannot be used.</param>
    public ByteSize? Size(SheetRow row, SheetColumn column, long mostMiB) => Number(row, column, mostMiB) is { } size ? ByteSize.FromMiB(size) : null;

    /// <summary>A count of 1 or more in a cell that may be blank; 0 counts as blank too.</summary>
    public int? Whole(SheetRow row, SheetColumn column, int most) =>
        Number(row, column, most) is { } number && Cells.Whole((double)number) is >= 1 and var whole ? (int)whole : null;

    /// <summary>A rate in MHz in a cell that may be blank; 0 counts as blank too.</summary>
    public Frequency? MHz(SheetRow row, SheetColumn column) =>
        Number(row, column, MostMHz) is { } rate and > 0 ? new Frequency(rate) : null;

    /// <summary>True or false in a cell that may be blank; a word that is neither counts as blank, and one finding per column says so.</summary>
    public bool? Flag(SheetRow row, SheetColumn column)
    {
        var flag = Cells.Flag(row.Raw(column));
        if (flag is null && row.Text(column) is not null)
        {
            TakeAsBlank(row, column);
        }

        return flag;
    }

    /// <summary>The number of a cell in MiB, MHz or as a count, as its column is read; null when blank or when it is no number.</summary>
    public decimal? Value(SheetRow row, SheetColumn column) => row.Text(column) is null ? null : ReadingOf(row.Table, column).Value(row);

    /// <summary>The unit in which a cell was read.</summary>
    public Unit UnitOf(SheetRow row, SheetColumn column) => ReadingOf(row.Table, column).UnitOf(row);

    /// <summary>Remembers a cell that cannot be used and is taken as blank.</summary>
    public void TakeAsBlank(SheetRow row, SheetColumn column)
    {
        if (!unusable.TryGetValue((row.Table, column), out var rows))
        {
            unusable.Add((row.Table, column), rows = []);
        }

        rows.Add(row);
    }

    private decimal? Number(SheetRow row, SheetColumn column, long most)
    {
        if (row.Text(column) is null)
        {
            return null;
        }

        if (Value(row, column) is { } number && number >= 0 && number <= most)
        {
            return number;
        }

        TakeAsBlank(row, column);
        return null;
    }

    private ColumnReading ReadingOf(SheetTable table, SheetColumn column)
    {
        if (!readings.TryGetValue((table, column), out var reading))
        {
            var per = column.Measure?.Per is { } by && table.Has(by) ? ReadingOf(table, by) : null;
            readings.Add((table, column), reading = ColumnReading.Of(table, column, per, this));
        }

        return reading;
    }

    private static Finding Unusable(SheetTable table, SheetColumn column, List<SheetRow> rows) => new(
        Severity.Warning,
        "cell-unusable",
        Message.Of(
            "cell-unusable",
            ("values", rows.Count), ("column", table.HeaderOf(column)), ("first", NameMask.Shown(rows[0].Raw(column))), ("rows", ReadingWords.Rows(rows))),
        rows[0].PlaceOf(column),
        Message.Of("cell-unusable.done"),
        Message.Of("cell-unusable.mend"));
}
