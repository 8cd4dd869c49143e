using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.DemoEstate;

/// <summary>The demo estate as RVTools 4.7.1.4 would export it.</summary>
public static class DemoWorkbook
{
    private const string Server = "nh-vcsa-01.nordhaven.example";
    private const string ServerUuid = "0d1f7a52-3c68-4e0b-9a41-6e6f72646801";
    private static readonly DateTime Exported = new(2026, 9, 14, 7, 45, 0);

    /// <summary>All sheets.</summary>
    public static IReadOnlyList<Sheet> Sheets =>
    [
        DemoVmSheets.Info(), DemoVmSheets.Cpu(), DemoVmSheets.Memory(), DemoVmSheets.Disk(), DemoVmSheets.Partition(),
        Source(), DemoHostSheets.Cluster(), DemoHostSheets.Host(), DemoHostSheets.Datastore(), License(), MetaData(),
    ];

    /// <summary>A sheet of rows that name their cells by header; a header that is not in the sheet is a mistake.</summary>
    internal static Sheet Sheet(string name, string[] headers, IEnumerable<Dictionary<string, object?>> rows) => Tests.Ingest.Inventories.Rvtools.Sheet.Of(
        name, headers, [.. rows.Select(row => row.Keys.FirstOrDefault(key => !headers.Contains(key)) is { } stranger
            ? throw new InvalidOperationException($"sheet {name} has no column {stranger}")
            : headers.Select(header => row.GetValueOrDefault(header)).ToArray())]);

    /// <summary>The cells that every sheet ends with.</summary>
    internal static Dictionary<string, object?> WithServer(Dictionary<string, object?> row)
    {
        row["VI SDK Server"] = Server;
        row["VI SDK UUID"] = ServerUuid;
        return row;
    }

    private static Sheet Source() => Sheet("vSource", RvtoolsHeaders.Source, [WithServer(new()
    {
        ["Name"] = "VMware vCenter Server",
        ["OS type"] = "linux-x64",
        ["API type"] = "VirtualCenter",
        ["API version"] = "8.0.3.0",
        ["Version"] = "8.0.3",
        ["Build"] = "24322831",
        ["Fullname"] = "VMware vCenter Server 8.0.3 build-24322831",
        ["Product name"] = "VMware VirtualCenter Server",
        ["Product version"] = "8.0",
        ["Product line"] = "vpx",
        ["Vendor"] = "VMware, Inc.",
    })]);

    /// <summary>Keys that are plainly no keys, to show that none is kept.</summary>
    private static Sheet License() => Sheet("vLicense", RvtoolsHeaders.License,
    [
        Licence("VMware vSphere Foundation 8 (Subscription)", "00000-00000-00000-00000-00001", "cpuCore", 1056, 1040, new DateTime(2027, 1, 31)),
        Licence("VMware vCenter Server 8 Standard", "00000-00000-00000-00000-00002", "server", 1, 1, "Never"),
        Licence("Evaluation Mode", "00000-00000-00000-00000-00000", null, 0, 0, "Never"),
    ]);

    private static Dictionary<string, object?> Licence(string name, string key, string? unit, int total, int used, object expires) => WithServer(new()
    {
        ["Name"] = name,
        ["Key"] = key,
        ["Cost Unit"] = unit,
        ["Total"] = total,
        ["Used"] = used,
        ["Expiration Date"] = expires,
    });

    private static Sheet MetaData() => Sheet("vMetaData", RvtoolsHeaders.MetaData, [new()
    {
        ["RVTools major version"] = 4.7,
        ["RVTools version"] = "4.7.1.4",
        ["xlsx creation datetime"] = Exported,
        ["Server"] = Server,
    }]);
}
