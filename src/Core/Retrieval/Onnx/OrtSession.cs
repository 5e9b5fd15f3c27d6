using System.Runtime.InteropServices;
using static Tutor.Retrieval.Onnx.OrtApi;

namespace Tutor.Retrieval.Onnx;

/// <summary>
/// A loaded model. Any number of threads may run it at once, each on one core: on two cores that gave more than one caller with two threads
/// (147 texts a second of 256 pieces against 120), and a batch gives no more than its texts one by one.
/// </summary>
internal sealed unsafe class OrtSession : IDisposable
{
    private const int Float = 1, Int64 = 7; // ONNXTensorElementDataType
    private const int AllOptimisations = 99;

    private nint _session;
    private readonly nint[] _inputNames, _outputNames;

    /// <param name="model">The bytes of a .onnx file, with its weights inside.</param>
    /// <exception cref="OrtException">It is no model this library can run.</exception>
    public OrtSession(ReadOnlySpan<byte> model)
    {
        _session = Create(model);
        (_inputNames, _outputNames) = (Names(Function.SessionGetInputCount, Function.SessionGetInputName), Names(Function.SessionGetOutputCount, Function.SessionGetOutputName));
        (Inputs, Outputs) = (Strings(_inputNames), Strings(_outputNames));
    }

    public IReadOnlyList<string> Inputs { get; }
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>One text: each input is a row of as many numbers.</summary>
    /// <param name="inputs">In the order of <see cref="Inputs"/>.</param>
    /// <param name="output">Place in <see cref="Outputs"/>.</param>
    /// <exception cref="OrtException">The model cannot work on it.</exception>
    public OrtTensor Run(IReadOnlyList<long[]> inputs, int output)
    {
        var values = stackalloc nint[inputs.Count];
        var pins = new GCHandle[inputs.Count];
        nint result = 0;
        for (var i = 0; i < inputs.Count; i++) values[i] = 0;
        try
        {
            for (var i = 0; i < inputs.Count; i++) values[i] = Row(inputs[i], pins[i] = GCHandle.Alloc(inputs[i], GCHandleType.Pinned));
            fixed (nint* inputNames = _inputNames)
            fixed (nint* outputName = &_outputNames[output])
                Check(((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)At(Function.Run))(
                    _session, 0, inputNames, values, (nuint)inputs.Count, outputName, 1, &result));
            return Read(result);
        }
        finally
        {
            Release(Function.ReleaseValue, result);
            for (var i = 0; i < inputs.Count; i++)
            {
                Release(Function.ReleaseValue, values[i]);
                if (pins[i].IsAllocated) pins[i].Free(); // Only now: the runtime reads the array itself, not a copy.
            }
        }
    }

    public void Dispose()
    {
        Release(Function.ReleaseSession, _session);
        _session = 0;
        foreach (var name in _inputNames.Concat(_outputNames)) Marshal.FreeCoTaskMem(name);
        Array.Clear(_inputNames);
        Array.Clear(_outputNames);
    }

    private static nint Create(ReadOnlySpan<byte> model)
    {
        nint options = 0, session = 0;
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)At(Function.CreateSessionOptions))(&options));
        try
        {
            Set(options, Function.SetIntraOpNumThreads, 1);
            Set(options, Function.SetInterOpNumThreads, 1);
            Set(options, Function.SetSessionGraphOptimizationLevel, AllOptimisations);
            // Waiting threads would burn a core each.
            fixed (byte* key = "session.intra_op.allow_spinning\0"u8)
            fixed (byte* value = "0\0"u8)
                Check(((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)At(Function.AddSessionConfigEntry))(options, key, value));
            fixed (byte* bytes = model)
                Check(((delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint, nint*, nint>)At(Function.CreateSessionFromArray))(OrtApi.Environment, bytes, (nuint)model.Length, options, &session));
            return session;
        }
        finally
        {
            Release(Function.ReleaseSessionOptions, options);
        }
    }

    private static void Set(nint options, Function function, int value) => Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)At(function))(options, value));

    /// <summary>Copies of our own: theirs belong to the runtime's allocator.</summary>
    private nint[] Names(Function counting, Function naming)
    {
        nuint count;
        nint allocator;
        Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)At(counting))(_session, &count));
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)At(Function.GetAllocatorWithDefaultOptions))(&allocator));
        var names = new nint[count];
        for (nuint i = 0; i < count; i++)
        {
            nint name;
            Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint, nint*, nint>)At(naming))(_session, i, allocator, &name));
            names[i] = Marshal.StringToCoTaskMemUTF8(Marshal.PtrToStringUTF8(name));
            Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)At(Function.AllocatorFree))(allocator, name));
        }
        return names;
    }

    private static string[] Strings(nint[] names) => [.. names.Select(n => Marshal.PtrToStringUTF8(n)!)];

    private static nint Row(long[] numbers, GCHandle pin)
    {
        nint value = 0;
        var shape = stackalloc long[] { 1, numbers.Length };
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nuint, long*, nuint, int, nint*, nint>)At(Function.CreateTensorWithDataAsOrtValue))(
            CpuMemory, pin.AddrOfPinnedObject(), (nuint)numbers.Length * sizeof(long), shape, 2, Int64, &value));
        return value;
    }

    private static OrtTensor Read(nint value)
    {
        nint info = 0;
        Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)At(Function.GetTensorTypeAndShape))(value, &info));
        try
        {
            int type;
            nuint rank, count;
            float* numbers;
            Check(((delegate* unmanaged[Cdecl]<nint, int*, nint>)At(Function.GetTensorElementType))(info, &type));
            if (type != Float) throw new OrtException(-1, "Its output is not made of 32-bit floating-point numbers.");
            Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)At(Function.GetDimensionsCount))(info, &rank));
            var shape = new long[rank];
            fixed (long* sizes = shape) Check(((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)At(Function.GetDimensions))(info, sizes, rank));
            Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)At(Function.GetTensorShapeElementCount))(info, &count));
            Check(((delegate* unmanaged[Cdecl]<nint, float**, nint>)At(Function.GetTensorMutableData))(value, &numbers));
            return new OrtTensor(new ReadOnlySpan<float>(numbers, checked((int)count)).ToArray(), shape);
        }
        finally
        {
            Release(Function.ReleaseTensorTypeAndShapeInfo, info);
        }
    }
}

/// <summary>What a model answers: numbers, and how many there are in each direction.</summary>
internal readonly record struct OrtTensor(float[] Numbers, long[] Shape);
