using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// How the numbers of one column are read: what its points and commas are and which unit it is in, decided once from all its values, and said.
/// </summary>
/// <remarks>
/// What the values themselves show comes first, then what is plausible, then what the other columns of the sheet show. Plausible is judged by the
/// median of the column, never by one row, so that one small disk or appliance changes nothing.
/// </remarks>
internal sealed class ColumnReading
{
    private const decimal LeastPer = 0.000001m; // nothing is judged by less: the quotient would be no number
    private readonly SheetTable table;
    private readonly SheetColumn column;
    private readonly Dictionary<SheetRow, (decimal? Number, NumberText? Text)> cells = [];
    private readonly ColumnReading? per;
    private readonly PlausibleRange? range;
    private SeparatorRole point;
    private SeparatorRole comma;
    private Unit unit;

    private ColumnReading(SheetTable table, SheetColumn column, ColumnReading? per)
    {
        (this.table, this.column, this.per) = (table, column, per);
        range = (per is null && column.Measure?.Per is not null ? column.Measure.Alone : column.Measure?.Range) is { } id ? PlausibleRanges.Of(id) : null;
        unit = column.UnitOf(table.HeaderOf(column)) ?? column.Measure?.Unit ?? Unit.One;
        foreach (var row in table.Rows)
        {
            if (row.Raw(column) is { } raw && row.Text(column) is not null)
            {
                var text = raw is string words ? NumberText.Of(words) : null;
                cells.Add(row, text is null ? (Cells.Number(raw), null) : (null, text));
            }
        }
    }

    /// <summary>Reads the column; what had to be decided goes into the log.</summary>
    /// <param name="table">The sheet.</param>
    /// <param name="column">A column of it.</param>
    /// <param name="per">The reading of the column that its range is by; null where it is by row.</param>
    /// <param name="log">Takes the findings.</param>
    public static ColumnReading Of(SheetTable table, SheetColumn column, ColumnReading? per, ReadingLog log)
    {
        var reading = new ColumnReading(table, column, per);
        reading.point = reading.Role('.', log);
        reading.comma = reading.Role(',', log);
        reading.Blanks(log);
        reading.Units(log);
        return reading;
    }

    /// <summary>The number in the base unit of its kind: MiB, MHz or a count; null when blank or when it is no number.</summary>
    public decimal? Value(SheetRow row) => Value(row, unit, point, comma);

    /// <summary>The unit in which a cell was read.</summary>
    public Unit UnitOf(SheetRow row) => cells.TryGetValue(row, out var cell) && cell.Text?.Unit is { } own && unit.Kin.Contains(own) ? own : unit;

    /// <summary>What the values of a column by themselves show of a separator; Unknown where nothing or both shows.</summary>
    public static SeparatorRole Shown(SheetTable table, SheetColumn column, char separator) =>
        Shown(table.Rows.Select(row => row.Raw(column)).OfType<string>().Select(NumberText.Of), separator);

    private static SeparatorRole Shown(IEnumerable<NumberText?> texts, char separator)
    {
        SeparatorRole[] roles = [.. texts.OfType<NumberText>().Select(text => text.Shows(separator)).Where(role => role != SeparatorRole.Unknown).Distinct()];
        return roles is [var only] ? only : SeparatorRole.Unknown;
    }

    private decimal? Value(SheetRow row, Unit stated, SeparatorRole points, SeparatorRole commas)
    {
        if (!cells.TryGetValue(row, out var cell))
        {
            return null;
        }

        // A word for a size behind a count says nothing about it.
        var its = cell.Text?.Unit is { } own && unit.Kin.Contains(own) ? own : stated;
        return (cell.Text is null ? cell.Number : cell.Text.Value(points, commas)) * its.InBase;
    }

