using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using Tutor.Retrieval.WordPiece;

namespace Tutor.Retrieval.Onnx;

/// <summary>What whoever adds a model says about it; null is left to what its folder says.</summary>
public sealed record OnnxWishes(string? Name = null, Pooling? Pooling = null, string? QueryPrefix = null, string? PassagePrefix = null, int? MaxLength = null);

/// <summary>A model that cannot be added; the message says why and what to do.</summary>
public sealed class ModelRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Checks a folder with a model and its tokenizer by using it, and takes copies of what is needed into TUTOR_HOME/models/NAME.</summary>
public sealed class OnnxAdding(OnnxFolder models, OnnxLibrary library)
{
    private static readonly string[] s_tokenizerFiles = [TokenizerFiles.Json, TokenizerFiles.Vocabulary, TokenizerFiles.Configuration];

    /// <summary>Of one meaning each, in the languages models are made for: a model that tells none of them apart is broken.</summary>
    private static readonly string[] s_trials = ["The hippocampus stores memories of events.", "Prices rise when supply falls.", "Zellen teilen sich.", "細胞は分裂する。"];

    /// <exception cref="ModelRefusedException">The folder holds no model that can be used.</exception>
    /// <exception cref="Embedding.EmbeddingUnavailableException">The library is not there.</exception>
    public OnnxDescription Add(string from, OnnxWishes wishes)
    {
        if (!Directory.Exists(from)) throw new ModelRefusedException($"There is no folder {from}.");
        var name = wishes.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(from))).ToLowerInvariant();
        if (!OnnxFolder.IsName(name)) throw new ModelRefusedException($"“{name}” is no name for a model: small letters, digits, dots, dashes and underscores are. Give one with --name.");
        if (Directory.Exists(models.Of(name))) throw new ModelRefusedException($"There is a model {name} already, in {models.Of(name)}. Choose another name with --name, or remove that folder first.");
        library.Load();
        var part = models.Of($".{name}.part");
        try
        {
            Copy(from, part);
            var description = Examine(part, Describe(from, name, wishes));
            description.Write(part);
            Directory.Move(part, models.Of(name));
            return description;
        }
        catch (Exception e) when (e is OrtException or InvalidDataException)
        {
            throw new ModelRefusedException($"The model in {from} cannot be used. {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        }
    }

    /// <summary>Runs a model that was added; the texts must come out as numbers that differ.</summary>
    /// <exception cref="ModelRefusedException">It does not work.</exception>
    /// <exception cref="Embedding.EmbeddingUnavailableException">The library is not there.</exception>
    public void Try(OnnxDescription description)
    {
        library.Load();
        try
        {
            if (Examine(models.Of(description.Name), description).Hash != description.Hash) throw new ModelRefusedException($"The files of the model {description.Name} are not those that were added. Add it anew.");
        }
        catch (Exception e) when (e is OrtException or InvalidDataException or IOException)
        {
            throw new ModelRefusedException($"The model {description.Name} does not work any more. {e.Message}", e);
        }
    }

    private static void Copy(string from, string to)
    {
        // Where the files come from a hub, the model is in a folder of its own.
        var model = new[] { OnnxDescription.ModelFile, Path.Combine("onnx", OnnxDescription.ModelFile) }.Select(f => Path.Combine(from, f)).FirstOrDefault(File.Exists)
            ?? throw new ModelRefusedException($"There is no {OnnxDescription.ModelFile} in {from}, nor in a folder onnx there.");
        if (Directory.EnumerateFiles(Path.GetDirectoryName(model)!, "model.onnx?data").FirstOrDefault() is { } data)
            throw new ModelRefusedException($"The model in {from} keeps its weights in {Path.GetFileName(data)}. Only models in one file are known.");
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        File.Copy(model, Path.Combine(to, OnnxDescription.ModelFile));
        foreach (var file in s_tokenizerFiles.Where(f => File.Exists(Path.Combine(from, f)))) File.Copy(Path.Combine(from, file), Path.Combine(to, file));
    }

    private static OnnxDescription Describe(string from, string name, OnnxWishes wishes)
    {
        var folder = new PublishedSettings(from);
        var length = wishes.MaxLength ?? folder.MaxLength ?? 512;
        if (length is < 8 or > 8192) throw new ModelRefusedException($"A text can be at most {length} pieces long? From 8 to 8192 makes sense. Give the number with --max-length.");
        return new OnnxDescription(
            name, "", 0, wishes.Pooling ?? folder.Pooling ?? Pooling.Mean, wishes.QueryPrefix ?? folder.QueryPrefix ?? "", wishes.PassagePrefix ?? folder.PassagePrefix ?? "", length, "");
    }

    /// <returns>The description with what the trial has shown.</returns>
    private static OnnxDescription Examine(string folder, OnnxDescription description)
    {
        using var embedder = new OnnxEmbedder(folder, description);
        var vectors = s_trials.Select(t => embedder.Embed(t, isQuery: false)).ToList();
        if (vectors.Any(v => v.Length != vectors[0].Length)) throw new InvalidDataException("Its vectors are of different lengths: its output is none of whole texts.");
        if (vectors.Any(v => !float.IsFinite(TensorPrimitives.Norm<float>(v)))) throw new InvalidDataException("Its vectors are not made of numbers.");
        if (vectors.Any(v => TensorPrimitives.Norm<float>(v) == 0)) throw new InvalidDataException("Its vectors are zeros.");
        if (vectors.Skip(1).All(v => TensorPrimitives.Dot(v, vectors[0]) > 0.99999)) throw new InvalidDataException("It gives every text the same vector.");
        if (!embedder.Embed(s_trials[0], isQuery: false).AsSpan().SequenceEqual(vectors[0])) throw new InvalidDataException("It gives the same text different vectors.");
        Strain(embedder, description.MaxLength);
        var complete = description with { Dimensions = vectors[0].Length, Output = embedder.Output, Hash = "" };
        return complete with { Hash = Hash(folder, complete) };
    }

    /// <summary>The last piece of the vocabulary, and as many pieces as there can be.</summary>
    private static void Strain(OnnxEmbedder embedder, int maxLength)
    {
        try
        {
            embedder.Run([embedder.VocabularySize - 1]);
        }
        catch (OrtException e)
        {
            throw new InvalidDataException($"Its tokenizer belongs to another model: it has {embedder.VocabularySize} pieces, the model fewer.", e);
        }
        try
        {
            embedder.Run(new int[maxLength]);
        }
        catch (OrtException e)
        {
            throw new InvalidDataException($"It cannot read a text of {maxLength} pieces. Say how many it can with --max-length.", e);
        }
    }

    private static string Hash(string folder, OnnxDescription description)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\0', description.Pooling, description.QueryPrefix, description.PassagePrefix, description.MaxLength, description.Output)));
        foreach (var file in s_tokenizerFiles.Prepend(OnnxDescription.ModelFile).Select(f => Path.Combine(folder, f)).Where(File.Exists)) hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
