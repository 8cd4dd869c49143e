using System.Globalization;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Catalogue;

public sealed class PriceFilesTests
{
    private const string File = "prices/mine.csv";

    [Theory]
    [InlineData("sles-socket-pair", GuestFamily.Suse)]
    [InlineData("rhel-server-standard", GuestFamily.RedHat)]
    [InlineData("windows-server-2022-datacenter", GuestFamily.WindowsServer)]
    [InlineData("sql-server-standard", GuestFamily.Other)]
    public void A_product_tells_which_guest_system_it_licenses(string product, GuestFamily system) => Assert.Equal(system, Committed.RowsOf(product)[0].System);

    [Fact]
    public void The_committed_price_book_has_275_rows_and_no_finding()
    {
        var reading = PriceFiles.Read(DataFolder.Committed);
        Assert.Empty(reading.Findings);
        Assert.Equal(275, reading.Value!.Rows.Length);
    }

    [Theory]
    [InlineData("vmware-vvf-3y", "2025-02-28", 135, "USD", Grade.A)]
    [InlineData("vmware-vvf-3y", "2025-03-01", 150, "USD", Grade.B)]
    [InlineData("vmware-vvf-1y", "2026-07-11", 190, "USD", Grade.B)]
    [InlineData("vmware-vcf-3y", "2026-07-11", 350, "USD", Grade.A)]
    [InlineData("vmware-vvs-3y", "2026-07-11", 50, "USD", Grade.A)]
    [InlineData("vmware-vsphere5-enterprise-plus", "2013-10-22", 3495, "USD", Grade.C)]
    [InlineData("vcenter-standard-5", "2013-10-22", 4995, "USD", Grade.M)]
    [InlineData("xenserver-6.2-annual", "2013-10-22", 500, "USD", Grade.B)]
    [InlineData("xenserver-6.2-free", "2013-10-22", 0, "USD", Grade.A)]
    [InlineData("rhev-3-premium", "2013-10-22", 1499, "USD", Grade.M)]
    [InlineData("proxmox-ve-standard", "2013-10-22", 398.04, "EUR", Grade.C)]
    [InlineData("proxmox-ve-community", "2018-06-30", 74.90, "EUR", Grade.B)]
    [InlineData("proxmox-ve-premium", "2026-01-12", 1100, "EUR", Grade.A)]
    [InlineData("openshift-virtualization-engine", "2026-10-01", 3000, "USD", Grade.B)]
    [InlineData("vates-vms-pro", "2026-10-01", 1250, "EUR", Grade.C)]
    [InlineData("kvm-plain", "2013-10-22", 0, "USD", Grade.A)]
    [InlineData("windows-server-2012-datacenter", "2013-10-22", 4809, "USD", Grade.A)]
    [InlineData("windows-server-2022-standard", "2024-10-31", 1069, "USD", Grade.B)]
    [InlineData("windows-server-2025-datacenter", "2024-11-01", 6771, "USD", Grade.A)]
    public void A_committed_price_is_the_one_of_its_source(string id, string day, double price, string currency, Grade grade)
    {
        var row = Committed.Find(id, Day(day))!;
        Assert.Equal(new Money((decimal)price, new Currency(currency)), row.Price);
        Assert.Equal(grade, row.Provenance.Grade);
    }

    [Theory]
    [InlineData("xenserver-8-premium", "2026-10-01")]
    [InlineData("vates-vms-essential", "2026-10-01")]
    [InlineData("proxmox-ve-basic", "2020-01-01")]
    public void A_product_whose_price_nobody_confirmed_is_a_hole(string id, string day) => Assert.Null(Committed.Find(id, Day(day))!.Price);

    [Fact]
    public void The_minimum_of_72_cores_is_in_a_product_of_its_own()
    {
        var plain = Committed.Find("vmware-vvf-3y", Day("2025-04-10"))!.Rule;
        var minimum = Committed.Find("vmware-vvf-3y-min72", Day("2025-04-10"))!.Rule;
        Assert.Equal((16, 0), (plain.Parameter("min-per-socket", 0), plain.Parameter("min-per-order", 0)));
        Assert.Equal((16, 72), (minimum.Parameter("min-per-socket", 0), minimum.Parameter("min-per-order", 0)));
        Assert.Null(Committed.Find("vmware-vvf-3y-min72", Day("2025-04-09")));
    }

