using System.Globalization;
using System.Text;

namespace CostPlanner.Tests.Given;

/// <summary>The real traces beside the checkout, as an inventory that the program reads.</summary>
internal static class Traces
{
    private const string Month = "2013-8";

    /// <summary>The samples of 500 VMs in August 2013.</summary>
    public static string August => Repository.Shared("traces", "bitbrains-rnd-2013-08-5min.csv.gz");

    /// <summary>Writes vms.csv for August; a core has the MHz that were provisioned, or so many where they are given.</summary>
    public static void WriteVms(TemporaryFolder folder, decimal? coreMHz = null)
    {
        var text = new StringBuilder("name,vcpus,cpu_mhz,memory_mib,disk_mib,cluster,power,template,platform\n");
        foreach (var row in File.ReadLines(Repository.Shared("traces", "bitbrains-rnd-inventory.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[0] == Month))
        {
            var cores = decimal.Parse(row[5], CultureInfo.InvariantCulture);
            var capacity = coreMHz is { } rate ? (rate * cores).ToString(CultureInfo.InvariantCulture) : row[6];
            text.Append(CultureInfo.InvariantCulture, $"{row[1]},{cores},{capacity},{row[7]},0,Rnd,on,false,vsphere\n");
        }

        folder.Write("vms.csv", text.ToString());
    }
}
