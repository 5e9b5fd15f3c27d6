using System.Globalization;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Onnx;

namespace Tutor.Commands;

/// <summary><c>models</c> shows the embedding models that can be chosen, <c>models add DIR</c> adds one after having tried it. Both need no database.</summary>
internal static class ModelsCommand
{
    private const string Usage = """
        say: ./tutor models
             ./tutor models install        fetch the library that runs models
             ./tutor models add DIR [--name NAME] [--pooling mean|cls] [--max-length PIECES]
                                    [--query-prefix TEXT] [--passage-prefix TEXT]
        """;

    public static int Run(string[] args)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var settings = TutorSettings.ReadEmbedding(configuration, Path.GetFullPath(configuration["TUTOR_HOME"] ?? ".tutor"));
            var folder = new OnnxFolder(settings.Home);
            return args switch
            {
                [] => List(folder, settings),
                ["add", var from, .. var options] when Wishes(options) is { } wishes => Add(new OnnxAdding(folder, new OnnxLibrary(settings.Home, settings.OnnxRuntime)), from, wishes),
                _ => Misunderstood(),
            };
        }
        catch (Exception e) when (e is ModelRefusedException or SettingException or IOException or UnauthorizedAccessException)
        {
            return ServerCommands.Refuse(e.Message);
        }
        catch (EmbeddingUnavailableException e)
        {
            return ServerCommands.Refuse($"{e.Failure.Message} {e.Failure.Action}");
        }
    }

    private static int List(OnnxFolder folder, EmbedderSettings settings)
    {
        Console.WriteLine($"  {Mark("lsa")} lsa                 learned from each course; nothing to fetch");
        foreach (var model in folder.All())
        {
            var name = OnnxDescription.Prefix + model.Name;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {Mark(name)} {name,-19} {model.Dimensions} dimensions, {(model.Pooling == Pooling.Mean ? "mean" : "first piece")}, texts up to {model.MaxLength} pieces, {model.Hash[..12]}"));
        }
        Console.WriteLine($"  {Mark(EmbedderSettings.Endpoint)} endpoint            the embedding model of an OpenAI-compatible endpoint");
        Console.WriteLine($"TUTOR_EMBEDDER chooses; * is what it says now. Models are in {folder.Root}; models/README.md says which can be added.");
        return 0;

        string Mark(string name) => settings.Embedder == name ? "*" : " ";
    }

    private static int Add(OnnxAdding adding, string from, OnnxWishes wishes)
    {
        var added = adding.Add(from, wishes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Added {added.Name}: {added.Dimensions} dimensions, {(added.Pooling == Pooling.Mean ? "mean" : "first piece")} of {added.Output}, texts up to {added.MaxLength} pieces."));
        if (added.QueryPrefix.Length + added.PassagePrefix.Length > 0) Console.WriteLine($"Questions begin with “{added.QueryPrefix}”, passages with “{added.PassagePrefix}”.");
        Console.WriteLine($"Start Tutor with TUTOR_EMBEDDER=onnx:{added.Name} to use it; courses go over to it by themselves.");
        return 0;
    }

    /// <summary>Null where they make no sense.</summary>
    private static OnnxWishes? Wishes(string[] options)
    {
        var wishes = new OnnxWishes();
        for (var i = 0; i < options.Length; i += 2)
        {
            if (i + 1 == options.Length || With(wishes, options[i], options[i + 1]) is not { } more) return null;
            wishes = more;
        }
        return wishes;
    }

    private static OnnxWishes? With(OnnxWishes wishes, string option, string value) => option switch
    {
        "--name" => wishes with { Name = value },
        "--pooling" when value is "mean" or "cls" => wishes with { Pooling = value == "mean" ? Pooling.Mean : Pooling.Cls },
        "--query-prefix" => wishes with { QueryPrefix = value },
        "--passage-prefix" => wishes with { PassagePrefix = value },
        "--max-length" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) => wishes with { MaxLength = length },
        _ => null,
    };

    private static int Misunderstood()
    {
        Console.Error.WriteLine(Usage);
        return ServerCommands.BadUsage;
    }
}
