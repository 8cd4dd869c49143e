using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Assumptions;

/// <summary>The exchange rates that the lines of the case used; absent where nothing was converted.</summary>
internal static class RatesTable
{
    public static Table? Of(CaseStudy result)
    {
        var rates = Used(result);
        return rates.Count == 0 ? null : new Table
        {
            Caption = Words.Of("assumptions.rates.caption"),
            Columns =
            [
                new Column(Words.Of("assumptions.rates.currency"), Width: 14),
                new Column(Words.Of("assumptions.rates.rate"), true),
                new Column(Words.Of("common.day"), true),
                new Column(Words.Of("common.source"), Width: 48),
                new Column(Words.Of("common.grade")),
            ],
            Rows = [.. rates.Select(RowOf)],
        };
    }

    private static List<ExchangeRate> Used(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var currencies = result.Options
            .SelectMany(option => option.Costs.Lines)
            .Where(line => line.Converted is { RateDate: not null } && line.PaidPrice is not null)
            .Select(line => line.PaidPrice!.Value.Currency)
            .Append(scenario.Currency)
            .ToHashSet();
        return currencies.Count == 1
            ? []
            :
            [
                .. currencies
                    .Select(currency => result.Inputs.Rates.Find(currency, scenario.AsOf))
                    .OfType<ExchangeRate>()
                    .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal),
            ];
    }

    private static Row RowOf(ExchangeRate rate) => new(
    [
        new Cell(rate.Currency.Code),
        new Cell(Printed.Number(rate.PerEuro, 4), rate.Provenance.IsPlaceholder ? Tone.Placeholder : Tone.Strong),
        new Cell(Printed.ShortDay(rate.Date)),
        new Cell(Sentences.Of(rate.Provenance.Source), Tone.Quiet),
        new Cell(Wording.Of(rate.Provenance.Grade)),
    ]);
}
