using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>A business case as JSON for scripts: the contract "costplanner/result/1".</summary>
/// <remarks>
/// <para>
/// The same case gives the same text, byte for byte: no clock, duration, path or thread count is in it. Fields are only
/// added within a version. Amounts are numbers in the scenario's currency unless a field "currency" stands beside them;
/// shares are from 0 to 1; dates are yyyy-MM-dd; months of payments count from 0; what has no answer is null, and a
/// field beside it says why.
/// </para>
/// <list type="bullet">
/// <item><c>schema</c>: "costplanner/result/1".</item>
/// <item>
/// <c>scenario</c>: name, title, asOf, currency, horizonYears, grid, inventoryFile, failover, failoverOf (a number for single
/// clusters and hosts, only where there are any), baseline, newHost (the first of newHosts), newHosts, leaveOut,
/// seed, placement {objective, within, surviveSite, vmsPerHost, sites {name, hosts}, rules {name, kind, vms, hosts, atMost}, devices {name, vms,
/// hosts, perHost, onNewHosts}, guestLicences {name, guests, vms, product}}.
/// </item>
/// <item><c>answer</c>: baseline, cheapest (an option's id, or null when none can be ranked), ranking (ids, cheapest first), hostsToday (null where not known),
/// withinSite {reason (clustersNotKnown, smallPools), option, pools, hosts, hostsWithinSite, totalWithinSite} (only where something asks what planning by site would give).</item>
/// <item>
/// <c>estate</c>: files, writtenBy, exportedOn, platform; vms, vmsPoweredOn, vmsPoweredOff, templates, vmsOfUnknownSize, placeholders, inaccessible, orphaned,
/// disconnected (by the connection state; counted among the others too), vCpus,
/// memoryMiB (all VMs read), vCpusPoweredOn, memoryMiBPoweredOn (powered on, no templates), hosts, clusters, cores, licensableCores (16 per CPU at least),
/// hostsNotDescribed (while it is not 0, cores are lower bounds), vmsOfUnknownPower (counted as powered on) and vmsOfUnknownDisk,
/// tellsClusters (false where the format has no place for clusters, else left out), whyHostsUnknown (only where hosts are not known: hosts, cores and licensableCores are null then, never 0); counted, of the baseline: {running (ordinary
/// VMs), notRunning, templates, placeholders, leftOut, ofPlatform (VMs of the platform that it carries), doneWithout (those that it does not plan), lost};
/// platformVms {vm, role, knownBy, takesCapacity, elsewhere, grade, carriedBy (options; only in a result)}; lost {vm, connection}; inventoryRules {name, kind (keepApart, keepTogether, hosts), vms,
/// obeyed}; selections {list (leave_out, keep), entry, vms (how many it matched)}; groups {name, vms, running, vCpus, memoryMiB (of the running), diskGiB (of all), vmsOfUnknownDisk (then diskGiB is a lower bound)}; rows by sheet {read, used, setAside}.
/// </item>
/// <item>
/// <c>options</c>, each: id, name, platform, hostPolicy, complete (no price missing), planHolds (every VM has a place, and failures are
/// survived), ranked (both), total, atLeast (not ranked: the total is a lower bound), presentCost, savedByConfinement (licences of
/// guests that are confined to a few hosts, against letting them run on every host of their clusters; null where none are),
/// unitCosts {vmMonth, gibMonth, vCpuMonth, whyNone} (total by running VM, GiB of their memory, vCPU, and month; lower bounds where the total is one),
/// byCategory {amount, atLeast, byYear}, byYear, comparison {saving, share, scope, years, presentSaving, paybackMonth} or null with
/// whyNotCompared; energy {kWh over the horizon, kWhPerMonth, co2eKg, grid {place, year, gPerKWh, basis, source}, whyNoCo2e}; hosts {today, used, bought,
/// lowerBound}; course {platformFromMonth, stages {month, hosts, bought, planHolds}, move {preparationMonths, movingMonths, vms, dataGiB, weeksByVms,
/// weeksByData, hostsOfTodayThatRunOn, swingServers, waves {month, vms}} or null};
/// guestLicences, each licence that running guests carry: licence, vms (that carry it), hosts (that they may run on), amount, atLeast, inPlatform (its
/// price contains them, so the amount is 0), confined (the plan keeps them to a few hosts);
/// cashFlow {byMonth, depreciationByYear, expenseByYear, leftInBooks, afterTaxByYear and presentAfterTax (null without a tax rate), irr (a year; null where there is
/// none) and irrWords (why not, or what must be said with it)}; lines; clusters.
/// </item>
/// <item>
/// a line: id, category, label, guests (the licence of guests that it counts, or null), quantity, quantities {month, quantity} (only where it changes over time), unit, listPrice, unitPrice, currency, rate, rateDate, rule, source {text, date, grade, row},
/// hole (why there is no amount, or null), amount, payments [[month, amount]].
/// </item>
/// <item>
/// a cluster, or a host that stands alone: name, hostsToday, oneHostToday (only where it is true: planned without failover unless the scenario says so), lowerBound, boundBy, provenFewest, holds, used by dimension, failover {failures, casesTried, holds,
/// worstCase, tightest, tightestUse}, storagePool (absent where no VM lies on vSAN) {neededGiB (copies and all), rawGiB, rawLostGiB (of hosts to be rebuilt), fill, hosts,
/// leastHosts, rebuild, holds, storedOnly (VMs that do not run)}, confinements {licence, hosts} (guests kept to a few hosts), misfits {vm, reason}, hosts {name,
/// bought, cores, memoryMiB, used, vms}. A VM is its name, followed by its id in brackets where the name is not unique.
/// </item>
/// <item>
/// <c>evidence</c>, absent where nothing contradicts: contradictions {cluster, vm (null for all), what (the figure), runs, allowed, hosts, hostsLost, assumption, value, valueThatHolds
/// (null where none does), options}: what runs today and the rules would not allow on the same hosts; purchases {cluster, hostsToday, bought, options}: bought although
/// today's hosts run the same VMs.
/// </item>
/// <item>
/// <c>sizing</c>, null where no use over time was measured: rules {cpu, memory, percentile, buckets, bucket}, referenceCpu; usage {files, start, end,
/// intervalSeconds, slots, vmsSeen, vmsNeverSeen, rowsRead, rowsUsed}; cpu (busy cores of today's hosts) and memoryMiB {sumOfPeaks, sumOfP95,
/// sumOfAverages, coincidentPeak, coincidentAt, coincidentP95, hours {hour, average, peak}}, times in UTC; cases, each the baseline sized in one
/// way: rules, isScenarios, cores, memoryMiB, planHolds, hosts, bought, lowerBound, hardware, platformLicences, total, atLeast; idle, oversized
/// and littleSeen {vm, vCpus, cpuP95, memoryMiB, memoryP95MiB, seen}; neverSeen.
/// </item>
/// <item>
/// <c>runway</c>: when the hosts of today do not suffice any more, as <see cref="RunwayJson"/> has it, for the baseline over the horizon and without snapshots; null where
/// the case was worked out without it.
/// </item>
/// <item>
/// <c>uncertainty</c>, null where nobody asked: trials, mostTrials, stoppedBy (known: the median of the main difference is, to 1 %; mostTrials; nothingToCompare; nothingUncertain),
/// placements (distinct plans), step (of the grid by which plans are kept), seed, baseline, shareAsked, inputs {key, label, unit, low, likely, high, shape, source},
/// correlations {a, b, rank}; options {option, lacking (trials without a total), why (it lacks one, as the end of a sentence; null where none does), total, cheapest}, the last two null where a trial lacks a total; differences to the baseline {option,
/// saving, share, saves, savesShareAsked, paysBack}; main (the option of the main difference, or null). A spread is p5, p10, p50, p90, p95, mean and deviation; each figure and each
/// probability is {value, standardError}. causes, null where no option has a total in every trial: of (the figure), likely, tornado {key, low, high} (the figure at the input's
/// low and high), ranks {key, correlation}, variance {rows, lacking, runs, factors, rest (none or one)} or null, each factor {keys, first, total}, each share {value, low, high} of 95 %.
/// breakEvens {key, label, unit, now, low, high, pairs {a, b, atLow, atHigh, least, most, looked, missing, crossings {at, from, to, before, after, hasGap}}}: differences are the cost of a less that of b; no
/// crossing means never in range. map {x, y, xNow, yNow, cells {x, y, winner, lead, totals (in the order of the options)}} or null.
/// </item>
/// <item>
/// <c>claim</c>: low, high, years (the scenario's horizon, which sets the hosts), features (those that the scenario asks for; empty for all); cells,
/// one for each pair of options, scope and term: kvm, other, scope, years (the term), share, verdict, reason, equalFeatures {state (equal: KVM has
/// all that the other has; notEqual; notKnown), lacks, unknown}.
/// </item>
/// <item><c>findings</c>: severity, code, message, file, sheet, row, column, done, mend.</item>
/// <item><c>assumptions</c>: id, label, unit, low, likely, high, source, default (before the scenario), measure (which a run on a candidate server can set it by; null where none can),
/// measured {value, low, high (of 95 %), n, run, host, day, record (its file in the data folder) and sha256 (null where it is not there), doubt (why the record does not bear it out)}, null where
/// it is not measured.</item>
/// <item><c>rates</c>: the newest rate on or before asOf of each currency: currency, perEuro, date, source.</item>
/// </list>
/// </remarks>
public static class ResultJson
{
    /// <summary>The schema's name and version.</summary>
    public const string Schema = "costplanner/result/1";

    /// <summary>The case as JSON, indented, lines ended by \n.</summary>
    public static string Render(CaseStudy result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonText.Of(to =>
        {
            to.WriteStartObject();
            to.WriteString("schema", Schema);
            ScenarioJson.Write(to, result);
            EstateJson.Write(to, result);
            OptionsJson.Write(to, result);
            EvidenceJson.Write(to, result.Evidence);
            SizingJson.Write(to, result);
            RunwayJson.Write(to, "runway", result.Runway);
            UncertaintyJson.Write(to, result);
            if (result.Claim is { } claim)
            {
                ClaimJson.Write(to, result, claim);
            }

            FindingsJson.Write(to, result.Findings);
            AssumptionsJson.Write(to, result);
            to.WriteEndObject();
        }) + "\n";
    }
}
