using CostPlanner.Model;
using CostPlanner.Studies;
using CostPlanner.Studies.Decision;

namespace CostPlanner.Reporting.Text;

/// <summary>What to do, as messages: for the report and for JSON alike.</summary>
internal static class DecisionWords
{
    /// <summary>The verdict; null where the data folder has no rules.</summary>
    public static Message? Verdict(CaseStudy result, DecisionStudy decision)
    {
        var years = result.Inputs.Scenario.HorizonYears;
        return decision.Verdict switch
        {
            null => null,
            VerdictKind.RequirementsUnmet => Message.Of("decision.verdict.requirements-unmet"),
            VerdictKind.NoAnswer => Message.Of("decision.verdict.no-answer"),
            VerdictKind.OnlyStay => Message.Of("decision.verdict.only-stay", ("stay", Stay()), ("cost", Cost(decision.Sides.Stay!.Value))),
            VerdictKind.OnlyLeave => Message.Of("decision.verdict.only-leave", ("leave", Leave()), ("cost", Cost(decision.Sides.Leave!.Value))),
            VerdictKind.Leave => Message.Of(
                "decision.verdict.leave",
                ("leave", Leave()),
                ("stay", Stay()),
                ("years", years),
                ("middle", Amount(decision.Drawn!.Saving.P50.Value)),
                ("low", Amount(decision.Drawn.Saving.P10.Value)),
                ("high", Amount(decision.Drawn.Saving.P90.Value)),
                ("share", decision.Drawn.Saves.Value)),
            VerdictKind.Stay => Message.Of(
                "decision.verdict.stay",
                ("leave", Leave()),
                ("stay", Stay()),
                ("product", Renewed(result, decision)),
                ("years", years),
                ("middle", Amount(-decision.Drawn!.Saving.P50.Value)),
                ("low", Amount(-decision.Drawn.Saving.P90.Value)),
                ("high", Amount(-decision.Drawn.Saving.P10.Value)),
                ("share", decision.Drawn.Saves.Value)),
            VerdictKind.Open => Message.Of(
                "decision.verdict.open",
                ("leave", Leave()),
                ("stay", Stay()),
                ("years", years),
                ("low", Amount(decision.Drawn!.Saving.P10.Value)),
                ("high", Amount(decision.Drawn.Saving.P90.Value)),
                ("share", decision.Drawn.Saves.Value),
                ("facts", Facts(decision))),
            VerdictKind.LeaveUndrawn => Message.Of(
                "decision.verdict.leave-undrawn", ("leave", Leave()), ("stay", Stay()), ("years", years), ("less", decision.Saving!.Value)),
            VerdictKind.StayUndrawn => Message.Of(
                "decision.verdict.stay-undrawn", ("leave", Leave()), ("stay", Stay()), ("years", years), ("more", decision.Saving!.Value * -1)),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Verdict, "no such verdict"),
        };

        string Stay() => Name(result, decision.Sides.Stay!.Value);

        string Leave() => Name(result, decision.Sides.Leave!.Value);

        Money Cost(int option) => result.Options[option].PresentCost.Rounded(0);

        Money Amount(decimal amount) => new Money(amount, result.Inputs.Scenario.Currency).Rounded(0);
    }

    /// <summary>That going on as today would be the cheapest; null where it would not.</summary>
    public static Message? Today(DecisionStudy decision) =>
        decision.TodayIsCheaper is { } less ? Message.Of("decision.today-cheaper", ("less", less.Rounded(0))) : null;

    /// <summary>Until when to decide; null for what is set up anew.</summary>
    public static Message? Date(CaseStudy result, DecisionStudy decision) => decision.By switch
    {
        _ when result.Inputs.Scenario.IsGreenfield => null,
        { Ends: null } => Message.Of("decision.date.no-contract"),
        { IsNoticePast: true, Notice: { } notice, Ends: { } ends } => Message.Of("decision.date.notice-past", ("notice", notice), ("ends", ends)),
        { LastDay: null, Ends: { } ends } => Message.Of("decision.date.ended", ("ends", ends)),
        { Notice: { } notice, LastDay: { } last, Ends: { } ends } when last == notice =>
            Message.Of("decision.date.notice", ("last", last), ("ends", ends), ("notice", notice)),
        { IsMoveLate: false, BeginMove: { } begin, MoveMonths: { } months, LastDay: { } last, Ends: { } ends } =>
            Message.Of("decision.date.move", ("last", last), ("ends", ends), ("months", months), ("begin", begin)),
        { LastDay: { } last } => Message.Of("decision.date.ends", ("last", last)),
    };

    /// <summary>That a move cannot end with the contract any more; null where it can, or nothing leaves.</summary>
    public static Message? MoveLate(DecisionStudy decision) =>
        decision.By is { IsMoveLate: true, BeginMove: { } begin, MoveMonths: { } months, Ends: { } ends }
            ? Message.Of("decision.date.move-late", ("months", months), ("ends", ends), ("begin", begin))
            : null;

    /// <summary>A fact that would decide.</summary>
    public static Message Of(DecidingFact fact)
    {
        var unit = fact.Input.Unit;
        return Message.Of(
            "decision.fact",
            ("input", fact.Input.Label),
            ("likely", UncertaintyWords.ValueWithUnit(unit, fact.Input.Range.Likely)),
            ("low", UncertaintyWords.Value(unit, fact.Input.Range.Low)),
            ("high", UncertaintyWords.Value(unit, fact.Input.Range.High)),
            ("turns", fact.Turns is { } at ? Message.Of("decision.fact.turns", ("at", UncertaintyWords.Value(unit, at))) : Message.None));
    }

    /// <summary>The name of an option.</summary>
    public static string Name(CaseStudy result, int option) => result.Options[option].Option.Name;

    /// <summary>The products that staying renews; nothing where it needs none.</summary>
    private static Message Renewed(CaseStudy result, DecisionStudy decision)
    {
        var (inputs, licences) = (result.Inputs, result.Options[decision.Sides.Stay!.Value].Option.Licences);
        return licences.IsEmpty ? Message.None : Message.Of(
            "decision.verdict.renew", ("products", Message.List(licences.Select(id => inputs.Prices.Find(id, inputs.Scenario.AsOf)?.Product ?? id))));
    }

    private static Message Facts(DecisionStudy decision) =>
        decision.Facts.IsEmpty ? Message.None : Message.Of("decision.facts", ("facts", Message.List(decision.Facts.Select(Of))));
}
