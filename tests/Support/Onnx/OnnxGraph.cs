using System.Globalization;
using System.Runtime.InteropServices;

namespace Tutor.Onnx;

/// <summary>Writes a model in the ONNX format (onnx.proto of version 8), so that tests need neither a model nor a package that makes one.</summary>
/// <param name="operators">Version of the operators' meaning.</param>
public sealed class OnnxGraph(int operators = 17)
{
    private const int FormatVersion = 8;

    private readonly Protobuf _graph = new();
    private int _names;

    /// <summary>TensorProto.DataType: numbers of 32 bits with a point, of 8 and of 64 bits without.</summary>
    public enum Element
    {
        Real = 1,
        Small = 3,
        Whole = 7,
    }

    /// <returns>The name of its first output.</returns>
    public string Node(string operation, string[] inputs, string[]? outputs = null, params (string Name, object Value)[] attributes)
    {
        outputs ??= [NextName()];
        var node = new Protobuf();
        foreach (var input in inputs) node.Text(1, input);
        foreach (var output in outputs) node.Text(2, output);
        node.Text(4, operation);
        foreach (var (name, value) in attributes) node.Message(5, Attribute(name, value));
        _graph.Message(1, node);
        return outputs[0];
    }

    public string Floats(long[] shape, float[] values) => Constant(Element.Real, shape, MemoryMarshal.AsBytes<float>(values));

    public string Longs(long[] shape, params long[] values) => Constant(Element.Whole, shape, MemoryMarshal.AsBytes<long>(values));

    public string Bytes(long[] shape, sbyte[] values) => Constant(Element.Small, shape, MemoryMarshal.AsBytes<sbyte>(values));

    /// <param name="shape">Numbers, or names where it is not fixed.</param>
    public void Input(string name, Element element, params object[] shape) => Value(11, name, element, shape);

    public void Output(string name, Element element, params object[] shape) => Value(12, name, element, shape);

    public byte[] ToModel() =>
        new Protobuf().Number(1, FormatVersion).Message(8, new Protobuf().Text(1, "").Number(2, operators)).Message(7, _graph.Text(2, "graph")).ToArray();

    private static Protobuf Attribute(string name, object value)
    {
        var attribute = new Protobuf().Text(1, name);
        switch (value)
        {
            case float number: return attribute.Real(2, number).Number(20, 1);
            case int number: return attribute.Number(3, number).Number(20, 2);
            case int[] numbers:
                foreach (var number in numbers) attribute.Number(8, number);
                return attribute.Number(20, 7);
            default: throw new ArgumentException($"An attribute cannot be a {value.GetType().Name}.", nameof(value));
        }
    }

    private string Constant(Element element, long[] shape, ReadOnlySpan<byte> values)
    {
        var name = NextName();
        var tensor = new Protobuf();
        foreach (var size in shape) tensor.Number(1, size);
        _graph.Message(5, tensor.Number(2, (int)element).Text(8, name).Bytes(9, values));
        return name;
    }

    private void Value(int field, string name, Element element, object[] shape)
    {
        var sizes = new Protobuf();
        foreach (var size in shape) sizes.Message(1, size is string free ? new Protobuf().Text(2, free) : new Protobuf().Number(1, Convert.ToInt64(size, CultureInfo.InvariantCulture)));
        _graph.Message(field, new Protobuf().Text(1, name).Message(2, new Protobuf().Message(1, new Protobuf().Number(1, (int)element).Message(2, sizes))));
    }

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"t{_names++}");
}
