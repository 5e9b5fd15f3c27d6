using System.Globalization;
using Tutor.Onnx;

namespace Tutor.Models;

/// <summary>
/// The architecture of all-MiniLM-L6-v2 (6 layers, 384 wide, 12 heads, 1,536 in between, 30,522 pieces) with random weights: the arithmetic, and so the
/// time, is the real model's; the vectors mean nothing.
/// </summary>
internal sealed class MiniLmShape
{
    private const int Layers = 6, Width = 384, Heads = 12, Between = 1536, Pieces = 30522, Positions = 512;

    private readonly OnnxGraph _graph = new();
    private readonly Random _random = new(1);
    private readonly bool _int8;

    private MiniLmShape(bool int8) => _int8 = int8;

    /// <summary>Writes <c>model.onnx</c> and a vocabulary of as many made-up words.</summary>
    /// <param name="int8">Weights of 8 bits, quantised as ONNX Runtime's own tool does.</param>
    public static void Write(string folder, bool int8)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), new MiniLmShape(int8).Build());
        string[] special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), special.Concat(Enumerable.Range(0, Pieces - special.Length).Select(Word)));
    }

    /// <summary>One piece each.</summary>
    public static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"w{number}");

    private byte[] Build()
    {
        _graph.Input("input_ids", OnnxGraph.Element.Whole, "batch", "pieces");
        _graph.Input("attention_mask", OnnxGraph.Element.Whole, "batch", "pieces");
        var mask = _graph.Node("Unsqueeze", [_graph.Node("Cast", ["attention_mask"], attributes: ("to", 1)), _graph.Longs([2], 1, 2)]);
        var bias = _graph.Node("Mul", [_graph.Node("Sub", [_graph.Floats([], [1]), mask]), _graph.Floats([], [-1e9f])]);
        var x = Embedded();
        for (var layer = 0; layer < Layers; layer++) x = Layer(x, bias);
        _graph.Node("Identity", [x], ["last_hidden_state"]);
        _graph.Output("last_hidden_state", OnnxGraph.Element.Real, "batch", "pieces", Width);
        return _graph.ToModel();
    }

    private string Embedded()
    {
        var words = _graph.Node("Gather", [_graph.Floats([Pieces, Width], Draw(Pieces * Width)), "input_ids"]);
        var length = _graph.Node("Slice", [_graph.Node("Shape", ["input_ids"]), _graph.Longs([1], 1), _graph.Longs([1], 2)]);
        var places = _graph.Node("Slice", [_graph.Floats([Positions, Width], Draw(Positions * Width)), _graph.Longs([1], 0), length, _graph.Longs([1], 0)]);
        return Normal(_graph.Node("Add", [words, places]));
    }

    private string Layer(string x, string bias)
    {
        var scores = _graph.Node("MatMul", [Head(Dense(x, Width, Width), 0, 2, 1, 3), Head(Dense(x, Width, Width), 0, 2, 3, 1)]);
        var scaled = _graph.Node("Div", [scores, _graph.Floats([], [MathF.Sqrt(Width / Heads)])]);
        var weights = _graph.Node("Softmax", [_graph.Node("Add", [scaled, bias])], attributes: ("axis", -1));
        var seen = _graph.Node("Transpose", [_graph.Node("MatMul", [weights, Head(Dense(x, Width, Width), 0, 2, 1, 3)])], attributes: ("perm", new[] { 0, 2, 1, 3 }));
        x = Normal(_graph.Node("Add", [Dense(_graph.Node("Reshape", [seen, _graph.Longs([3], 0, 0, Width)]), Width, Width), x]));
        return Normal(_graph.Node("Add", [Dense(Gelu(Dense(x, Width, Between)), Between, Width), x]));
    }

    private string Head(string x, params int[] order) =>
        _graph.Node("Transpose", [_graph.Node("Reshape", [x, _graph.Longs([4], 0, 0, Heads, Width / Heads)])], attributes: ("perm", order));

    private string Gelu(string x)
    {
        var error = _graph.Node("Erf", [_graph.Node("Div", [x, _graph.Floats([], [MathF.Sqrt(2)])])]);
        return _graph.Node("Mul", [_graph.Node("Mul", [x, _graph.Node("Add", [error, _graph.Floats([], [1])])]), _graph.Floats([], [.5f])]);
    }

    private string Normal(string x)
    {
        var ones = new float[Width];
        Array.Fill(ones, 1f);
        return _graph.Node("LayerNormalization", [x, _graph.Floats([Width], ones), _graph.Floats([Width], new float[Width])], null, ("axis", -1), ("epsilon", 1e-12f));
    }

    private string Dense(string x, int from, int to)
    {
        var bias = _graph.Floats([to], Draw(to));
        if (!_int8) return _graph.Node("Add", [_graph.Node("MatMul", [x, _graph.Floats([from, to], Draw(from * to))]), bias]);
        string[] quantised = [$"{x}_{from}_{to}_{_random.Next()}", $"s{_random.Next()}", $"z{_random.Next()}"];
        _graph.Node("DynamicQuantizeLinear", [x], quantised);
        var weights = new sbyte[from * to];
        for (var i = 0; i < weights.Length; i++) weights[i] = (sbyte)_random.Next(-127, 128);
        var product = _graph.Node("Cast", [_graph.Node("MatMulInteger", [quantised[0], _graph.Bytes([from, to], weights), quantised[2]])], attributes: ("to", 1));
        return _graph.Node("Add", [_graph.Node("Mul", [product, _graph.Node("Mul", [quantised[1], _graph.Floats([], [.0003f])])]), bias]);
    }

    private float[] Draw(int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = (float)(_random.NextDouble() - .5) * .08f;
        return values;
    }
}
