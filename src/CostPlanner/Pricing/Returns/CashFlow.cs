using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Running;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Pricing.Returns;

/// <summary>What an option's payments come to: today, against the baseline, in the books, after tax.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Term</term><description>Formula, and where it comes from</description></listheader>
/// <item><term>Cash</term><description>What is paid in month m; month 0 begins on the scenario's day. Lines add up to it exactly.</description></item>
/// <item><term>Present cost (NPV of the payments)</term><description>Σ cash(m) / (1 + r)^(m / 12), month 0 undiscounted, r the yearly discount rate. Azure
/// Migrate, business case: NPV = Σ CF / (1 + r)^n.</description></item>
/// <item><term>Saving</term><description>Total of the baseline − total of the option; its share is of the baseline's total. Definition.</description></item>
/// <item><term>Net present value (present saving)</term><description>Present cost of the baseline − present cost of the option.
/// Definition.</description></item>
/// <item><term>Payback</term><description>First month from which on Σ (baseline − option) never falls below 0 to the end of the horizon
/// (<see cref="CostPlanner.Pricing.Returns.Payback"/>). Definition, undiscounted.</description></item>
/// <item><term>Rate of return (IRR)</term><description>Yearly r with Σ (baseline(m) − option(m)) / (1 + r)^(m / 12) = 0; with the reason where there is none or
/// several (<see cref="InternalRate"/>). Descartes; Norstrom 1972.</description></item>
/// <item><term>Depreciation</term><description>Price / life in each month of the life: servers <c>host-life</c>, perpetual licences <c>licence-life</c>
/// (<see cref="CostPlanner.Pricing.Returns.Books"/>). Straight line; Azure Migrate, business case: licences 5 years.</description></item>
/// <item><term>Expense in the books</term><description>Payments that buy no asset + depreciation + losses on sales. Definition.</description></item>
/// <item><term>Cash after tax</term><description>Cash − tax rate × expense (<see cref="AfterTax"/>): there is profit to set every expense against.
/// Definition.</description></item>
/// <item><term>Resale</term><description>Price × months of life left / life × <c>resale-share</c>, after a move or in the last month (<see cref="Resale"/>).
/// Assumption of ours.</description></item>
/// <item><term>Rise of prices</term><description>(1 + rise)^years; a subscription's price is held for its term (<see cref="PriceRise"/>).
/// Definition.</description></item>
/// <item><term>Yearly payments</term><description>In advance from the first month of need, in full; what the last one covers after the horizon is credited in
/// the last month (<see cref="Prepaid"/>). Definition.</description></item>
/// <item><term>Move</term><description>Months = preparation + max(VMs / VMs per week, data / (rate × hours per week)) (<see cref="Migration"/>).
/// kubev2v/migration-planner, Gartner.</description></item>
/// <item><term>Unit costs</term><description>Total / running VMs / months; the same for GiB of their memory and for their vCPUs (<see cref="UnitCosts"/>).
/// Definition.</description></item>
/// <item><term>Conversion</term><description>At the last reference rate of the ECB on or before the scenario's day, for all months
/// (<see cref="ExchangeRates"/>). ECB.</description></item>
/// </list>
/// </remarks>
/// <param name="Cash">What is paid in each month.</param>
/// <param name="Books">Depreciation and losses on sales by month.</param>
/// <param name="Expense">The expense in the books by month.</param>
/// <param name="AfterTaxCash">Cash after tax by month; null where the scenario gives no tax rate.</param>
/// <param name="PresentAfterTax">The same in money of today, or null.</param>
/// <param name="Return">The rate of return against the baseline; null for the baseline, and where a price or a place is missing.</param>
public sealed record CashFlow(
    ImmutableArray<Money> Cash, Books Books, ImmutableArray<Money> Expense, ImmutableArray<Money>? AfterTaxCash, Money? PresentAfterTax, RateOfReturn? Return)
{
    /// <summary>Depreciation by year, the first year first.</summary>
    public ImmutableArray<Money> DepreciationByYear => ByYear(Books.Depreciation);

    /// <summary>The expense in the books by year.</summary>
    public ImmutableArray<Money> ExpenseByYear => ByYear(Expense);

    /// <summary>Cash after tax by year; null where the scenario gives no tax rate.</summary>
    public ImmutableArray<Money>? AfterTaxByYear => AfterTaxCash is { } after ? ByYear(after) : null;

    /// <summary>The cash flow of a cost sheet.</summary>
    /// <param name="costs">The option's costs.</param>
    /// <param name="baseline">The costs of the baseline, where the option can be compared with it.</param>
    /// <param name="discountRate">The yearly rate at which later money is discounted.</param>
    /// <param name="tax">The rate of the tax on profit, or null.</param>
    public static CashFlow Of(CostSheet costs, CostSheet? baseline, decimal discountRate, Fraction? tax)
    {
        var cash = costs.ByMonth();
        var books = Books.Of(costs.Lines.SelectMany(line => Assets(line, costs)), costs.Months, costs.Currency);
        var expense = books.Expense(Operating(costs));
        ImmutableArray<Money>? after = tax is { } rate ? AfterTax.Of(cash, expense, rate) : null;
        return new CashFlow(
            cash,
            books,
            expense,
            after,
            after is { } left ? PresentValue.Of(left, discountRate, costs.Currency) : null,
            baseline is null ? null : InternalRate.OfMonths([.. baseline.ByMonth().Zip(cash, (stay, go) => (stay - go).Amount)]));
    }

    /// <summary>Every purchase of what lasts; only servers of a move are sold in the books, those that outlast the horizon stay in them.</summary>
    private static IEnumerable<CapitalAsset> Assets(CostLine line, CostSheet costs)
    {
        if (line.LifeMonths is not { } life)
        {
            return [];
        }

        Payment? sold = line.Category == CostCategory.Hardware
            ? null
            : costs.Lines.FirstOrDefault(each => each.IsResale && each.Id == Resale.IdOf(line))?.Payments[0];
        return line.Payments.Where(payment => payment.Amount.Amount > 0)
            .Select(payment => new CapitalAsset(payment.Month, payment.Amount, life, sold is { } sale ? new AssetSale(sale.Month, sale.Amount * -1) : null));
    }

    private static ImmutableArray<Money> Operating(CostSheet costs) =>
        (costs with { Lines = [.. costs.Lines.Where(line => line.LifeMonths is null && !line.IsResale)] }).ByMonth();

    /// <summary>Amounts by month as amounts by year, the first year first.</summary>
    internal static ImmutableArray<Money> ByYear(ImmutableArray<Money> months) =>
        [.. months.Chunk(Duration.MonthsPerYear).Select(year => year.Aggregate((sum, month) => sum + month))];
}
