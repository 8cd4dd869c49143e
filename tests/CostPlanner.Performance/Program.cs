using System.Globalization;
using CostPlanner.Ingest.Instances;
using CostPlanner.Performance;

// Arguments: a part of the cases' file names, or "panigrahy", "estates", "trials", or "" for all; 9 for only every ninth of the Panigrahy instances; for trials
// how many, and a part of the estate's name. Runs of their own: "ends", how many instances and from what seed; "fewest".
var root = Repository.Root();
var instances = Path.Combine(root, "..", "shared", "instances");
var only = args.FirstOrDefault() ?? "";
List<string> rows =
[
    "| Case | Bar | Seconds allowed | Result | Lower bound | Plain FFD | Reached | Seconds taken |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
];
foreach (var bar in Bar.All.Where(bar => bar.File.Contains(only, StringComparison.Ordinal) && File.Exists(Path.Combine(instances, bar.File))))
{
    var given = InstanceFile.Read(Path.Combine(instances, bar.File)).Value!;
    var (result, seconds, firstFit) = Measurement.Of(given, bar.Seconds, bar.Threads);
    var reached = result.Cost <= bar.AtMost && (result.Proven || !bar.Proven) && seconds <= bar.Seconds;
    Add(FormattableString.Invariant($"| {bar.Case}{(bar.Threads == 1 ? "" : $", {bar.Threads} threads")} | {bar.AtMost:#,0}{(bar.Proven ? " proven" : "")} | {bar.Seconds} | ")
        + FormattableString.Invariant($"{result.Cost:#,0}{(result.Proven ? " proven" : "")} | {result.LowerBound:#,0} | {firstFit:#,0} | {(reached ? "yes" : result.Cost <= bar.AtMost ? "no, late" : "no")} | {seconds:0.00} |"));
}

var every = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
if (only.Length == 0 || only.StartsWith("panigrahy", StringComparison.Ordinal))
{
    foreach (var row in Panigrahy.Rows(instances, every))
    {
        Add(row);
    }
}

if (only.Length == 0 || only == "estates")
{
    foreach (var row in Estates.Rows(root))
    {
        Add(row);
    }
}

if (only.Length == 0 || only == "trials")
{
    Add("");
    foreach (var row in Trials.Rows(root, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Trials.Most, args.Length > 2 ? args[2] : ""))
    {
        Add(row);
    }
}

if (only == "ends")
{
    var numbers = args[1..].Select(each => int.Parse(each, CultureInfo.InvariantCulture)).ToArray();
    foreach (var row in EndingSearches.Rows(numbers.Length > 0 ? numbers[0] : EndingSearches.Most, numbers.Length > 1 ? numbers[1] : 1))
    {
        Add(row);
    }
}

if (only == "fewest")
{
    foreach (var row in FewestPlans.Rows(root))
    {
        Add(row);
    }
}

if (Machine.PeakMiB() is { } peak)
{
    Console.WriteLine($"peak resident size {peak} MiB");
    rows.Add($"\nPeak resident size of the whole run: {peak:#,0} MiB.");
}

if (only.Length == 0)
{
    File.WriteAllText(
        Path.Combine(root, "tests", "CostPlanner.Performance", "RESULTS.md"),
        $"# What the placement engine and the trials reach\n\nMeasured on {Machine.Describe()}; one run each, solving only, reading excluded, one thread unless said.\n"
        + "Written by `dotnet run -c Release --project tests/CostPlanner.Performance`.\n\n" + string.Join('\n', rows) + "\n");
}

void Add(string row)
{
    rows.Add(row);
    Console.WriteLine(row);
}
