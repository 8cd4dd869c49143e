using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>Something of a case that is no number, with how it is read and changed.</summary>
/// <param name="Name">Its name, as the user writes it.</param>
/// <param name="Label">What it is, as printed.</param>
/// <param name="Read">What it is in a case, as the user would write it; empty where it asks for a change and has no value of its own.</param>
/// <param name="Write">The case with another value, or null where the value can mean nothing.</param>
/// <param name="Known">Values that can mean something, for the refusal of one that cannot.</param>
public sealed record WordSetting(
    string Name,
    Message Label,
    Func<CaseInputs, string> Read,
    Func<CaseInputs, string, CaseInputs?> Write,
    Func<CaseInputs, ImmutableArray<string>> Known) : CaseKey(Name, Label, ValueUnit.None)
{
    private const int Shown = 12;

    /// <summary>A key whose values are a few words, each with what it stands for.</summary>
    public static WordSetting Choice<T>(
        string name, Message label, Func<CaseInputs, T> read, Func<CaseInputs, T, CaseInputs> write, params (string Word, T Meaning)[] words)
        where T : struct => new(
            name,
            label,
            inputs => words.First(each => each.Meaning.Equals(read(inputs))).Word,
            (inputs, value) => words.Where(each => each.Word == value).Select(each => write(inputs, each.Meaning)).FirstOrDefault(),
            _ => [.. words.Select(each => each.Word)]);

    /// <summary>What it is now.</summary>
    public override string Now(CaseInputs inputs) => Read(inputs);

    /// <summary>The case with another value; throws <see cref="CaseKeyException"/> for one that can mean nothing.</summary>
    public override CaseInputs Change(CaseInputs inputs, string value)
    {
        if (Write(inputs, value.Trim()) is { } changed)
        {
            return changed;
        }

        var known = Known(inputs);
        throw new CaseKeyException(Message.Of(
            "key.unknown-value", ("value", value), ("key", Name), ("known", NamesShown.Of(known, Shown)),
            ("suggestion", NearestName.Suggestion(value, known))));
    }
}
