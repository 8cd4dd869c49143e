namespace CostPlanner.Tests.DemoEstate;

/// <summary>
/// Nordhaven Logistics, an invented freight company: 420 VMs on 24 hosts in four clusters at two sites.
/// The same VMs every time: nothing but the seed decides.
/// </summary>
public sealed class DemoCompany
{
    private const ulong Seed = 20260914;
    private const int GiB = 1024;
    private static readonly DateTime Founded = new(2019, 3, 4, 9, 0, 0);

    private readonly SeededNumbers numbers = new(Seed);
    private readonly Dictionary<string, int> named = [];
    private readonly Dictionary<string, int> memoryOnHost = [];
    private readonly Dictionary<string, int> diskOnDatastore = [];
    private readonly List<DemoVm> vms = [];

    private DemoCompany()
    {
        foreach (var role in DemoRoles.All)
        {
            for (var i = 0; i < role.Count; i++)
            {
                var (vcpus, gib) = role.Sizes[i % role.Sizes.Count];
                Add(role.Cluster, Numbered(role.Stem), vcpus, gib, role.DiskGiB, role.Os[i % role.Os.Count], vm => vm with { Annotation = role.Note });
            }
        }

        AddOddNames();
        AddIdle();
    }

    /// <summary>The VMs in the order of the export: by number.</summary>
    public static IReadOnlyList<DemoVm> Vms { get; } = new DemoCompany().vms;

    /// <summary>Names that break careless programs: another alphabet, markup, and one name twice.</summary>
    private void AddOddNames()
    {
        Add("PROD-A", "nh-prd-zollübergang-001", 2, 8, [60], DemoRoles.Suse15, vm => vm with { Annotation = "Customs forms\nOwner: logistics IT" });
        Add("PROD-A", "nh-dev-[legacy] <scan>&sort-001", 2, 8, [60], DemoRoles.Windows2016, vm => vm);
        Add("PROD-A", "nh-tst-label-001", 2, 8, [60], DemoRoles.Ubuntu, vm => vm);
        Add("PROD-B", "nh-tst-label-001", 2, 8, [60], DemoRoles.Ubuntu, vm => vm);
    }

    /// <summary>31 VMs that are off, 6 templates, 2 stand-ins of Site Recovery.</summary>
    private void AddIdle()
    {
        string[] systems = [DemoRoles.Windows2016, DemoRoles.Windows2019, DemoRoles.RedHat8, DemoRoles.Windows2016, DemoRoles.Debian];
        for (var i = 0; i < 31; i++)
        {
            var cluster = i < 18 ? "PROD-A" : i < 29 ? "PROD-B" : "DB-A";
            Add(cluster, Numbered("nh-old-app"), 2 + (i % 2 * 2), 8 + (i % 3 * 4), [60 + (i % 4 * 40)], systems[i % systems.Length], vm => vm with { IsOn = false });
        }

        string[] templates = [DemoRoles.Windows2019, DemoRoles.Windows2022, DemoRoles.RedHat9, DemoRoles.Ubuntu, DemoRoles.Windows2022, DemoRoles.Debian];
        foreach (var (os, i) in templates.Select((os, i) => (os, i)))
        {
            Add(i < 4 ? "PROD-A" : "PROD-B", Numbered("nh-tpl-base"), 2, 8, [60], os, vm => vm with { IsOn = false, IsTemplate = true });
        }

        Add("PROD-B", "nh-srm-tms-001", 8, 32, [120], DemoRoles.Windows2019, vm => vm with { IsOn = false, IsPlaceholder = true });
        Add("PROD-B", "nh-srm-erp-001", 8, 56, [100], DemoRoles.Suse15, vm => vm with { IsOn = false, IsPlaceholder = true });
    }

    private void Add(string clusterName, string name, int vcpus, int gib, IReadOnlyList<int> diskGiB, string os, Func<DemoVm, DemoVm> change)
    {
        var cluster = DemoCluster.All.Single(each => each.Name == clusterName);
        var rule = RuleOf(name);
        var vm = change(new DemoVm
        {
            Number = vms.Count + 1,
            Name = name,
            Cluster = cluster,
            Host = HostFor(cluster, rule),
            Datastore = cluster.Datastores.MinBy(store => diskOnDatastore.GetValueOrDefault(store))!,
            VCpus = vcpus,
            MemoryMiB = gib * GiB,
            DisksMiB = [.. diskGiB.Select(size => size * GiB)],
            Os = os,
            IsOn = true,
            Rule = rule,
            UsedPercent = (numbers.Between(2, 24), numbers.Between(8, 45), numbers.Between(30, 78)),
            Created = Founded.AddDays(numbers.Between(0, 2600)).AddMinutes(numbers.Between(0, 540)),
        });
        memoryOnHost[vm.Host] = memoryOnHost.GetValueOrDefault(vm.Host) + (vm.IsOn ? vm.MemoryMiB : 0);
        diskOnDatastore[vm.Datastore] = diskOnDatastore.GetValueOrDefault(vm.Datastore) + vm.DiskMiB;
        vms.Add(vm);
    }

    /// <summary>The host with the least memory in use that holds no VM of the same rule.</summary>
    private string HostFor(DemoCluster cluster, (string Type, string Name)? rule) => Enumerable.Range(1, cluster.HostCount)
        .Select(cluster.Host)
        .Where(host => rule is null || !vms.Any(vm => vm.Host == host && vm.Rule == rule))
        .MinBy(host => memoryOnHost.GetValueOrDefault(host))!;

    private static (string Type, string Name)? RuleOf(string name) => name switch
    {
        "nh-prd-dc-001" or "nh-prd-dc-002" or "nh-prd-dc-003" => ("Anti Affinity", "separate-domain-controllers"),
        "nh-prd-sql-001" or "nh-prd-sql-002" => ("Anti Affinity", "separate-sql-pair"),
        _ => null,
    };

    private string Numbered(string stem)
    {
        named[stem] = named.GetValueOrDefault(stem) + 1;
        return FormattableString.Invariant($"{stem}-{named[stem]:000}");
    }
}