    private SeparatorRole Role(char separator, ReadingLog log)
    {
        SheetRow[] ambiguous = [.. cells.Where(cell => cell.Value.Text?.IsAmbiguous(separator) == true).Select(cell => cell.Key)];
        var shown = Shown(cells.Values.Select(cell => cell.Text), separator);
        var mark = Message.Of(separator == '.' ? "separator.point" : "separator.comma");
        if (ambiguous.Length == 0)
        {
            var isEnglish = shown == (separator == '.' ? SeparatorRole.Decimal : SeparatorRole.Group);
            SheetRow[] with = [.. cells.Where(cell => cell.Value.Text?.Digits.Contains(separator, StringComparison.Ordinal) == true).Select(cell => cell.Key)];
            if (!isEnglish && shown != SeparatorRole.Unknown)
            {
                Tell(with, shown, Message.Of("notation-shown.values"), Severity.Note);
            }

            return shown;
        }

        if (shown != SeparatorRole.Unknown)
        {
            Say(shown, Message.Of("notation-shown.other-values"), Severity.Note);
            return shown;
        }

        if (OtherIsDecimal(separator))
        {
            Say(SeparatorRole.Group, Message.Of("notation-shown.other-separator"), Severity.Note);
            return SeparatorRole.Group;
        }

        SeparatorRole[] plausible = [.. Roles().Where(role => range is not null && range.Holds(Median(ambiguous, unit, role)))];
        if (plausible.Length == 0 && range is not null)
        {
            plausible = [.. Roles().Where(role => unit.Kin.Any(other => range.Holds(Median(ambiguous, other, role))))];
        }

        if (plausible is [var one])
        {
            var rejected = Median(ambiguous, unit, one == SeparatorRole.Group ? SeparatorRole.Decimal : SeparatorRole.Group);
            Say(one, Message.Of("notation-shown.median", ("measure", Labels.OfRange(range!.Id)), ("median", OrBlank(rejected))), Severity.Warning);
            return one;
        }

        var byOthers = table.Columns.Where(other => other != column)
            .Select(other => Shown(table, other, separator))
            .Where(role => role != SeparatorRole.Unknown)
            .Distinct()
            .ToArray();
        if (byOthers is [var role])
        {
            Say(role, Message.Of("notation-shown.other-columns", ("sheet", table.Name)), Severity.Warning);
            return role;
        }

        log.About(
            ambiguous, column, Severity.Warning, "numbers-ambiguous",
            Message.Of(
                "numbers-ambiguous",
                ("values", ambiguous.Length), ("column", table.HeaderOf(column)), ("first", NameMask.Shown(ambiguous[0].Raw(column))),
                ("separator", mark), ("rows", ReadingWords.Rows(ambiguous))),
            Message.Of("numbers-ambiguous.done"), Message.Of("numbers-ambiguous.mend"));
        return SeparatorRole.Unknown;

        SeparatorRole[] Roles() => [SeparatorRole.Decimal, SeparatorRole.Group];

        decimal? Median(SheetRow[] rows, Unit stated, SeparatorRole role) =>
            MedianOf(rows, row => separator == '.' ? Value(row, stated, role, comma) : Value(row, stated, point, role));

        void Say(SeparatorRole role, Message why, Severity severity) => Tell(ambiguous, role, why, severity);

        void Tell(SheetRow[] rows, SeparatorRole role, Message why, Severity severity)
        {
            var text = cells[rows[0]].Text!;
            var value = text.Value(separator == '.' ? role : SeparatorRole.Unknown, separator == ',' ? role : SeparatorRole.Unknown);
            log.About(
                rows, column, severity, "numbers-notation",
                Message.Of(
                    role == SeparatorRole.Group ? "numbers-notation.groups" : "numbers-notation.decimal",
                    ("column", table.HeaderOf(column)), ("separator", mark), ("first", NameMask.Shown(rows[0].Raw(column))), ("value", OrBlank(value)),
                    ("rows", ReadingWords.Rows(rows))),
                Message.Of("numbers-notation.done", ("why", why)), Message.Of("numbers-notation.mend"));
        }
    }

    private void Blanks(ReadingLog log)
    {
        SheetRow[] grouped = [.. cells.Where(cell => cell.Value.Text?.HasGroups == true).Select(cell => cell.Key)];
        log.About(
            grouped, column, Severity.Note, "numbers-notation",
            Message.Of(
                "numbers-notation.blanks",
                ("column", table.HeaderOf(column)), ("first", NameMask.Shown(grouped.FirstOrDefault()?.Raw(column))),
                ("value", OrBlank(grouped.Length > 0 ? Value(grouped[0]) / UnitOf(grouped[0]).InBase : 0)), ("rows", ReadingWords.Rows(grouped))),
            Message.Of("numbers-notation.done", ("why", Message.Of("notation-shown.values"))));
    }

    /// <summary>Two separators of one column are not both decimal.</summary>
    private bool OtherIsDecimal(char separator) =>
        Shown(cells.Values.Select(cell => cell.Text), separator == '.' ? ',' : '.') == SeparatorRole.Decimal;

