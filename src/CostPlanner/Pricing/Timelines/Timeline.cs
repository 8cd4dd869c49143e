using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Licences;

namespace CostPlanner.Pricing.Timelines;

/// <summary>Months in which the same hosts run.</summary>
/// <param name="From">The first month.</param>
/// <param name="To">The month after the last.</param>
/// <param name="Plan">The plan that VMs are placed by, or are about to be while they still run on the hosts of today.</param>
/// <param name="Running">The servers that run, by kind.</param>
public sealed record PlanSpan(int From, int To, EstatePlan Plan, ServerCounts Running);

/// <summary>How an option goes month by month: which hosts run, when VMs move, from when on its platform is paid.</summary>
public sealed record Timeline
{
    /// <summary>The plan of each span of months, whoever runs meanwhile.</summary>
    public required ImmutableArray<PlanSpan> Planned { get; init; }

    /// <summary>What runs in each span of months: while VMs move, the hosts of today beside those of the plan.</summary>
    public required ImmutableArray<PlanSpan> Spans { get; init; }

    /// <summary>The month from which on the option's own platform is paid.</summary>
    public int PlatformFrom { get; init; }

    /// <summary>The move away from the platform of today; null where the option stays on it, or is set up anew.</summary>
    public Migration? Move { get; init; }

    /// <summary>
    /// The move from the hosts of today to new ones of an option that stays on their platform and replaces them all; null for any other. It costs nothing
    /// for a VM, for a running VM moves from host to host, but takes as long as a move away.
    /// </summary>
    public Migration? Exchange { get; init; }

    /// <summary>The move of VMs to other hosts, whether to another platform or to new hosts of the same; null where they stay where they are.</summary>
    public Migration? MoveOfVms => Move ?? Exchange;

    /// <summary>Servers bought for the move alone.</summary>
    public int Swing { get; init; }

    /// <summary>Their model; null where the scenario names none that can be bought.</summary>
    public ServerModel? SwingModel { get; init; }

    /// <summary>The hosts of today, whether the plan uses them or not; empty where none is known.</summary>
    public ImmutableArray<PlannedHost> Today { get; init; } = [];

    /// <summary>Those of <see cref="Leaving"/> that stand in for hosts of today which are not known.</summary>
    public int StandIns { get; init; }

    /// <summary>Whether no host of today is known at all, so that even their number is that of the plan: nothing may be ordered for them.</summary>
    public bool IsTodayGuessed { get; init; }

    /// <summary>Servers of today that run until the last VM has moved.</summary>
    public ImmutableArray<PlannedHost> Leaving { get; init; } = [];

    /// <summary>An option that stays: its hosts run from the first month on.</summary>
    /// <param name="stages">Its hosts over time.</param>
    /// <param name="months">Months looked at.</param>
    /// <param name="platformFrom">When its own licences begin: when those of today end.</param>
    /// <param name="cache">Keeps what was counted of plans.</param>
    public static Timeline Staying(ImmutableArray<HostSpan> stages, int months, int platformFrom, CaseCache cache)
    {
        var planned = SpansOf(stages, months, cache);
        return new Timeline { Planned = planned, Spans = planned, PlatformFrom = Math.Min(platformFrom, months) };
    }

    /// <summary>An option that moves VMs: the hosts of today run until the move ends, those of the plan from the first wave on.</summary>
    /// <param name="stages">Its hosts over time.</param>
    /// <param name="months">Months looked at.</param>
    /// <param name="move">The move.</param>
    /// <param name="today">The hosts of today.</param>
    /// <param name="spare">Servers that must be free for the move; 0 where all hosts are replaced.</param>
    /// <param name="cache">Keeps what was counted of plans.</param>
    public static Timeline Moving(ImmutableArray<HostSpan> stages, int months, Migration move, ImmutableArray<PlannedHost> today, int spare, CaseCache cache)
    {
        var planned = SpansOf(stages, months, cache);
        var start = Math.Min(move.Preparation, months);
        var leaving = CountedPlan.Of(planned.Last(phase => phase.From <= start).Plan, cache).Without(today);
        var end = Math.Min(move.Ends, months);
        ImmutableArray<PlanSpan> phases =
        [
            .. start == 0 ? [] : new[] { new PlanSpan(0, start, planned[0].Plan, ServerCounts.Of(today, cache)) },
            .. planned.SelectMany(
                phase => Cut(phase, start, end).Select(
                    part => part.From < end ? part with { Running = part.Running.And(Beside(part, leaving, cache)) } : part)),
        ];
        return new Timeline
        {
            Planned = planned,
            Spans = phases,
            PlatformFrom = start,
            Move = move,
            Swing = Math.Max(0, spare - leaving.Length),
            Leaving = leaving,
        };
    }

    /// <summary>
    /// An option that stays and replaces all hosts: as for one that leaves, new hosts run from the end of the preparation on and those of today until the
    /// last VM has moved. Its licences are those of the plan, and are paid once.
    /// </summary>
    /// <param name="stages">Its hosts over time.</param>
    /// <param name="months">Months looked at.</param>
    /// <param name="platformFrom">When its own licences begin: when those of today end.</param>
    /// <param name="exchange">The move from host to host.</param>
    /// <param name="today">The hosts of today.</param>
    /// <param name="cache">Keeps what was counted of plans.</param>
    public static Timeline Exchanging(
        ImmutableArray<HostSpan> stages, int months, int platformFrom, Migration exchange, ImmutableArray<PlannedHost> today, CaseCache cache) =>
        Moving(stages, months, exchange, today, spare: 0, cache) with
        {
            PlatformFrom = Math.Min(platformFrom, months),
            Move = null,
            Exchange = exchange,
        };

    private static ImmutableArray<PlanSpan> SpansOf(ImmutableArray<HostSpan> stages, int months, CaseCache cache) =>
    [
        .. from each in stages.Index()
           where each.Item.From < months
           select new PlanSpan(
               each.Item.From,
               each.Index + 1 < stages.Length ? Math.Min(stages[each.Index + 1].From, months) : months,
               each.Item.Plan,
               CountedPlan.Of(each.Item.Plan, cache).Running),
    ];

    /// <summary>Those of some servers that a plan does not use: what grows meanwhile takes hosts of today back, and none runs twice.</summary>
    private static ServerCounts Beside(PlanSpan phase, ImmutableArray<PlannedHost> servers, CaseCache cache) =>
        ServerCounts.Of(CountedPlan.Of(phase.Plan, cache).Without(servers), cache);

    /// <summary>The part of a phase from the start on, in two where the end lies inside it.</summary>
    private static IEnumerable<PlanSpan> Cut(PlanSpan phase, int start, int end)
    {
        var from = Math.Max(phase.From, start);
        if (from < end && end < phase.To)
        {
            yield return phase with { From = from, To = end };
            yield return phase with { From = end };
        }
        else if (from < phase.To)
        {
            yield return phase with { From = from };
        }
    }
}
