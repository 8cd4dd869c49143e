using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>The exchange rates of the data folder: prices/exchange-rates.csv, one row for each day and currency.</summary>
public static class ExchangeRateFile
{
    /// <summary>The file below the data folder.</summary>
    public const string Name = "prices/exchange-rates.csv";

    private static readonly ImmutableArray<string> Columns = ["date", "currency", "per_euro", "source", "source_date", "grade"];

    /// <summary>Reads the rates; an error for each row that cannot be used, and for a day and currency given twice.</summary>
    public static Reading<ExchangeRates> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var rates = ImmutableArray.CreateBuilder<ExchangeRate>();
        var seen = new HashSet<(DateOnly, Currency)>();
        foreach (var row in DataFile.Rows(dataFolder, Name, Columns, findings))
        {
            if (Rate(row) is not { } rate)
            {
                continue;
            }

            if (!seen.Add((rate.Date, rate.Currency)))
            {
                row.Refuse("date", "csv-twice", Message.Of("csv-twice.rate", ("currency", rate.Currency.Code)), Message.Of("csv-twice.mend"));
            }

            rates.Add(rate);
        }

        return Reading<ExchangeRates>.From(findings, () => new ExchangeRates(rates.ToImmutable()));
    }

    private static ExchangeRate? Rate(DataRow row)
    {
        var (day, currency, perEuro, provenance) = (row.Day("date"), row.Currency("currency"), row.Number("per_euro"), row.Provenance());
        if (row.IsSound && perEuro == 0)
        {
            row.Refuse("per_euro", "csv-range", Message.Of("csv-range.rate"), Message.Of("csv-range.rate.mend"));
        }

        if (row.IsSound && currency == Currency.Euro)
        {
            row.Refuse("currency", "csv-currency", Message.Of("euro-without-rate"), Message.Of("csv-currency.euro.mend"));
        }

        return row.IsSound ? new ExchangeRate(day, currency, perEuro, provenance) : null;
    }
}
