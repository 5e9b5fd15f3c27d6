using System.Runtime.InteropServices;

namespace Tutor.Retrieval.Lsa;

/// <summary>
/// A model as bytes: "LSA1", dimensions, number of terms, then all terms, the terms' weights in a text (idf), the dimensions' scales,
/// and a row of 8-bit integers for each term. Little-endian.
/// </summary>
public static class LsaSerializer
{
    private const int Magic = 0x3141534C;

    public static byte[] Write(LsaModel model)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Magic);
        writer.Write(model.Dimensions);
        writer.Write(model.Terms.Count);
        foreach (var term in model.Terms) writer.Write(term);
        foreach (var idf in model.Idf) writer.Write(idf);
        foreach (var scale in model.Scales) writer.Write(scale);
        writer.Write(MemoryMarshal.AsBytes(model.Weights));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a model.</exception>
    public static LsaModel Read(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            if (reader.ReadInt32() != Magic) throw new InvalidDataException("The stored weights are not a model of latent semantic analysis.");
            int dimensions = reader.ReadInt32(), count = reader.ReadInt32();
            var terms = Repeat(count, reader.ReadString);
            var idf = Repeat(count, reader.ReadSingle);
            var scales = Repeat(dimensions, reader.ReadSingle);
            var weights = new sbyte[count * dimensions];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
            return new LsaModel(terms, idf, scales, weights);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The stored weights of a model are cut off.", e);
        }
    }

    private static T[] Repeat<T>(int count, Func<T> read)
    {
        var values = new T[count];
        for (var i = 0; i < count; i++) values[i] = read();
        return values;
    }
}
