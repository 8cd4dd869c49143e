namespace CostPlanner.Tests.DemoEstate;

/// <summary>What Nordhaven Logistics runs.</summary>
public static class DemoRoles
{
    public const string Windows2016 = "Microsoft Windows Server 2016 or later (64-bit)";
    public const string Windows2019 = "Microsoft Windows Server 2019 (64-bit)";
    public const string Windows2022 = "Microsoft Windows Server 2022 (64-bit)";
    public const string Windows11 = "Microsoft Windows 11 (64-bit)";
    public const string RedHat8 = "Red Hat Enterprise Linux 8 (64-bit)";
    public const string RedHat9 = "Red Hat Enterprise Linux 9 (64-bit)";
    public const string Oracle8 = "Oracle Linux 8 (64-bit)";
    public const string Ubuntu = "Ubuntu Linux (64-bit)";
    public const string Debian = "Debian GNU/Linux 12 (64-bit)";
    public const string Rocky = "Rocky Linux (64-bit)";
    public const string Suse15 = "SUSE Linux Enterprise 15 (64-bit)";
    public const string FreeBsd = "FreeBSD 13 or later versions (64-bit)";

    private static readonly string[] Windows = [Windows2019, Windows2022, Windows2016];
    private static readonly string[] RedHat = [RedHat8, RedHat9];
    private static readonly string[] FreeLinux = [Ubuntu, Debian, Rocky, Ubuntu];

    /// <summary>The roles, cluster by cluster.</summary>
    public static IReadOnlyList<DemoRole> All { get; } =
    [
        new("PROD-A", "nh-prd-dc", 3, [(2, 8)], [80], [Windows2022], "Domain controller"),
        new("PROD-A", "nh-prd-file", 4, [(4, 16)], [100, 2000], [Windows2019], "File server"),
        new("PROD-A", "nh-prd-wms", 12, [(8, 48), (6, 32)], [120, 300], Windows, "Warehouse management, application tier"),
        new("PROD-A", "nh-prd-tms", 10, [(8, 32), (6, 24)], [120, 200], Windows, "Transport management"),
        new("PROD-A", "nh-prd-erp", 10, [(8, 56), (6, 40)], [100, 300], [Suse15], "ERP application server"),
        new("PROD-A", "nh-prd-cit", 8, [(8, 24)], [120], [Windows2019], "Session host"),
        new("PROD-A", "nh-prd-web", 24, [(4, 8), (2, 8)], [60], FreeLinux),
        new("PROD-A", "nh-prd-api", 20, [(4, 16), (2, 8)], [60], RedHat),
        new("PROD-A", "nh-prd-k8s", 9, [(8, 40)], [200], [Ubuntu], "Container platform node"),
        new("PROD-A", "nh-prd-mq", 3, [(4, 16)], [80, 100], [RedHat9]),
        new("PROD-A", "nh-prd-edi", 8, [(4, 16)], [80, 200], Windows, "Exchange of shipping messages"),
        new("PROD-A", "nh-prd-app", 34, [(4, 16), (4, 16), (2, 8)], [80, 120], [Windows2019, Windows2022, RedHat8, Windows2016]),
        new("PROD-A", "nh-prd-rpt", 6, [(8, 48)], [100, 500], [Windows2022], "Reporting"),
        new("PROD-A", "nh-prd-mon", 5, [(4, 16)], [60, 300], [Debian], "Monitoring and logs"),
        new("PROD-A", "nh-prd-bkp", 2, [(8, 32)], [100, 1500], [Windows2022], "Backup server"),
        new("PROD-A", "nh-tst-app", 26, [(2, 8), (4, 16)], [80], [Windows2019, Ubuntu, RedHat8, Debian]),
        new("PROD-A", "nh-dev-build", 12, [(8, 32), (4, 16)], [150], FreeLinux, "Build agent"),
        new("PROD-A", "nh-prd-desk", 6, [(4, 16)], [120], [Windows11], "Desktop of the dispatch room"),
        new("PROD-A", "nh-prd-iot", 8, [(2, 8), (2, 12)], [60], FreeLinux, "Scanner gateways"),
        new("PROD-A", "nh-prd-util", 9, [(2, 8)], [80], [Windows2019, Windows2022]),

        new("PROD-B", "nh-dr-dc", 2, [(2, 8)], [80], [Windows2022], "Domain controller of the second site"),
        new("PROD-B", "nh-prd-wms", 10, [(8, 48), (6, 32)], [120, 300], Windows, "Warehouse management, second site"),
        new("PROD-B", "nh-prd-scm", 12, [(6, 32), (4, 24)], [100, 200], [RedHat8, RedHat9, Windows2022]),
        new("PROD-B", "nh-prd-hr", 6, [(4, 24)], [100, 150], Windows),
        new("PROD-B", "nh-prd-mail", 4, [(8, 48)], [120, 1500], [Windows2019], "Mail"),
        new("PROD-B", "nh-prd-bi", 4, [(12, 64)], [100, 900], [Windows2022], "Business intelligence"),
        new("PROD-B", "nh-acc-app", 24, [(4, 16), (4, 12), (2, 8)], [80], [Windows2019, RedHat9, Windows2022, Suse15]),
        new("PROD-B", "nh-tst-app", 22, [(4, 8), (4, 16)], [80], [Windows2016, Ubuntu, RedHat8, Windows2019]),
        new("PROD-B", "nh-dev-app", 18, [(4, 16), (4, 8)], [60], [Ubuntu, Rocky, Windows2022, Debian]),
        new("PROD-B", "nh-prd-geo", 6, [(8, 32)], [100, 400], [Ubuntu], "Route planning"),
        new("PROD-B", "nh-prd-print", 7, [(2, 8)], [80], [Windows2019], "Print server"),
        new("PROD-B", "nh-dev-desk", 4, [(4, 16)], [120], [Windows11]),

        new("DB-A", "nh-prd-ora", 5, [(8, 96), (6, 64)], [100, 1200], [Oracle8], "Oracle database"),
        new("DB-A", "nh-prd-sql", 9, [(8, 64), (6, 48)], [100, 800], [Windows2022, Windows2019], "SQL Server"),
        new("DB-A", "nh-tst-sql", 4, [(4, 24)], [100, 400], [Windows2019], "SQL Server, test"),
        new("DB-A", "nh-prd-pg", 6, [(4, 32)], [60, 400], [RedHat9], "PostgreSQL"),
        new("DB-A", "nh-prd-dwh", 1, [(32, 320)], [100, 4000], [RedHat8], "Data warehouse: wider than one socket of its host"),

        new("DMZ-B", "nh-dmz-proxy", 4, [(2, 8)], [40], [Debian]),
        new("DMZ-B", "nh-dmz-web", 5, [(2, 8)], [60], [RedHat9, Ubuntu]),
        new("DMZ-B", "nh-dmz-fw", 2, [(2, 8)], [40], [FreeBsd], "Firewall"),
        new("DMZ-B", "nh-dmz-sftp", 3, [(2, 8)], [60, 300], [Windows2022, Rocky]),
    ];
}
