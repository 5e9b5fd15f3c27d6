using System.Runtime.InteropServices;

namespace Tutor.Retrieval.Onnx;

/// <summary>
/// The C interface of ONNX Runtime (onnxruntime_c_api.h): a table of functions whose order is only ever appended to, so that a place in it holds
/// for every release. Bound by hand, because the runtime's .NET package is not to be had everywhere; only what is used has a name.
/// </summary>
internal static unsafe class OrtApi
{
    /// <summary>Of February 2023; a library knows all versions up to its own, so that older ones and newer ones do.</summary>
    private const uint Version = 14;

    private const int OnlyFatalErrors = 4; // What goes wrong is an exception with the same text.

    private static readonly Lock s_lock = new();
    private static nint* s_table;
    private static nint s_environment, s_memory;

    /// <summary>Places in the table.</summary>
    internal enum Function
    {
        GetErrorCode = 1,
        GetErrorMessage = 2,
        CreateEnv = 3,
        CreateSessionFromArray = 8,
        Run = 9,
        CreateSessionOptions = 10,
        SetSessionGraphOptimizationLevel = 23,
        SetIntraOpNumThreads = 24,
        SetInterOpNumThreads = 25,
        SessionGetInputCount = 30,
        SessionGetOutputCount = 31,
        SessionGetInputName = 36,
        SessionGetOutputName = 37,
        CreateTensorWithDataAsOrtValue = 49,
        GetTensorMutableData = 51,
        GetTensorElementType = 60,
        GetDimensionsCount = 61,
        GetDimensions = 62,
        GetTensorShapeElementCount = 64,
        GetTensorTypeAndShape = 65,
        CreateCpuMemoryInfo = 69,
        AllocatorFree = 76,
        GetAllocatorWithDefaultOptions = 78,
        ReleaseStatus = 93,
        ReleaseSession = 95,
        ReleaseValue = 96,
        ReleaseTensorTypeAndShapeInfo = 99,
        ReleaseSessionOptions = 100,
        AddSessionConfigEntry = 130,
    }

    public static nint Environment => s_environment;

    public static nint CpuMemory => s_memory;

    /// <summary>What the loaded library calls itself; null before.</summary>
    public static string? LibraryVersion { get; private set; }

    /// <summary>Loads the library; the process keeps the first one for good.</summary>
    /// <exception cref="DllNotFoundException">It cannot be loaded.</exception>
    /// <exception cref="OrtException">It is too old.</exception>
    public static void Load(string path)
    {
        lock (s_lock)
        {
            if (s_environment != 0) return;
            var getBase = (delegate* unmanaged[Cdecl]<nint*>)NativeLibrary.GetExport(NativeLibrary.Load(path), "OrtGetApiBase");
            var apiBase = getBase();
            var version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)apiBase[1])());
            s_table = (nint*)((delegate* unmanaged[Cdecl]<uint, nint>)apiBase[0])(Version);
            if (s_table == null) throw new OrtException(-1, $"ONNX Runtime {version} is too old; 1.14 or newer is wanted.");
            nint environment = 0, memory = 0;
            fixed (byte* name = "tutor\0"u8) Check(((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)At(Function.CreateEnv))(OnlyFatalErrors, name, &environment));
            Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)At(Function.CreateCpuMemoryInfo))(1 /* arena */, 0 /* default */, &memory));
            (s_memory, LibraryVersion, s_environment) = (memory, version, environment);
        }
    }

    public static nint At(Function function) => s_table[(int)function];

    /// <summary>Calls a function that frees what it is given; nothing for null.</summary>
    public static void Release(Function function, nint what)
    {
        if (what != 0) ((delegate* unmanaged[Cdecl]<nint, void>)At(function))(what);
    }

    /// <exception cref="OrtException">The status is not null.</exception>
    public static void Check(nint status)
    {
        if (status == 0) return;
        var code = ((delegate* unmanaged[Cdecl]<nint, int>)At(Function.GetErrorCode))(status);
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)At(Function.GetErrorMessage))(status)) ?? "";
        Release(Function.ReleaseStatus, status);
        throw new OrtException(code, message);
    }
}
