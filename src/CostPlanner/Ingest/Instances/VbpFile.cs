using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Instances;

/// <summary>Reads VPSolver's vector bin packing format: dimensions, capacities, number of item types, then sizes and demand of each.</summary>
/// <remarks>Whole numbers apart by white space. Numbers beyond 2^24 are divided, with everything of their dimension: sizes up, capacities down.</remarks>
internal static class VbpFile
{
    private const long MostDimensions = 10_000;
    private const long MostCopies = 20_000_000;

    private static readonly Message Dimensions = Message.Of("vbp-damaged.dimensions");
    private static readonly Message Capacity = Message.Of("vbp-damaged.capacity");
    private static readonly Message ItemTypes = Message.Of("vbp-damaged.item-types");
    private static readonly Message Size = Message.Of("vbp-damaged.size");
    private static readonly Message Demand = Message.Of("vbp-damaged.demand");

    public static Reading<PackingCase> Parse(string path, ReadOnlySpan<byte> text)
    {
        var numbers = new Numbers(text);
        try
        {
            return Parse(path, ref numbers);
        }
        catch (DamagedFileException damaged)
        {
            var place = new SourcePlace(Path.GetFileName(path), null, numbers.Line);
            return new Reading<PackingCase>(
                null, [
                    new Finding(
                        Severity.Error, "vbp-damaged", damaged.Why, place, Message.Of("nothing-read"), Message.Of("vbp-damaged.mend")),
                ]);
        }
    }

    private static Reading<PackingCase> Parse(string path, ref Numbers numbers)
    {
        var dimensions = (int)numbers.Next(Dimensions, 1, MostDimensions);
        var capacity = new long[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            capacity[d] = numbers.Next(Capacity, 0, int.MaxValue);
        }

        var divisors = Array.ConvertAll(capacity, each => (each / (PackingInstance.LargestSize + 1L)) + 1);
        var types = (int)numbers.Next(ItemTypes, 0, Array.MaxLength / dimensions);
        var (sizes, counts) = (new List<int>(), new List<int>());
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var copies = 0L;
        for (var type = 0; type < types; type++)
        {
            for (var d = 0; d < dimensions; d++)
            {
                var size = numbers.Next(Size, 0, int.MaxValue);
                if (size > capacity[d])
                {
                    findings.Add(new Finding(
                        Severity.Error,
                        "item-too-large",
                        Message.Of("item-too-large", ("type", type + 1), ("size", size), ("dimension", d + 1), ("capacity", capacity[d])),
                        new SourcePlace(Path.GetFileName(path), null, numbers.Line),
                        Message.Of("item-too-large.done"),
                        Message.Of("item-too-large.mend")));
                }

                sizes.Add((int)Math.Min((size + divisors[d] - 1) / divisors[d], PackingInstance.LargestSize));
            }

            counts.Add((int)numbers.Next(Demand, 0, int.MaxValue));
            copies += counts[^1];
            if (copies > MostCopies)
            {
                throw new DamagedFileException(Message.Of("vbp-damaged.too-many", ("most", MostCopies)));
            }
        }

        numbers.End();
        var bin = new BinType([.. capacity.Zip(divisors, (each, divisor) => (int)(each / divisor))]);
        return Reading<PackingCase>.From(findings, () => new PackingCase(
            InstanceFile.NameOf(path), new PackingInstance([bin], Immutable(sizes), Immutable(counts)), CountsCost: false, [], []));
    }

    private static ImmutableArray<int> Immutable(List<int> values) => ImmutableCollectionsMarshal.AsImmutableArray(values.ToArray());

    /// <summary>The whole numbers of a text, one after the other.</summary>
    private ref struct Numbers(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> text = text;
        private int at;

        /// <summary>The line of the number read last.</summary>
        public int Line { get; private set; } = 1;

        public long Next(Message what, long least, long most)
        {
            SkipSpace();
            var start = at;
            var value = 0L;
            for (; at < text.Length && char.IsAsciiDigit((char)text[at]) && value <= most; at++)
            {
                value = (value * 10) + (text[at] - '0');
            }

            if (at == start || value < least || value > most || (at < text.Length && !IsSpace(text[at])))
            {
                throw new DamagedFileException(
                    start == text.Length
                        ? Message.Of("vbp-damaged.ends", ("what", what), ("least", least), ("most", most))
                        : Message.Of("vbp-damaged.word", ("word", Word(start)), ("what", what), ("least", least), ("most", most)));
            }

            return value;
        }

        public void End()
        {
            SkipSpace();
            if (at < text.Length)
            {
                throw new DamagedFileException(Message.Of("vbp-damaged.more", ("word", Word(at))));
            }
        }

        private void SkipSpace()
        {
            for (; at < text.Length && IsSpace(text[at]); at++)
            {
                Line += text[at] == '\n' ? 1 : 0;
            }
        }

        private readonly string Word(int start)
        {
            var end = start;
            while (end < text.Length && end < start + 20 && !IsSpace(text[end]))
            {
                end++;
            }

            return System.Text.Encoding.Latin1.GetString(text[start..end]);
        }

        private static bool IsSpace(byte each) => each is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
    }
}
