using System.Text.Json;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>How an option goes over time: its hosts, its move, from when on its platform is paid.</summary>
internal static class TimelineJson
{
    public static void Write(Utf8JsonWriter to, OptionCase option)
    {
        var course = option.Timeline;
        to.WriteStartObject("course");
        to.WriteNumber("platformFromMonth", course.PlatformFrom);
        to.List("stages", option.Stages, stage =>
        {
            to.WriteNumber("month", stage.From);
            to.WriteNumber("hosts", stage.Plan.HostsUsed);
            to.WriteNumber("bought", stage.Plan.HostsBought);
            to.WriteBoolean("planHolds", stage.Plan.Holds);
        });
        if (course.Move is { } move)
        {
            to.WriteStartObject("move");
            to.WriteNumber("preparationMonths", move.Preparation);
            to.WriteNumber("movingMonths", move.Moving);
            to.WriteNumber("vms", move.Vms);
            to.Number("dataGiB", decimal.Round(move.Data.GiB, 1));
            to.Number("weeksByVms", decimal.Round(move.WeeksByVms, 2));
            to.Number("weeksByData", decimal.Round(move.WeeksByData, 2));
            to.Number("hostsOfTodayThatRunOn", course.StandIns > 0 ? null : course.Leaving.Length);
            to.WriteNumber("swingServers", course.SwingModel is null ? 0 : course.Swing);
            to.List("waves", move.Waves(), wave =>
            {
                to.WriteNumber("month", wave.Month);
                to.WriteNumber("vms", wave.Vms);
            });
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull("move");
        }

        to.WriteEndObject();
    }
}
