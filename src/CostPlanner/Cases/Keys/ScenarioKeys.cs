using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>What a scenario says beside assumptions and prices, as keys: "failover", "horizon_years", "new_host", "hosts.proxmox", "sizing".</summary>
internal static class ScenarioKeys
{
    private const decimal MostTax = 0.99m;
    private const decimal DearestYear = 1_000_000_000m;

    private static readonly AssumptionBounds Failures = DeclaredKeys.Failover.Bounds;

    /// <summary>The keys that every case has.</summary>
    public static ImmutableArray<CaseKey> All(CaseInputs inputs) =>
    [
        new NumberSetting(
            DeclaredKeys.Failover.Name, Message.Of("key.failover"), Message.Of("unit.host"), Failures,
            given => given.Scenario.Failover, (given, value) => With(
                given, scenario => scenario with { Failover = (int)value }), MovesVms: true, Failures, IsWhole: true),
        .. new HostGroups(inputs.Inventory).Names.Select(FailoverOf),
        new NumberSetting(
            DeclaredKeys.Horizon.Name, Message.Of("key.horizon"), Message.Of("unit.year"), DeclaredKeys.Horizon.Bounds,
            given => given.Scenario.HorizonYears,
            (given, value) => AssumptionKeys.Sound(With(given, scenario => scenario with { HorizonYears = (int)value })), MovesVms: true,
            UsualValues.Around(inputs.Scenario.HorizonYears, DeclaredKeys.Horizon.Bounds, UsualValues.Horizon), IsWhole: true),
        new NumberSetting(
            "tax_rate", Message.Of("key.tax"), "share", new AssumptionBounds(0, MostTax),
            given => given.Scenario.TaxRate?.Value, (given, value) => With(given, scenario => scenario with { TaxRate = new Fraction(value) }), MovesVms: false,
            UsualValues.Around(inputs.Scenario.TaxRate?.Value, new AssumptionBounds(0, MostTax), UsualValues.Tax)),
        new NumberSetting(
            "overcommit-cap",
            Message.Of("key.overcommit-cap"),
            Message.Of("unit.vcpus-per-core"),
            KnownAssumptions.Of(AssumptionIds.CpuOvercommit).Bounds,
            _ => null,
            Cap,
            MovesVms: true,
            KnownAssumptions.Of(AssumptionIds.CpuOvercommit).Usual),
        new NumberSetting(
            "vms-per-host", Message.Of("key.vms-per-host"), Message.Of("unit.vm"), DeclaredKeys.VmsPerHost.Bounds,
            given => given.Scenario.Placement.VmsPerHost, (given, value) => Placed(given, rules => rules with { VmsPerHost = (int)value }), MovesVms: true,
            UsualValues.Around(inputs.Scenario.Placement.VmsPerHost, DeclaredKeys.VmsPerHost.Bounds, UsualValues.VmsPerHost), IsWhole: true),
        .. inputs.Scenario.Contract is { PerYear: { } perYear } ? new[] { ContractPerYear(perYear) } : [],
        new WordSetting(
            "new_host",
            Message.Of("key.new-host"),
            given => string.Join('+', given.Scenario.NewHosts),
            NewHost,
            given => [.. given.Hosts.Models.Select(model => model.Id)]),
        new WordSetting("sizing", Message.Of("key.sizing"), SizingNow, Sized, _ => ["configured", "average", "p95", "peak", "coincident"]),
        WordSetting.Choice(
            DeclaredKeys.Objective.Name, Message.Of("key.objective"), given => given.Scenario.Placement.Objective,
            (given, value) => Placed(given, rules => rules with { Objective = value }), [.. DeclaredKeys.Objective.Choices]),
        WordSetting.Choice(
            DeclaredKeys.Within.Name, Message.Of("key.within"), given => given.Scenario.Placement.Within, (given, value) => Placed(
                given, rules => rules with { Within = value }),
            [.. DeclaredKeys.Within.Choices]),
        WordSetting.Choice(
            DeclaredKeys.SurviveSite.Name, Message.Of("key.survive-site"), given => given.Scenario.Placement.SurviveSite,
            (given, value) => Placed(given, rules => rules with { SurviveSite = value }), [.. DeclaredKeys.SurviveSite.Choices]),
        WordSetting.Choice(
            DeclaredKeys.OrderMinimum.Name, Message.Of("key.order-minimum"), given => given.Scenario.OrderMinimum,
            (given, value) => With(given, scenario => scenario with { OrderMinimum = value }),
            [.. DeclaredKeys.OrderMinimum.Choices]),
        WordSetting.Choice(
            DeclaredKeys.LateRenewal.Name, Message.Of("key.late-renewal"), given => given.Scenario.LateRenewal,
            (given, value) => With(given, scenario => scenario with { LateRenewal = value }),
            [.. DeclaredKeys.LateRenewal.Choices]),
        .. inputs.Scenario.Options.Select(HostsOf),
    ];

