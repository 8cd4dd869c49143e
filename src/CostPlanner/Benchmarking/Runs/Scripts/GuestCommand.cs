using System.Globalization;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>Commands of the guest's protocol, as records keep them: a name and its arguments, a blank between them.</summary>
internal static class GuestCommand
{
    /// <summary>"cpu 1 30".</summary>
    public static string Of(string name, params IEnumerable<object> arguments) =>
        string.Join(' ', arguments.Select(each => Convert.ToString(each, CultureInfo.InvariantCulture)).Prepend(name));
}
