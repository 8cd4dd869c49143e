using CostPlanner.Model;
using CostPlanner.Studies;

namespace CostPlanner.Tests.Given;

/// <summary>A case with the studies that need nothing but its own placement.</summary>
internal static class Studied
{
    public static CaseStudy Of(CaseInputs inputs) => CaseStudy.Of(inputs, [Study.Claim, Study.Sizing, Study.Evidence]);
}
