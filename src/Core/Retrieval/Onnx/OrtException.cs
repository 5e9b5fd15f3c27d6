namespace Tutor.Retrieval.Onnx;

/// <summary>ONNX Runtime refused a call.</summary>
/// <param name="code">Its own; see <c>OrtErrorCode</c> in onnxruntime_c_api.h.</param>
public sealed class OrtException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
