namespace CostPlanner.Tests.Golden;

/// <summary>
/// Which properties of this program's JSON hold words, and which facts. Each that holds text is in one list, by its name, or by its name behind that of the
/// property it is in.
/// </summary>
public static class JsonTexts
{
    /// <summary>Sentences, labels, units as they are read, and what people wrote: they may be said otherwise without the result being another.</summary>
    private static readonly HashSet<string> Words =
    [
        "advice", "boundBy", "decideBy.text", "done", "doubt", "doubts", "elsewhere", "hole", "irrWords", "knownBy", "label", "mend", "message", "method",
        "nextHost.host", "note", "obstacle", "of", "owned.source", "reason", "refusal", "rule", "source.text", "steps.text", "term", "title", "unit", "what", "why",
        "whyHostsUnknown", "whyNoCo2e", "whyNone", "whyNoPayback", "whyNotAgainstToday", "whyNotCompared", "whyNotEligible", "whyNotValid", "words",
    ];

    /// <summary>Ids, names of machines and products, dates, codes, currencies, places in files.</summary>
    private static readonly HashSet<string> Facts =
    [
        "a", "against", "asOf", "assumption", "atBest", "atLeast", "b", "baseline", "basis", "beginBy", "beginMove", "bought", "bucket", "buckets", "by",
        "cache", "carriedBy", "category", "cgroup", "cheapest", "cluster", "code", "coincidentAt", "column", "compared", "connection", "contractEnds",
        "cpu", "cpuModel", "cpuUnit", "cpuVendor", "currency", "date", "day", "dimension", "end", "entry", "equalToFirst", "exportedOn", "family", "feature", "features",
        "figures", "file", "files", "frequencyDriver", "from", "goDown", "governor", "grade", "grid", "growthBy", "guests", "has", "host", "hostPolicy",
        "hosts", "id", "insteadOf", "inventoryFile", "kernel", "kernelVersion", "key", "keys", "kind", "kvm", "lacks", "lastDay", "leave", "leaveOut",
        "licence", "limit", "list", "machineModel", "machineVendor", "main", "measure", "memory", "metric", "microcode", "modules", "name", "neverSeen",
        "newHost", "newHosts", "notice", "objective", "option", "options", "other", "path", "percentile", "place", "platform", "pricedAs", "product",
        "program", "qemu", "qemuPackage", "ranking", "rateDate", "record", "referenceCpu", "role", "row", "run", "rung", "scenario", "schema", "scope",
        "severity", "sha256", "shape", "sheet", "smt", "start", "state", "stay", "step", "stoppedBy", "storedOnly", "support", "tightest",
        "transparentHugePages", "unknown", "validFrom", "validTo", "value", "values", "vendor", "verdict", "version", "virtualisationFlag",
        "virtualisedBy", "vm", "vms", "ways.way", "winner", "within", "withinSite.reason", "worstCase", "writtenBy", "x", "y",
    ];

    /// <summary>Objects whose keys are data: a further key is another result, not another property.</summary>
    private static readonly HashSet<string> Maps = ["byCategory", "failoverOf", "rows", "used"];

    /// <summary>Every name that is sorted.</summary>
    public static IEnumerable<string> Sorted => Words.Concat(Facts);

    /// <summary>Whether the text at a path (".options.lines.rule", without the places in arrays) is words; null where nobody said.</summary>
    /// <remarks>What a message is about ("messageData") goes with its words; its id does not.</remarks>
    public static bool? AreWords(string path)
    {
        var names = path.Split('.');
        return names[^1] != "id" && names.SkipLast(1).Any(name => name.EndsWith("Data", StringComparison.Ordinal)) ? true
            : AreWordsIn(string.Join('.', names.TakeLast(2))) ?? AreWordsIn(names[^1]);
    }

    /// <summary>Whether the object at a path has data as its keys.</summary>
    public static bool IsMap(string path) => Maps.Contains(path[(path.LastIndexOf('.') + 1)..]);

    private static bool? AreWordsIn(string name) => Words.Contains(name) ? true : Facts.Contains(name) ? false : null;
}
