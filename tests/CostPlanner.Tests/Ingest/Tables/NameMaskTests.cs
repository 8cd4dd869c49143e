using CostPlanner.Ingest.Tables;

namespace CostPlanner.Tests.Ingest.Tables;

/// <summary>Addresses and keys are found within names and texts; versions, times and ordinary names are left alone, and what was distinct stays so.</summary>
public sealed class NameMaskTests
{
    [Theory]
    [InlineData("10.99.77.55", "masked-vm-01")]
    [InlineData("[fd12:3456:789a::77]", "masked-vm-01")]
    [InlineData("00:50:56:ab:cd:ef", "masked-vm-01")]
    [InlineData("fe80::1%eth0", "masked-vm-01")]
    [InlineData("vm 10.99.77.55", "vm masked-address-01")]
    [InlineData("web@10.99.77.55", "web@masked-address-01")]
    [InlineData("10.99.77.55:8443", "masked-address-01:8443")]
    [InlineData("net 10.88.66.0/24", "net masked-address-01/24")]
    [InlineData("ip-10-1-2-3.internal", "ip-masked-address-01.internal")]
    [InlineData("x-fd12:3456:789a::77-y", "x-masked-address-01-y")]
    [InlineData("site fd12:3456:789a:0:0:0:0:77", "site masked-address-01")]
    [InlineData("v4 in v6 ::ffff:10.1.2.3", "v4 in v6 masked-address-01")]
    [InlineData("srv_00:50:56:ab:cd:ef", "srv_masked-address-01")]
    [InlineData("srv 00-50-56-AB-CD-EF x", "srv masked-address-01 x")]
    [InlineData("port 0050.56ab.cdef", "port masked-address-01")]
    [InlineData("nic-005056abcdef", "nic-masked-address-01")]
    [InlineData("vm ABCDE-12345-FGHIJ-67890-KLMNO", "vm masked-key-01")]
    [InlineData("vm ABCDE12345FGHIJ67890KLMNO", "vm masked-key-01")]
    [InlineData("VMware-42 1f 5e 8c 9a 7b 3d 11-aa bb cc dd ee ff 00 11", "masked-vm-01")]
    public void An_address_or_key_is_masked_within_a_name(string name, string shown) => Assert.Equal(shown, new NameMask().Name(name, "vm"));

    [Theory]
    [InlineData("web-01.example.org")]
    [InlineData("backup 10:20:30")] // a time
    [InlineData("snap 2026-11-30 10:20:30")]
    [InlineData("snap 26-11-30-10-20-30")] // six numbers that are a day and a time
    [InlineData("app v8.0.3.0")]
    [InlineData("app version 8.0.3.0")]
    [InlineData("app build-1.2.3.4")]
    [InlineData("esx 8.0.3")]
    [InlineData("1.2.3.4.5")] // five numbers
    [InlineData("256.1.1.1")] // no byte
    [InlineData("Foo::Bar")]
    [InlineData("a:b:c")]
    [InlineData("deadbeef0001")] // twelve digits of no maker of virtual network cards
    [InlineData("1234.5678.9012")]
    [InlineData("564d1234-5678-9abc-def0-123456789abc")]
    public void What_only_looks_like_one_is_left_alone(string name) => Assert.Equal(name, new NameMask().Name(name, "vm"));

    [Fact]
    public void Names_that_were_distinct_stay_distinct_and_the_same_address_is_the_same()
    {
        var mask = new NameMask();

        Assert.Equal("masked-host-01", mask.Name("fe80::1", "host"));
        Assert.Equal("masked-host-01", mask.Name("FE80:0::1", "host"));
        Assert.Equal("masked-host-02", mask.Name("00:50:56:ab:cd:ef", "host"));
        Assert.Equal("x masked-host-02", mask.Name("x 0050.56AB.CDEF", "host"));
        Assert.Equal("a masked-key-01", mask.Name("a ABCDE-12345-FGHIJ-67890-KLMNO", "vm"));
        Assert.Equal("a masked-key-02", mask.Name("a ABCDE-12345-FGHIJ-67890-KLMNP", "vm"));
        // A file that was made anonymous by another may hold such a name of its own: it is not taken for that of an address.
        Assert.Equal("masked-host-03", mask.Name("masked-host-01", "host"));
        Assert.Equal("masked-host-03", mask.Name("masked-host-01", "host"));
        Assert.Equal(5, mask.Masked);
    }

    [Theory]
    [InlineData("Windows 00:50:56:ab:cd:ef", "Windows masked-address")]
    [InlineData("10.99.77.55", "masked-address")]
    [InlineData("8.0.3.0", "8.0.3.0")]
    [InlineData("Linux ABCDE-12345-FGHIJ-67890-KLMNO", "Linux masked-key")]
    [InlineData("Microsoft Windows Server 2022 (64-bit)", "Microsoft Windows Server 2022 (64-bit)")]
    [InlineData("Intel(R) Xeon(R) Gold 6448Y CPU @ 2.10GHz", "Intel(R) Xeon(R) Gold 6448Y CPU @ 2.10GHz")]
    [InlineData(null, null)]
    public void Text_that_is_no_name_loses_them(string? text, string? shown) => Assert.Equal(shown, NameMask.Text(text));

    [Theory]
    [InlineData("host fd12:3456:789a::77 down")]
    [InlineData("nic 00-50-56-ab-cd-ef x")]
    [InlineData("at 10.1.2.3")]
    public void A_value_that_cannot_be_used_is_not_shown_where_it_holds_one(string value) =>
        Assert.DoesNotContain(value[..8], NameMask.Shown(value).Words(), StringComparison.Ordinal);
}
