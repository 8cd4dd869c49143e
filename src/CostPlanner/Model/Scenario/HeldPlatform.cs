using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The licence by which the platform of today runs, as far as the inventory says.</summary>
/// <param name="Name">The licence in the source's words; null where it lists none.</param>
/// <param name="Units">What is held of it, in the source's unit; null where that is not said.</param>
/// <param name="CostUnit">The unit in the source's words: "cpuCore:16core".</param>
/// <param name="Product">The product's id in the price book; null where the name does not say which.</param>
/// <param name="IsPerpetual">Whether it is owned, so that what is paid a year is its support.</param>
/// <param name="Ends">Its last day; null where it is owned, has ended already, or is not said.</param>
/// <param name="EndedOn">The day that it ended on, where that is past; null otherwise.</param>
/// <param name="Others">Other licences of the platform, which the contract does not name.</param>
/// <param name="Findings">What the user should know.</param>
public sealed record HeldPlatform(
    string? Name,
    long? Units,
    string CostUnit,
    string? Product,
    bool IsPerpetual,
    DateOnly? Ends,
    DateOnly? EndedOn,
    ImmutableArray<string> Others,
    ImmutableArray<Finding> Findings)
{
    /// <summary>Nothing is known.</summary>
    public static HeldPlatform NotKnown { get; } = new(null, null, "", null, IsPerpetual: false, null, null, [], []);

    /// <summary>
    /// Of several licences the one that covers the most cores on the day; one that has ended only where no other is held. Rows of one name, unit and end
    /// are one licence: each vCenter lists its own keys.
    /// </summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="names">Which products its licences are.</param>
    /// <param name="prices">The price book, which says whether a product is owned.</param>
    /// <param name="day">The day.</param>
    public static HeldPlatform Of(Inventory inventory, LicenceNames names, PriceBook prices, DateOnly day)
    {
        var known = inventory.Licences.Select(holding => (Holding: holding, Mark: names.Of(holding))).ToList();
        var perCpu = CoresPerCpu(inventory);
        var held = known.Where(each => each.Mark is { Use: LicenceUse.Platform })
            .GroupBy(each => (each.Holding.Name, each.Holding.CostUnit, each.Holding.End, each.Holding.Expires))
            .Select(group => new Held(
                group.First().Holding, group.First().Mark!.Product, group.Sum(each => (long)UnitsOf(each.Holding)), perCpu))
            .OrderBy(each => each.Holding.Expires < day)
            .ThenByDescending(each => each.Cores)
            .ThenByDescending(each => each.Holding.Expires)
            .ToList();
        ImmutableArray<Finding> unknown = [.. names.Marks.IsEmpty ? [] : known.Where(each => each.Mark is null).Select(each => Unknown(each.Holding))];
        if (held.Count == 0)
        {
            ImmutableArray<Finding> trial = [.. known.Where(each => each.Mark is { Use: LicenceUse.Evaluation }).Take(1).Select(each => Trial(each.Holding))];
            return NotKnown with { Findings = [.. trial, .. unknown] };
        }

        var (main, others) = (held[0], held.Skip(1).ToList());
        var ended = main.Holding.Expires < day;
        return new HeldPlatform(
            main.Holding.Name,
            main.Units > 0 ? main.Units : null,
            main.Holding.CostUnit,
            main.Product,
            IsOwned(main, prices),
            ended ? null : main.Holding.Expires,
            ended ? main.Holding.Expires : null,
            [.. others.Select(each => each.Holding.Name)],
            [
                .. others.Count == 0 ? [] : new[] { Several(main, others) },
                .. ended ? new[] { Ended(main.Holding) } : [],
                .. main.Product is null ? new[] { NoProduct(main.Holding) } : [],
                .. unknown,
            ]);
    }

    /// <summary>A product of the price book is owned where it is bought once; of one that is not known, what never ends is.</summary>
    private static bool IsOwned(Held held, PriceBook prices) => held.Product is { } product
        ? prices.RowsOf(product)[0].Kind == LicenceKind.Perpetual
        : held.Holding.End == LicenceEnd.Never;

    private static int UnitsOf(LicenceHolding holding) => holding.Total is > 0 and { } total ? total : holding.Used ?? 0;

    /// <summary>Cores of a CPU of the estate; those that are licensed at least where no host says.</summary>
    private static decimal CoresPerCpu(Inventory inventory)
    {
        var described = inventory.Hosts.Where(host => host.IsDescribed).ToList();
        var sockets = described.Sum(host => host.Sockets ?? 0);
        return sockets == 0 ? EstateCounts.LicensableCoresPerSocket : (decimal)described.Sum(host => host.Cores ?? 0) / sockets;
    }

    private static Finding Several(Held main, List<Held> others) => new(
        Severity.Warning,
        "licences-several",
        Message.Of("licences-several", ("licences", others.Count + 1), ("names", Message.List(others.Select(each => each.Holding.Name)))),
        main.Holding.Origin,
        Message.Of("licences-several.done", ("name", main.Holding.Name)),
        Message.Of("licences-several.mend"));

    private static Finding Ended(LicenceHolding holding) => new(
        Severity.Warning, "licence-ended", Message.Of("licence-ended", ("name", holding.Name), ("day", holding.Expires!.Value)), holding.Origin,
        Message.Of("licence-ended.done"), Message.Of("licence-ended.mend"));

    private static Finding NoProduct(LicenceHolding holding) => new(
        Severity.Warning, "licence-without-product", Message.Of("licence-without-product", ("name", holding.Name)), holding.Origin,
        Message.Of("licence-without-product.done"), Message.Of("licence-without-product.mend"));

    private static Finding Unknown(LicenceHolding holding) => new(
        Severity.Note, "licence-not-recognized", Message.Of("licence-not-recognized", ("name", holding.Name)), holding.Origin,
        Message.Of("licence-not-recognized.done"), Message.Of("licence-not-recognized.mend"));

    private static Finding Trial(LicenceHolding holding) => new(
        Severity.Warning, "licence-evaluation", Message.Of("licence-evaluation", ("name", holding.Name)), holding.Origin,
        Message.Of("licence-evaluation.done"), Message.Of("licence-evaluation.mend"));

    /// <summary>A licence of the platform, of all rows together.</summary>
    private sealed record Held(LicenceHolding Holding, string? Product, long Units, decimal CoresPerCpu)
    {
        private const string ByCore = "cpuCore";

        /// <summary>Cores that it covers; licences by the CPU cover the cores of the estate's CPUs.</summary>
        public decimal Cores => Holding.CostUnit.StartsWith(ByCore, StringComparison.OrdinalIgnoreCase) ? Units : Units * CoresPerCpu;
    }
}