    [Fact]
    public void Support_of_vSphere_5_is_a_quarter_of_the_licence() =>
        Assert.Equal(new Fraction(0.25m), Committed.Find("vmware-vsphere5-standard", Day("2013-10-22"))!.Support);

    [Fact]
    public void A_row_is_read_field_by_field()
    {
        using var data = Planted(PlantedRow.Price.With("parameters", "min-per-socket=16; min-per-order=72").With("limits", "3 hosts"));
        var row = PriceFiles.Read(data.Root).Value!.Rows.Single();
        Assert.Equal(("a-product", "A", "A product", "kvm", "core"), (row.Id, row.Vendor, row.Product, row.Family, row.Rule.Metric));
        Assert.Equal((16, 72, 2), (row.Rule.Parameters["min-per-socket"], row.Rule.Parameters["min-per-order"], row.Rule.Parameters.Count));
        Assert.Equal(new Money(12.50m, Currency.Euro), row.Price);
        Assert.Equal((LicenceKind.SubscriptionYearly, 3, null, null), (row.Kind, row.TermYears, row.Support, row.Note));
        Assert.Equal((Day("2024-01-01"), Day("2024-12-31"), "3 hosts"), (row.ValidFrom, row.ValidTo, row.Limits));
        Assert.Equal(new Provenance("A page", "2024", Grade.B, "prices/mine.csv, row 2"), row.Provenance);
    }

    [Fact]
    public void What_a_price_includes_is_read_where_the_column_is_there()
    {
        using var data = Planted(PlantedRow.Price.And("includes", "rhel-guests"));
        Assert.Equal([PriceRow.RedHatGuests], PriceFiles.Read(data.Root).Value!.Rows.Single().Includes);
        using var without = Planted(PlantedRow.Price);
        Assert.Empty(PriceFiles.Read(without.Root).Value!.Rows.Single().Includes);
        using var wrong = Planted(PlantedRow.Price.And("includes", "rhel-guest"));
        Assert.Equal(("price-includes", "includes"), PriceFiles.Read(wrong.Root).Findings.Select(finding => (finding.Code, finding.Place.Column)).Single());
    }

