namespace Tutor.OpenApi;

/// <summary>A body or answer that shows itself in the API document.</summary>
public interface IExample<out TSelf>
{
    static abstract TSelf Example { get; }
}
