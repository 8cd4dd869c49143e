using System.Text.Json;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Answers;

/// <summary>Licences of guests that are owned: said before they are filled in, and not bought again after.</summary>
[Slow]
public sealed class OwnedLicencesAnswersTests : IDisposable
{
    private static readonly string Demo = Path.Combine(Repository.Data, "inventories", "demo-company.xlsx");

    private readonly TemporaryFolder bought = new(), owned = new();

    public void Dispose()
    {
        bought.Dispose();
        owned.Dispose();
    }

    // What is told as possibly owned is what the total loses once all of it is owned; nothing else moves.
    [Fact]
    public void All_that_may_be_owned_is_what_owning_it_takes_off_the_total()
    {
        var unsaid = Answered.Of(bought, Demo);
        var said = Answered.Of(owned, Demo, text => text.Replace(
            "\noptions:",
            "\nowned: [windows-server-2025-standard, windows-server-2025-datacenter, rhel-server-standard, rhel-vdc-standard, backup]\noptions:",
            StringComparison.Ordinal));
        var may = unsaid.Option("vvf").GetProperty("guestLicencesThatMayBeOwned").GetDecimal();

        Assert.True(may > 0);
        Assert.Equal(unsaid.Total() - may, said.Total());
        Assert.Equal(JsonValueKind.Null, said.Option("vvf").GetProperty("guestLicencesThatMayBeOwned").ValueKind);
        Assert.Equal(5, said.Result.GetProperty("scenario").GetProperty("owned").GetArrayLength());
        Assert.Contains("owned-not-counted", said.Codes);

        // RHEL is a subscription, in two editions: what renews it is in no total, and that is said of each. Windows Server is bought once.
        Assert.Equal(2, said.Codes.Count(code => code == "owned-renewal-not-counted"));
        Assert.Contains("may be owned already", Page(bought), StringComparison.Ordinal);
        Assert.DoesNotContain("may be owned already", Page(owned), StringComparison.Ordinal);

        static string Page(TemporaryFolder folder) => File.ReadAllText(Directory.GetFiles(folder.At("out"), "*.html", SearchOption.AllDirectories)[0]);
    }
}
