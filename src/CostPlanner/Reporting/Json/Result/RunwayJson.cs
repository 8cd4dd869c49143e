using System.Text.Json;
using CostPlanner.Studies.Runway;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>How long the hosts of an estate last, as JSON; the same object stands in the result of a case.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class RunwayJson
{
    /// <summary>The name and version of the format.</summary>
    public const string Schema = "costplanner/runway/1";

    /// <summary>The study as text.</summary>
    public static string Render(RunwayStudy study) => JsonText.Of(to => Write(to, study));

    /// <summary>The same object as a field; null where there is no study.</summary>
    internal static void Write(Utf8JsonWriter to, string name, RunwayStudy? study)
    {
        to.WritePropertyName(name);
        if (study is null)
        {
            to.WriteNullValue();
        }
        else
        {
            Write(to, study);
        }
    }

    private static void Write(Utf8JsonWriter to, RunwayStudy study)
    {
        to.WriteStartObject();
        to.WriteString("schema", Schema);
        to.WriteString("option", study.Option.Id);
        to.WriteString("hosts", study.PlannedFrom is null ? "today" : "planned");
        to.Number("plannedFrom", study.PlannedFrom);
        to.Day("from", study.From);
        to.WriteNumber("months", study.Months);
        if (study.Rate is { } rate)
        {
            to.WriteStartObject("rate");
            to.Number("low", rate.Low);
            to.Number("likely", rate.Likely);
            to.Number("high", rate.High);
            to.WriteString("shape", Fields.Word(rate.Shape));
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull("rate");
        }

        to.List("snapshots", study.Snapshots, each =>
        {
            to.Day("day", each.Day);
            to.WriteString("file", each.File);
        });
        to.List("clusters", study.Clusters, cluster => Cluster(to, cluster));
        to.WriteEndObject();
    }

    private static void Cluster(Utf8JsonWriter to, ClusterRunway cluster)
    {
        to.WriteString("cluster", cluster.Cluster);
        to.Number("hosts", cluster.Hosts == 0 ? null : cluster.Hosts);
        to.WriteNumber("failures", cluster.Failures);
        to.WriteString("cpuUnit", Fields.Word(cluster.Unit));
        to.Message("whyNoneData", "whyNone", cluster.WhyNone);
        to.WriteStartObject("needed");
        Need(to, cluster.Needed);
        to.WriteEndObject();
        to.WriteStartObject("promised");
        Need(to, cluster.Promised);
        to.WriteEndObject();
        to.List("seen", cluster.Seen, each =>
        {
            to.Day("day", each.Day);
            Need(to, each.Need);
        });
        to.List("outlooks", cluster.Outlooks, outlook => Outlook(to, outlook));
    }

    private static void Need(Utf8JsonWriter to, PoolNeed need)
    {
        to.Number("cpu", Rounded(need.Cpu));
        to.Number("memoryGiB", Rounded(need.Memory.GiB));
        to.Number("localStorageGiB", Rounded(need.LocalStorage.GiB));
    }

    private static void Outlook(Utf8JsonWriter to, RunwayOutlook outlook)
    {
        to.WriteString("growthBy", Fields.Word(outlook.Growth.Source));
        to.List("growth", outlook.Growth.Growths, each =>
        {
            to.WriteString("dimension", Fields.Word(each.Dimension));
            to.Number("p10", Rounded(each.Low));
            to.Number("p50", Rounded(each.Middle));
            to.Number("p90", Rounded(each.High));
            to.Number("points", each.Trend?.Points);
            to.Number("residual", each.Trend is { } trend ? Rounded((decimal)trend.Residual) : null);
        });
        Ends(to, outlook.Ends);
        to.WriteString("limit", outlook.Limit is { } limit ? Fields.Word(limit) : null);
        to.Message("whyData", "why", outlook.Why);
        Next(to, outlook);
        to.List("courses", outlook.Courses, course =>
        {
            to.WriteString("dimension", Fields.Word(course.Dimension));
            to.Numbers("p10", course.Low);
            to.Numbers("p50", course.Middle);
            to.Numbers("p90", course.High);
        });
    }

    private static void Next(Utf8JsonWriter to, RunwayOutlook outlook)
    {
        if (outlook.Next is not { } next)
        {
            to.WriteNull("nextHost");
            return;
        }

        to.WriteStartObject("nextHost");
        to.Message("hostData", "host", next.Host);
        to.Number("price", next.Price?.Amount);
        to.WriteString("currency", next.Price?.Currency.Code);
        Ends(to, next.Ends);
        to.Number("monthsGained", next.Ends.Middle - outlook.Ends.Middle);
        to.WriteEndObject();
    }

    private static void Ends(Utf8JsonWriter to, RunwayEnd ends)
    {
        to.WriteStartObject("ends");
        to.Number("p10", ends.Early);
        to.Number("p50", ends.Middle);
        to.Number("p90", ends.Late);
        to.WriteEndObject();
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, 6);
}
