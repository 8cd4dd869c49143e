using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>Everything a user can get wrong ends with exit code 2 and a sentence that says what to do, never with a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_inventory() => Refused(Run.Of("inspect", folder.At("nothing.xlsx")), "nothing.xlsx", "check the path");

    [Fact]
    public void A_folder_as_inventory() => Refused(Run.Of("inspect", folder.Root), "directory");

    [Fact]
    public void An_empty_file() => Refused(Run.Of("inspect", folder.Write("empty.xlsx", "")), "empty");

    [Fact]
    public void A_text_file_named_xlsx() => Refused(Run.Of("inspect", folder.Write("text.xlsx", "VM,CPUs\na,1\n")), "text.xlsx");

    [Fact]
    public void A_password_protected_workbook()
    {
        var file = folder.At("secret.xlsx");
        File.WriteAllBytes(file, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]]);
        Refused(Run.Of("inspect", file), "unprotected");
    }

    [Fact]
    public void A_missing_scenario() => Refused(Run.Of("case", folder.At("nothing.yaml")), "nothing.yaml");

    [Fact]
    public void A_misspelt_key_is_named_with_its_line_and_the_nearest_key() =>
        Refused(Case(Scenario().Replace("horizon_years", "horizon_year", StringComparison.Ordinal)), "row 4", "horizon_year", "Did you mean \"horizon_years\"");

    [Fact]
    public void An_unknown_product_is_named_with_the_nearest_one() =>
        Refused(Case(Scenario().Replace("kvm-plain", "kvm-plane", StringComparison.Ordinal)), "\"kvm-plane\"", "Did you mean \"kvm-plain\"");

    [Fact]
    public void An_unknown_baseline() => Refused(Case(Scenario().Replace("baseline: a", "baseline: z", StringComparison.Ordinal)), "Unknown option \"z\"");

    [Fact]
    public void An_unknown_assumption() =>
        Refused(Case(Scenario() + "assumptions:\n  cpu-overcomit: 5\n"), "cpu-overcomit", "Did you mean \"cpu-overcommit\"");

    [Fact]
    public void An_unknown_place_of_electricity() => Refused(Case(Scenario() + "grid: Germani\n"), "\"Germani\"", "Did you mean \"Germany\"");

    [Fact]
    public void A_number_that_is_none() => Refused(Case(Scenario().Replace("horizon_years: 5", "horizon_years: five", StringComparison.Ordinal)), "\"five\"", "whole number");

    [Fact]
    public void A_scenario_that_is_no_yaml() => Refused(Run.Of("case", folder.Write("broken.yaml", "title: [")), "broken.yaml");

    [Fact]
    public void A_scenario_whose_inventory_is_missing() => Refused(Case(Scenario()), "estate.xlsx");

    [Fact]
    public void All_findings_are_told_at_once()
    {
        var run = Case(Scenario().Replace("horizon_years: 5", "horizon_years: five\nfoo: 1", StringComparison.Ordinal));
        Refused(run, "\"five\"", "\"foo\"");
    }

    [Fact]
    public void An_unknown_command_and_a_missing_argument_are_the_users_input()
    {
        Refused(Run.Of("frobnicate"), "frobnicate");
        Refused(Run.Of("case"), "SCENARIO");
        Refused(Run.Of("quote", "--product", "kvm-plain", "--hosts", "0", "--sockets", "2", "--cores", "8"), "--hosts must be 1 or more");
    }

    [Fact]
    public void A_quote_for_an_unknown_product() =>
        Refused(Run.Of("quote", "--product", "vmware-vvf-3", "--hosts", "1", "--sockets", "2", "--cores", "16"), "Did you mean \"vmware-vvf-3y\"");

    [Fact]
    public void A_quote_for_a_product_without_a_price_prints_the_quantity_and_no_amount()
    {
        var run = Run.Of("quote", "--product", "xenserver-8-premium", "--hosts", "2", "--sockets", "2", "--cores", "16", "--as-of", "2026-10-01");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("quantity  4 × socket", run.Out, StringComparison.Ordinal);
        Assert.Contains("amount    none", run.Out, StringComparison.Ordinal);
        Assert.Contains("ask the vendor", run.Error, StringComparison.Ordinal);
    }

    private Run Case(string scenario) => Run.Of("case", folder.Write("test.yaml", scenario), "--out", folder.At("out"), "--trials", "0");

    private static string Scenario() =>
        """
        title: Test
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 5
        inventory: estate.xlsx
        failover: 1
        baseline: a
        options:
          - id: a
            name: A
            platform: kvm
            licences: [kvm-plain]

        """;

    private static void Refused(Run run, params string[] words)
    {
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, run.Error, StringComparison.OrdinalIgnoreCase));
    }
}
