using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Templates;

/// <summary>The contract of today in a scenario that is written for an inventory, and what must be asked about it.</summary>
/// <param name="Held">The licence that the inventory lists.</param>
internal sealed record ContractTemplate(HeldPlatform Held)
{
    private const string Unnamed = "platform of today";
    private const string Blank = "Left blank, no month is taken as covered.";

    /// <summary>What the inventory does not say, a sentence each: the key, and what is asked.</summary>
    public ImmutableArray<(string Key, string Question)> Questions
    {
        get
        {
            var asked = ImmutableArray.CreateBuilder<(string, string)>();
            asked.Add((
                "contract.per_year",
                $"What does a year of {(Held.IsPerpetual ? "support for " : "")}{Called} cost? Until it is filled in, \"As today\" has no total."));
            if (Held.Ends is null)
            {
                asked.Add(("contract.ends", EndQuestion));
            }

            if (Held.Product is null)
            {
                asked.Add((
                    "contract.products",
                    "Which products are paid for today? costplanner prices list names all; left empty, they are those of the first option that stays."));
            }

            asked.Add(("contract.notice_months", "Must the contract be given notice, or does it end by itself? Without the key it ends by itself."));
            return asked.ToImmutable();
        }
    }

    /// <summary>The contract as it is written.</summary>
    /// <param name="place">The scenario's file.</param>
    public TodaysContract Contract(SourcePlace place) => new()
    {
        Name = Name,
        Ends = Held.Ends,
        PerYear = null,
        IsPerpetual = Held.IsPerpetual,
        Products = Held.Product is { } product ? [product] : [],
        Place = place,
    };

    /// <summary>The block, line by line.</summary>
    /// <param name="currency">The scenario's currency.</param>
    public IEnumerable<string> Lines(Currency currency)
    {
        yield return "# What is paid for the platform of today: owed to its end in every option; licences of options that stay begin where it ends.";
        foreach (var other in Held.Others)
        {
            yield return $"# Also held: {other.ReplaceLineEndings(" ")}. Add what it costs to per_year.";
        }

        yield return "contract:";
        yield return $"  name: {ScenarioTemplate.Quoted(Name)}";
        yield return "  per_year:                  # in full; paid in advance on the day after each anniversary of the end";
        yield return $"  currency: {currency}";
        yield return Held.Ends is { } day
            ? FormattableString.Invariant($"  ends: {day:yyyy-MM-dd}")
            : "  ends:                      # 2027-06-30; of owned licences the end of their support";
        yield return Held.IsPerpetual
            ? "  kind: support              # the licences are owned, and only their support is paid; or subscription"
            : "  kind: subscription         # or support: the licences are owned, and only their support is paid";
        yield return $"  products: [{Held.Product}]   # buying one of these again is a renewal, anything else a new order";
        yield return "  # notice_months: 3         # without notice it runs on for renewal_months";
        yield return "  # renewal_months: 12";
        yield return "# An offer to extend it while VMs move:";
        yield return "# bridge: {months: 6, amount: 60000, currency: EUR, date: 2026-09-15, from: \"reseller, offer 4712\"}";
    }

    private string Name => Held.Name is { } name ? name + Count : Unnamed;

    private string Called => Held.Name is null ? "the platform of today" : $"\"{Name.ReplaceLineEndings(" ")}\"";

    private string Count => (Held.Units, Held.CostUnit) switch
    {
        (null, _) => "",
        ({ } units, var unit) when unit.StartsWith("cpuCore", StringComparison.OrdinalIgnoreCase) => FormattableString.Invariant($", {units} cores"),
        ({ } units, var unit) when unit.StartsWith("cpuPackage", StringComparison.OrdinalIgnoreCase) => FormattableString.Invariant($", {units} CPUs"),
        ({ } units, var unit) => $", {units.ToString(CultureInfo.InvariantCulture)} {unit}".TrimEnd(),
    };

    private string EndQuestion => Held switch
    {
        { EndedOn: { } day } => FormattableString.Invariant($"The licence ended on {day:yyyy-MM-dd}. Until when is what replaced it paid? {Blank}"),
        { IsPerpetual: true } => $"The licences never end; until when is their support paid? {Blank}",
        _ => $"Until when is it paid? {Blank}",
    };
}