    /// <summary>What is stated for a cluster, or for a host that stands alone; it has no value while nothing is.</summary>
    private static NumberSetting FailoverOf(string cluster) => new(
        $"failover.{cluster}", Message.Of("key.failover-of", ("cluster", cluster)), Message.Of("unit.host"), Failures,
        given => given.Scenario.FailoverOf.TryGetValue(cluster, out var stated) ? stated : null,
        (given, value) => With(
            given, scenario => scenario with { FailoverOf = scenario.FailoverOf.SetItem(cluster, (int)value) }), MovesVms: true, Failures, IsWhole: true);

    private static CaseKey HostsOf(ScenarioOption option) => WordSetting.Choice(
        $"hosts.{option.Id}",
        Message.Of("key.hosts-of", ("option", option.Name)),
        given => given.Scenario.Options.First(each => each.Id == option.Id).Hosts,
        (given, value) => value == HostPolicy.Refresh && given.Scenario.NewHosts.IsEmpty
            ? throw new CaseKeyException(Message.Of("key.no-host-to-buy"))
            : With(
                given, scenario => scenario with { Options = [.. scenario.Options.Select(each => each.Id == option.Id ? each with { Hosts = value } : each)] }),
        [.. DeclaredKeys.Hosts.Choices]);

    private static NumberSetting ContractPerYear(Money perYear) => new(
        "contract.per_year", Message.Of("key.contract-year"), Message.Of("unit.its-currency"), new AssumptionBounds(0, DearestYear),
        given => given.Scenario.Contract?.PerYear?.Amount,
        (given, value) => With(
            given, scenario => scenario with { Contract = scenario.Contract! with { PerYear = perYear with { Amount = value } } }),
        MovesVms: false,
        UsualValues.ToTwice(perYear.Amount));

    /// <summary>Every option that promises more gets the cap; what promises less stays.</summary>
    private static CaseInputs Cap(CaseInputs inputs, decimal cap)
    {
        var everywhere = inputs.Scenario.Assumptions.LastOrDefault(each => each.Id == AssumptionIds.CpuOvercommit)?.Value
            ?? inputs.Assumptions.Of(AssumptionIds.CpuOvercommit);
        return With(inputs, scenario => scenario with
        {
            Assumptions = everywhere <= cap ? scenario.Assumptions :
            [
                .. scenario.Assumptions.Where(each => each.Id != AssumptionIds.CpuOvercommit),
                new AssumptionOverride(AssumptionIds.CpuOvercommit, cap, AssumptionKeys.From("overcommit-cap")),
            ],
            Options =
            [
                .. scenario.Options.Select(option => option with
                {
                    Assumptions = [
                        .. option.Assumptions.Select(
                            each => each.Id == AssumptionIds.CpuOvercommit && each.Value > cap
                                ? new AssumptionOverride(each.Id, cap, AssumptionKeys.From("overcommit-cap"))
                                : each),
                    ],
                }),
            ],
        });
    }

    private static CaseInputs? NewHost(CaseInputs inputs, string value)
    {
        ImmutableArray<string> ids = [.. value.Split('+', StringSplitOptions.TrimEntries)];
        return ids.All(id => inputs.Hosts.Find(id) is not null) ? With(inputs, scenario => scenario with { NewHosts = ids }) : null;
    }

    private static string SizingNow(CaseInputs inputs)
    {
        var (cpu, memory) = (inputs.Scenario.Sizing.Cpu.ToString(), inputs.Scenario.Sizing.Memory.ToString());
        return cpu == memory ? cpu : $"{cpu}+{memory}";
    }

    /// <summary>One word for CPU and memory, or two: "p95+peak".</summary>
    private static CaseInputs? Sized(CaseInputs inputs, string value)
    {
        var words = value.Split('+', StringSplitOptions.TrimEntries);
        if (words.Length > 2 || SizingMeasure.Of(words[0]) is not { } cpu || SizingMeasure.Of(words[^1]) is not { } memory)
        {
            return null;
        }

        return (cpu.IsMeasured || memory.IsMeasured) && inputs.Usage is null
            ? throw new CaseKeyException(Message.Of("key.no-usage"))
            : With(inputs, scenario => scenario with { Sizing = scenario.Sizing with { Cpu = cpu, Memory = memory } });
    }

    private static CaseInputs With(CaseInputs inputs, Func<Scenario, Scenario> change) => inputs with { Scenario = change(inputs.Scenario) };

    private static CaseInputs Placed(CaseInputs inputs, Func<PlacementRules, PlacementRules> change) =>
        With(inputs, scenario => scenario with { Placement = change(scenario.Placement) });
}
