using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Architecture;

/// <summary>Rule 1: a stage uses only what its row of the table lists.</summary>
[Slow]
public sealed class StageTests
{
    public static TheoryData<string> AllStages => [.. Stages.MayUse.Keys];

    [Fact]
    public void A_stage_uses_only_what_its_row_lists() => Violation.AssertNone(Broken(Library.Real));

    [Theory]
    [MemberData(nameof(AllStages))]
    public void A_use_that_the_row_does_not_list_is_reported_with_file_and_line(string user)
    {
        var targets = Stages.MayUse.Keys.Select(each => ($"{Stages.FolderOf(each)}/Planted.cs", TargetIn(each)));
        var path = $"{Stages.FolderOf(user)}/PlantedUser.cs";
        var library = Library.With([.. targets, (path, UserIn(user))]);

        Violation.AssertAt(library.Marked(), Broken(library));
    }

    [Fact]
    public void A_use_is_seen_in_whatever_form_it_comes()
    {
        var library = Library.With(
            ("src/CostPlanner/Pricing/Planted.cs", """
                namespace CostPlanner.Pricing;

                public sealed class Target : Attribute, IDisposable
                {
                    public const string Name = "name";
                    public static implicit operator Target(int value) => new();
                    public static Target operator +(Target left, Target right) => left;
                    public void Deconstruct(out int left, out int right) => (left, right) = (0, 0);
                    public void Dispose() { }
                }

                public static class TargetWords
                {
                    public static int Shout(this string text) => text.Length;
                }
                """),
            ("src/CostPlanner/Demand/Handed.cs", """
                namespace CostPlanner.Demand;

                public static class Handed
                {
                    public static List<CostPlanner.Pricing.Target> Out() => []; // here
                }
                """),
            ("src/CostPlanner/Demand/Planted.cs", """
                using CostPlanner.Pricing; // here
                using Price = CostPlanner.Pricing.Target; // here
                using static CostPlanner.Pricing.TargetWords; // here

                namespace CostPlanner.Demand;

                /// <summary>Like <see cref="Target"/>.</summary> // here
                [Target] // here
                public class Planted
                {
                    private const string Constant = Target.Name; // here
                    private string name = nameof(Target.Dispose); // here
                    private Price? alias; // here
                    private Func<List<int[]>, Target[]>? nested; // here

                    private int Extension() => "".Shout(); // here
                    private object Created() => new Target(); // here
                    private object Generic() => new List<Target>(); // here
                    private bool Pattern(object thing) => thing is Target; // here
                    private string Fine(Planted other) => name + other.name + Constant;

                    private void Unnamed()
                    {
                        var handed = Handed.Out(); // here
                        foreach (var each in Handed.Out()) // here
                        {
                            var sum = each + 1; // here
                        }

                        var (left, right) = Handed.Out()[0]; // here
                        var count = left + right;
                        Handed.Out().ForEach(each => count++); // here
                        Handed.Out().Add(new()); // here
                    }
                }
                """));

        Violation.AssertAt(library.Marked(), Broken(library));
    }

    private static IEnumerable<Violation> Broken(Library library) =>
        from file in library.Files
        from use in file.Uses
        let stage = Stages.Of(use.Symbol)
        where stage is not null && stage != file.Stage && !MayUse(file.Stage, stage)
        select Violation.At(use.Node, $"{file.Stage} may not use {stage} ({use.Symbol.ToDisplayString()})");

    private static bool MayUse(string user, string used) => Stages.MayUse.GetValueOrDefault(user, []).Contains(used);

    private static string TargetIn(string stage) => $"""
        namespace {Stages.NamespaceOf(stage)};

        public sealed record Planted(int Value);
        """;

    private static string UserIn(string user)
    {
        var uses = Stages.MayUse.Keys.Select(each =>
            $"    public {Stages.NamespaceOf(each)}.Planted? Of{each} => null;{(each == user || MayUse(user, each) ? "" : " // here")}");
        return $$"""
            namespace {{Stages.NamespaceOf(user)}};

            public sealed class PlantedUser
            {
            {{string.Join('\n', uses)}}
            }
            """;
    }
}
