using System.Buffers;
using System.Text;

namespace Tutor.Onnx;

/// <summary>As much of Google's wire format as a model needs.</summary>
public sealed class Protobuf
{
    private const int OfNumber = 0, OfLength = 2, OfFourBytes = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public Protobuf Number(int field, long value) => Varint((ulong)(field << 3 | OfNumber)).Varint((ulong)value);

    public Protobuf Real(int field, float value)
    {
        Varint((ulong)(field << 3 | OfFourBytes));
        _bytes.Write(BitConverter.GetBytes(value));
        return this;
    }

    public Protobuf Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint((ulong)(field << 3 | OfLength)).Varint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public Protobuf Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public Protobuf Message(int field, Protobuf value) => Bytes(field, value._bytes.WrittenSpan);

    private Protobuf Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _bytes.Write([(byte)(value | 0x80)]);
        _bytes.Write([(byte)value]);
        return this;
    }
}