    private void Units(ReadingLog log)
    {
        SheetRow[] rows = [.. cells.Where(cell => cell.Value.Text?.Unit is null).Select(cell => cell.Key).Where(row => Value(row) > 0)];
        var named = cells.Where(cell => cell.Value.Text?.Unit is not null).Select(cell => cell.Key).ToArray();
        if (named.Length > 0 && unit.Kin.Count > 0)
        {
            log.About(
                named,
                column,
                Severity.Note,
                "numbers-units",
                Message.Of(
                    "numbers-units", ("values", named.Length), ("column", table.HeaderOf(column)), ("rows", ReadingWords.Rows(named))),
                Message.Of("numbers-units.done"));
        }

        if (range is null || unit.Kin.Count == 0 || rows.Length == 0 || MedianOf(rows, Value) is not { } median)
        {
            return;
        }

        // One row is no column: only where no such machine exists at all does it show another unit.
        if (range.Holds(median) || (rows.Length == 1 && !range.OneRowSuffices))
        {
            Odd(rows, log);
            return;
        }

        var stated = unit;
        Func<SheetRow, decimal?> In(Unit other) => row => Value(row, other, point, comma);
        Unit[] fitting =
            [
                .. unit.Kin.Where(
                    other => other != stated
                        && range.Holds(MedianOf(rows, In(other)))
                        && rows.All(row => Judged(row, In(other)(row)) is not { } value || value <= range.Most)),
            ];
        if (fitting.Length == 1 && GroupsWereLost(rows) && range.Holds(MedianOf(rows, In(unit.Thousands))))
        {
            fitting = [unit.Thousands];
        }

        var header = table.HeaderOf(column);
        if (fitting is [var found])
        {
            unit = found;
            log.About(
                rows, column, Severity.Warning, "unit-by-size",
                Message.Of(
                    "unit-by-size",
                    ("column", header), ("unit", found.Called), ("stated", stated.Called), ("measure", Labels.OfRange(range.Id)), ("median", median),
                    ("least", range.Least), ("most", range.Most), ("rows", ReadingWords.Rows(rows))),
                Message.Of("unit-by-size.done"), Message.Of("unit-by-size.mend", ("column", header)));
        }
        else
        {
            log.About(
                rows, column, Severity.Warning, "sizes-implausible",
                Message.Of(
                    "sizes-implausible",
                    ("column", header), ("measure", Labels.OfRange(range.Id)), ("median", median), ("least", range.Least), ("most", range.Most),
                    ("rows", ReadingWords.Rows(rows))),
                Message.Of("sizes-implausible.done", ("unit", stated.Called)), Message.Of("sizes-implausible.mend"));
        }
    }

    /// <summary>
    /// A spreadsheet program of another language takes "8.192" for the number 8.192: numbers of up to three decimals, none below 1, and some of them
    /// no eighths, as fractions of a GiB mostly are.
    /// </summary>
    private bool GroupsWereLost(SheetRow[] rows)
    {
        const int group = 1000;
        const int eighths = 8;
        const int hundred = 100;
        decimal[] numbers = [.. rows.Select(row => cells[row].Number).OfType<decimal>()];
        return numbers.Length == rows.Length
            && numbers.All(number => number >= 1 && IsWhole(number * group))
            && numbers.Any(number => !IsWhole(number * hundred) && !IsWhole(number * eighths));

        static bool IsWhole(decimal number) => Cells.Whole((double)number) is not null;
    }

    /// <summary>Rows far from the rest keep their values.</summary>
    private void Odd(SheetRow[] rows, ReadingLog log)
    {
        SheetRow[] odd = [.. rows.Where(row => Judged(row, Value(row)) is { } value && !range!.Holds(value))];
        log.About(
            odd, column, Severity.Note, "sizes-odd",
            Message.Of(
                "sizes-odd",
                ("values", odd.Length), ("column", table.HeaderOf(column)), ("first", NameMask.Shown(odd.FirstOrDefault()?.Raw(column))),
                ("measure", Labels.OfRange(range!.Id)), ("least", range.Least), ("most", range.Most), ("rows", ReadingWords.Rows(odd))),
            Message.Of("sizes-odd.done"), Message.Of("sizes-odd.mend"));
    }

    private decimal? MedianOf(IEnumerable<SheetRow> rows, Func<SheetRow, decimal?> value)
    {
        decimal[] sorted = [.. rows.Select(row => Judged(row, value(row))).OfType<decimal>().Order()];
        return sorted.Length == 0 ? null : sorted[(sorted.Length - 1) / 2];
    }

    private decimal? Judged(SheetRow row, decimal? value) => per is null ? value : per.Value(row) is >= LeastPer and var by ? value / by : null;

    private static MessageValue OrBlank(decimal? number) => number is { } known ? known : Message.None;
}
