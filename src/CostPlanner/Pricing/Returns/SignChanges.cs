namespace CostPlanner.Pricing.Returns;

/// <summary>
/// How often numbers change their sign. Payback and the rate of return are told only where there is one such change: more leave more than one answer.
/// </summary>
internal static class SignChanges
{
    /// <summary>How often the sign changes from one number to the next, zeros left out: what is even for a month has changed nothing.</summary>
    /// <param name="signs">The signs: -1, 0 and 1.</param>
    public static int Of(IEnumerable<int> signs)
    {
        var (changes, last) = (0, 0);
        foreach (var sign in signs.Where(sign => sign != 0))
        {
            changes += sign == -last ? 1 : 0;
            last = sign;
        }

        return changes;
    }
}
