using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>Everything of a case that can be changed by name.</summary>
public static class CaseKeys
{
    /// <summary>Letters that may be wrong in the word before the dot.</summary>
    private const int Slips = 2;

    /// <summary>The key of that name, or null where the case has none.</summary>
    public static CaseKey? Find(CaseInputs inputs, string name)
    {
        if (AssumptionKeys.Of(inputs, name) is { } assumption)
        {
            return assumption;
        }

        if (ScenarioKeys.All(inputs).Concat(EstateKeys.All(inputs)).FirstOrDefault(each => each.Name == name) is { } key)
        {
            return key;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return null;
        }

        var rest = name[(dot + 1)..];
        return name[..dot] switch
        {
            "price" => PriceKeys.Factor(inputs, rest),
            "discount" => PriceKeys.Discount(inputs, rest),
            "quote" => PriceKeys.Quote(inputs, rest),
            "copies" => EstateKeys.Copies(inputs, rest),
            _ => inputs.Scenario.Options
                .Where(option => name.StartsWith(option.Id + ".", StringComparison.Ordinal))
                .Select(option => AssumptionKeys.Of(inputs, option.Id, name[(option.Id.Length + 1)..]))
                .FirstOrDefault(each => each is not null),
        };
    }

    /// <summary>The name of the key of a vendor's discount: "discount.broadcom".</summary>
    public static string DiscountOf(string vendor) => $"discount.{PriceKeys.Word(vendor)}";

    /// <summary>Why a name is no key, with the nearest one: Unknown key "grwth". Did you mean "growth"?.</summary>
    public static Message WhyNone(CaseInputs inputs, string name) =>
        EstateKeys.WhyAmbiguous(inputs, name) ?? UnknownName.Of(Message.Of("kind.key"), name, Names(inputs, name));

    /// <summary>The names of keys that one may have meant; keys of single VMs only where a VM was asked for.</summary>
    public static IEnumerable<string> Names(CaseInputs inputs, string asked)
    {
        var assumptions = inputs.Assumptions.All.Select(each => each.Id).ToList();
        var family = asked.Split('.')[0];
        return assumptions
            .Concat(ScenarioKeys.All(inputs).Concat(EstateKeys.All(inputs)).Select(each => each.Name))
            .Concat(Of("price", inputs.Prices.Ids))
            .Concat(Of("quote", inputs.Prices.Ids))
            .Concat(Of("discount", PriceKeys.Vendors(inputs).Select(PriceKeys.Word)))
            .Concat(Of("copies", EstateKeys.VmNames(inputs)))
            .Concat(inputs.Scenario.Options.SelectMany(option => Of(option.Id, assumptions.Where(AssumptionKeys.MayDiffer))));

        // Names of another family are further away than any word of this one.
        IEnumerable<string> Of(string first, IEnumerable<string> rest) =>
            asked.Contains('.', StringComparison.Ordinal) && (family == first || NearestName.Distance(family, first) <= Slips)
                ? rest.Select(each => $"{first}.{each}")
                : [];
    }
}
