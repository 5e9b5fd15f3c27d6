using Tutor.Retrieval.WordPiece;

namespace Tutor.Retrieval.Onnx;

/// <summary>A model in memory, with its tokenizer: text to a vector of length 1.</summary>
internal sealed class OnnxEmbedder : IDisposable
{
    private const string Ids = "input_ids", Mask = "attention_mask", Types = "token_type_ids";

    private readonly OrtSession _session;
    private readonly WordPieceTokenizer _tokenizer;
    private readonly OnnxDescription _description;
    private readonly int _output;
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    /// <exception cref="OrtException">The model cannot be run, or asks for what is not known here.</exception>
    /// <exception cref="InvalidDataException">The tokenizer cannot be read.</exception>
    public OnnxEmbedder(string folder, OnnxDescription description)
    {
        _tokenizer = TokenizerFiles.Read(folder);
        _session = new OrtSession(File.ReadAllBytes(Path.Combine(folder, OnnxDescription.ModelFile)));
        _description = description.Output.Length > 0 ? description : description with { Output = Preferred(_session.Outputs) };
        _output = _session.Outputs.ToList().IndexOf(_description.Output);
        if (Fault() is not { } fault) return;
        Dispose();
        throw new OrtException(-1, fault);
    }

    public string Output => _description.Output;

    public int VocabularySize => _tokenizer.VocabularySize;

    /// <summary>Embeds a text, on this thread.</summary>
    public float[] Embed(string text, bool isQuery) =>
        Run(_tokenizer.Encode((isQuery ? _description.QueryPrefix : _description.PassagePrefix) + text, _description.MaxLength));

    /// <summary>As many at once as there are cores, whoever asks.</summary>
    public async Task<float[]> EmbedAsync(string text, bool isQuery, CancellationToken ct)
    {
        await _cores.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Embed(text, isQuery), ct);
        }
        finally
        {
            _cores.Release();
        }
    }

    /// <summary>The vector of pieces given by number.</summary>
    public float[] Run(int[] pieces)
    {
        var inputs = _session.Inputs.Select(name => name switch
        {
            Ids => Array.ConvertAll(pieces, p => (long)p),
            Mask => Filled(pieces.Length, 1),
            _ => new long[pieces.Length],
        }).ToList();
        return _description.Pooling.Pool(_session.Run(inputs, _output));
    }

    public void Dispose()
    {
        _session.Dispose();
        _cores.Dispose();
    }

    private string? Fault()
    {
        if (_session.Inputs.FirstOrDefault(i => i is not (Ids or Mask or Types)) is { } unknown) return $"It asks for the input {unknown}; known are {Ids}, {Mask} and {Types}.";
        if (!_session.Inputs.Contains(Ids)) return $"It has no input {Ids}.";
        return _output < 0 ? $"It has no output {_description.Output}; there are {string.Join(", ", _session.Outputs)}." : null;
    }

    private static string Preferred(IReadOnlyList<string> outputs) =>
        outputs.FirstOrDefault(o => o == "sentence_embedding") ?? outputs.FirstOrDefault(o => o is "last_hidden_state" or "token_embeddings") ?? outputs[0];

    private static long[] Filled(int length, long value)
    {
        var row = new long[length];
        Array.Fill(row, value);
        return row;
    }
}
