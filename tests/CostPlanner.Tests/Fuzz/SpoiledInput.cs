namespace CostPlanner.Tests.Fuzz;

/// <summary>One input of the fuzzer: a fixture with a few mutations, all of them chosen by its number alone.</summary>
/// <param name="Number">Its number, 0 and above.</param>
/// <param name="Fixture">What it was before.</param>
/// <param name="Content">What its file holds now.</param>
internal sealed record SpoiledInput(int Number, Fixture Fixture, byte[] Content)
{
    private const int Seed = 20261130;
    private const int MostMutations = 3;

    /// <summary>The input of that number: the same on every machine.</summary>
    public static SpoiledInput Of(int number)
    {
        var random = new Random(unchecked((Seed * 31) + number));
        var fixture = Fixtures.All[number % Fixtures.All.Count];
        var mutations = random.Next(1, MostMutations + 1);
        if (fixture.Inside == Inside.Sheets && random.Next(3) > 0)
        {
            var sheets = fixture.Sheets;
            for (var i = 0; i < mutations; i++)
            {
                sheets = SheetMutations.Mutate(sheets, random);
            }

            return new SpoiledInput(number, fixture, Fixture.Bytes(sheets));
        }

        var content = fixture.Content;
        for (var i = 0; i < mutations; i++)
        {
            content = (fixture.Inside, random.Next(4)) switch
            {
                (Inside.Text, > 0) => TextMutations.Mutate(content, random),
                (_, > 0) => ZipMutations.Mutate(content, random),
                _ => ByteMutations.Mutate(content, random),
            };
        }

        return new SpoiledInput(number, fixture, content);
    }

    /// <summary>Writes its files into an empty folder and returns the command line that reads them.</summary>
    public string[] WriteTo(string folder)
    {
        foreach (var (name, content) in Fixture.Beside.Append(new KeyValuePair<string, byte[]>(Fixture.File, Content)))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }

        return [.. Fixture.Arguments.Select(argument => argument.Replace("FOLDER", folder, StringComparison.Ordinal))];
    }
}
