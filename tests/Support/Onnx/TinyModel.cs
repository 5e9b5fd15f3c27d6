namespace Tutor.Onnx;

/// <summary>
/// An embedding model of a few kilobytes with the shape of a real one: pieces to rows of a table, a mask, one vector a piece, and
/// every piece sees the others (it adds the largest of their numbers). Words of one theme
/// share a direction, so that it finds what has no word in common with a question; all else is spelt and lies in directions of its own.
/// </summary>
public static class TinyModel
{
    public const int Dimensions = 16;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789.,;:!?'-()";
    private static readonly string[] s_special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <summary>Writes the folder as it would be downloaded: <c>model.onnx</c> and <c>vocab.txt</c>.</summary>
    /// <param name="themes">Words of one meaning, at most eight themes.</param>
    /// <param name="types">Whether it asks for token types too.</param>
    public static void Write(string folder, string[][] themes, bool types = true)
    {
        var pieces = Pieces(themes);
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), pieces);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Build([.. pieces.SelectMany(p => Row(p, themes))], pieces.Count, types));
    }

    public static IReadOnlyList<string> Pieces(string[][] themes) =>
        [.. s_special, .. themes.SelectMany(t => t), .. Letters.Select(c => $"{c}"), .. Letters.Select(c => $"##{c}")];

    /// <summary>What the model has for a piece.</summary>
    public static float[] Row(string piece, string[][] themes)
    {
        var row = new float[Dimensions];
        var theme = Array.FindIndex(themes, t => t.Contains(piece));
        if (theme >= 0) row[theme] = 8;
        else if (piece is not ("[PAD]" or "[CLS]" or "[SEP]")) row[8 + (piece[^1] % 8)] = 0.1f * (1 + (piece[^1] / 8));
        return row;
    }

    /// <param name="rows">All rows of the table, one after the other.</param>
    public static byte[] Build(float[] rows, int pieces, bool types = true, string extraInput = "")
    {
        var graph = new OnnxGraph();
        graph.Input("input_ids", OnnxGraph.Element.Whole, "batch", "pieces");
        graph.Input("attention_mask", OnnxGraph.Element.Whole, "batch", "pieces");
        if (types) graph.Input("token_type_ids", OnnxGraph.Element.Whole, "batch", "pieces");
        if (extraInput.Length > 0) graph.Input(extraInput, OnnxGraph.Element.Whole, "batch", "pieces");
        var found = graph.Node("Gather", [graph.Floats([pieces, Dimensions], rows), "input_ids"]);
        var mask = graph.Node("Unsqueeze", [graph.Node("Cast", ["attention_mask"], attributes: ("to", 1)), graph.Longs([1], 2)]);
        if (types) mask = graph.Node("Add", [mask, graph.Node("Unsqueeze", [graph.Node("Cast", ["token_type_ids"], attributes: ("to", 1)), graph.Longs([1], 2)])]);
        if (extraInput.Length > 0) mask = graph.Node("Mul", [mask, graph.Node("Unsqueeze", [graph.Node("Cast", [extraInput], attributes: ("to", 1)), graph.Longs([1], 2)])]);
        var own = graph.Node("Mul", [found, mask]);
        graph.Node("Add", [own, graph.Node("ReduceMax", [own], null, ("axes", new[] { 1 }), ("keepdims", 1))], ["last_hidden_state"]);
        graph.Output("last_hidden_state", OnnxGraph.Element.Real, "batch", "pieces", Dimensions);
        return graph.ToModel();
    }
}
