using System.Text;

namespace Tutor.Tutoring;

/// <summary>Takes the JSON objects out of a text that comes in pieces, wherever the pieces are cut and whatever stands around the objects.</summary>
internal sealed class JsonObjects
{
    /// <summary>A line of an answer has some hundred characters; more is no line.</summary>
    private const int MostCharacters = 8000;

    private readonly StringBuilder _object = new();
    private int _depth;
    private bool _inString, _escaped;

    /// <summary>The objects that are complete with this piece.</summary>
    public IEnumerable<string> Take(string piece)
    {
        foreach (var c in piece)
        {
            if (_depth == 0 && c != '{') continue;
            _object.Append(c);
            Follow(c);
            if (_depth == 0) yield return Done();
            else if (_object.Length > MostCharacters) (_depth, _inString, _escaped) = (Drop(), false, false);
        }
    }

    private void Follow(char c)
    {
        if (_escaped) _escaped = false;
        else if (_inString && c == '\\') _escaped = true;
        else if (c == '"') _inString = !_inString;
        else if (!_inString && c == '{') _depth++;
        else if (!_inString && c == '}') _depth--;
    }

    private string Done()
    {
        var text = _object.ToString();
        _object.Clear();
        return text;
    }

    private int Drop()
    {
        _object.Clear();
        return 0;
    }
}