    // Unconfirmed; the Virtualization Engine does not.
    [Theory]
    [InlineData("openshift-kubernetes-engine", true)]
    [InlineData("openshift-container-platform", true)]
    [InlineData("openshift-platform-plus", true)]
    [InlineData("openshift-virtualization-engine", false)]
    public void The_larger_editions_of_OpenShift_contain_Red_Hat_guests(string product, bool contains)
    {
        var row = Committed.Find(product, Day("2026-10-01"))!;
        Assert.Equal(contains, row.Includes.Contains(PriceRow.RedHatGuests));
        Assert.Contains("unconfirmed", row.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "", "csv-blank")]
    [InlineData("family", "hyper-v", "csv-word")]
    [InlineData("metric", "", "csv-blank")]
    [InlineData("parameters", "min-per-socket", "price-parameter")]
    [InlineData("parameters", "min-per-socket=0", "price-parameter")]
    [InlineData("parameters", "=16", "price-parameter")]
    [InlineData("parameters", "min-per-socket=-1", "price-parameter")]
    [InlineData("parameters", "min-per-socket=0.0009", "price-parameter")]
    [InlineData("parameters", "min-per-socket=1000000001", "price-parameter")]
    [InlineData("parameters", "min-per-sockets=16", "price-parameter")]
    [InlineData("parameters", "max-kits=1", "price-parameter")]
    [InlineData("parameters", "min-per-socket=1;min-per-socket=2", "csv-twice")]
    [InlineData("metric", "cores", "price-metric")]
    [InlineData("price", "12;50", "csv-number")]
    [InlineData("price", "-1", "csv-range")]
    [InlineData("price", "", "csv-price")]
    [InlineData("currency", "", "csv-blank")]
    [InlineData("kind", "rental", "csv-word")]
    [InlineData("kind", "free", "price-free", "price")]
    [InlineData("support", "0.25", "price-support")]
    [InlineData("support", "25", "csv-range")]
    [InlineData("term_years", "0", "csv-range")]
    [InlineData("valid_from", "2024", "csv-date")]
    [InlineData("valid_from", "2025-01-01", "csv-range", "valid_to")]
    [InlineData("source", "", "csv-blank")]
    [InlineData("source_date", "", "csv-blank")]
    [InlineData("grade", "E", "csv-word")]
    public void A_bad_field_is_an_error_in_its_column(string column, string value, string code, string? place = null)
    {
        using var data = Planted(PlantedRow.Price.With(column, value));
        var reading = PriceFiles.Read(data.Root);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, new SourcePlace(File, Row: 2, Column: place ?? column)), (finding.Code, finding.Place));
        Assert.Null(reading.Value);
    }

    [Fact]
    public void An_unknown_metric_or_parameter_comes_with_the_nearest()
    {
        using var data = Planted(PlantedRow.Price.With("parameters", "min-per-sockt=16"));
        Assert.Equal("Unknown parameter \"min-per-sockt\" of the metric core. Did you mean \"min-per-socket\"?", PriceFiles.Read(data.Root).Findings.Single().Message.Words());
        using var other = Planted(PlantedRow.Price.With("metric", "cores").With("parameters", ""));
        Assert.Equal("Unknown metric \"cores\". Did you mean \"core\"?", PriceFiles.Read(other.Root).Findings.Single().Message.Words());
    }

    [Fact]
    public void A_parameter_may_be_a_fraction()
    {
        using var data = Planted(PlantedRow.Price.With("parameters", "core-factor=0.5"));
        Assert.Equal(0.5m, PriceFiles.Read(data.Root).Value!.Rows.Single().Rule.Parameters["core-factor"]);
    }

    [Fact]
    public void The_product_that_a_row_takes_the_place_of_may_be_named_or_left_out()
    {
        using var without = Planted(PlantedRow.Price);
        Assert.Null(PriceFiles.Read(without.Root).Value!.Rows.Single().InsteadOf);
        using var with = Planted(new PlantedRow(PlantedRow.Price.Fields.Add(("instead_of", "b-product"))));
        Assert.Equal("b-product", PriceFiles.Read(with.Root).Value!.Rows.Single().InsteadOf);
        using var blank = Planted(new PlantedRow(PlantedRow.Price.Fields.Add(("instead_of", ""))));
        Assert.Null(PriceFiles.Read(blank.Root).Value!.Rows.Single().InsteadOf);
        using var twice = Planted(new PlantedRow(PlantedRow.Price.Fields.Add(("instead_of", "")).Add(("instead_of", ""))));
        Assert.Equal("csv-column", PriceFiles.Read(twice.Root).Findings.Single().Code);
    }

    // A misspelt one would be left out in silence: no minimum of orders, guests of OpenShift paid twice.
    [Theory]
    [InlineData("insteadof", "instead_of")]
    [InlineData("include", "includes")]
    public void A_column_of_another_name_is_an_error(string wrong, string right)
    {
        using var data = Planted(PlantedRow.Price.And(wrong, ""));
        var finding = Assert.Single(PriceFiles.Read(data.Root).Findings);
        Assert.Equal(("csv-column", wrong), (finding.Code, finding.Place.Column));
        Assert.Contains($"Did you mean \"{right}\"?", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_names_what_is_missing()
    {
        using var data = new DataFolder();
        Assert.Equal(["prices"], PriceFiles.Read(data.Root).Findings.Select(finding => finding.Place.File));
    }

    private static PriceBook Committed => PriceFiles.Read(DataFolder.Committed).Value!;

    private static DataFolder Planted(PlantedRow row) => new DataFolder().With(File, row.Header, row.Line);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
