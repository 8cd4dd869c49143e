using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Evidence;

namespace CostPlanner.Reporting.Chapters.Hosts;

/// <summary>What today's estate proves against the assumptions, for the first page.</summary>
internal static class EvidenceWords
{
    private const int Most = 3;
    private const int MostOptions = 2;

    /// <summary>What is bought although today's hosts run the same VMs, then each contradiction with both figures and the value that would hold.</summary>
    public static IEnumerable<string> Of(EvidenceStudy evidence)
    {
        foreach (var each in evidence.Purchases.Take(Most))
        {
            var names = string.Join(", ", each.Options.Take(MostOptions))
                + (each.Options.Length > MostOptions ? Words.Of(
                    "hosts.evidence.and-more",
                    ("options", Printed.Whole(each.Options.Length - MostOptions))) : "");
            yield return $"{names}: {Sentences.Of(each.Sentence)}.";
        }

        foreach (var each in evidence.Contradictions.Take(Most))
        {
            yield return Words.Of(
                "hosts.evidence.today-s-estate",
                ("sentence", each.What.Sentence),
                ("offer", Wording.Capital(Sentences.Of(each.What.Offer))));
        }

        if (Math.Max(evidence.Purchases.Length, evidence.Contradictions.Length) > Most)
        {
            yield return Words.Of("hosts.evidence.more-of-what");
        }
    }
}
