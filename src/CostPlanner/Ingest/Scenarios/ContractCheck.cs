using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>What the contract of today leaves open, and what contradicts it.</summary>
internal static class ContractCheck
{
    /// <summary>Findings, each with what was taken instead, and the key to fill in.</summary>
    public static IEnumerable<Finding> Of(Scenario scenario, string file)
    {
        if (scenario.Contract is { } contract)
        {
            foreach (var finding in Of(contract, scenario))
            {
                yield return finding;
            }
        }

        if (scenario.HostsReplacedOn is not null && scenario.NewHosts.IsEmpty)
        {
            yield return ScenarioCheck.Error(
                "no-new-host", Message.Of("no-new-host.replaced"), ScenarioCheck.At(file, "replace_hosts_on"), Message.Of("no-new-host.mend"));
        }
    }

    private static IEnumerable<Finding> Of(TodaysContract contract, Scenario scenario)
    {
        if (scenario.IsGreenfield)
        {
            yield return ScenarioCheck.Error("contract-of-nothing", Message.Of("contract-of-nothing"), contract.Place, Message.Of("keep-one-of-two"));
        }

        if (contract.PerYear is null)
        {
            yield return new Finding(
                Severity.Warning, "contract-price-unknown", Message.Of("contract-price-unknown", ("contract", contract.Name)), contract.Place,
                Message.Of("contract-price-unknown.done"), Message.Of("contract-price-unknown.mend")) { IsOnFirstPage = true };
        }

        if (contract.Ends is not { } day)
        {
            yield return new Finding(
                Severity.Warning, "contract-end-unknown", Message.Of("contract-end-unknown", ("contract", contract.Name)), contract.Place,
                Message.Of("contract-end-unknown.done"), Message.Of("contract-end-unknown.mend")) { IsOnFirstPage = true };
        }
        else if (day < scenario.AsOf && contract.NoticeMonths == 0)
        {
            yield return new Finding(
                Severity.Warning, "contract-ended", Message.Of("contract-ended", ("date", day)), contract.Place, Message.Of("contract-ended.done"),
                Message.Of("contract-ended.mend"));
        }
    }
}
