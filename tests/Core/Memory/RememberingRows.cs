using System.Diagnostics;
using Xunit;

namespace Tutor.Memory;

public sealed class RememberingRows
{
    private readonly Changes _changes = new();
    private readonly Remembered<string, string> _rows;
    private readonly Guid _person = Guid.NewGuid(), _course = Guid.NewGuid();
    private int _readings;

    public RememberingRows() => _rows = new(_changes, bytes: 100, mostBytes: 10_000);

    private async Task<int> ReadingsAsync(Action? meanwhile = null)
    {
        await _rows.GetAsync("key", () =>
        {
            _readings++;
            meanwhile?.Invoke();
            return Task.FromResult<string?>("row");
        }, _ => (_person, _course));
        return _readings;
    }

    [Fact]
    public async Task A_row_is_read_once_while_changes_are_heard()
    {
        _changes.Heard(Stopwatch.GetTimestamp());

        Assert.Equal(1, await ReadingsAsync());
        Assert.Equal(1, await ReadingsAsync());
    }

    [Fact]
    public async Task It_is_read_each_time_where_nobody_hears()
    {
        Assert.Equal(1, await ReadingsAsync());
        Assert.Equal(2, await ReadingsAsync());
        _changes.Heard(Stopwatch.GetTimestamp() - (Stopwatch.Frequency * 2));
        Assert.Equal(3, await ReadingsAsync());
    }

    [Fact]
    public async Task It_is_read_again_after_a_change_of_what_it_hangs_on_and_of_nothing_else()
    {
        _changes.Heard(Stopwatch.GetTimestamp());
        await ReadingsAsync();

        _changes.Note(Guid.NewGuid());
        Assert.Equal(1, await ReadingsAsync());
        _changes.Note(_person);
        Assert.Equal(2, await ReadingsAsync());
        _changes.Note(_course);
        Assert.Equal(3, await ReadingsAsync());
        _changes.Forget();
        Assert.Equal(4, await ReadingsAsync());
        Assert.Equal(4, await ReadingsAsync());
    }

    [Fact]
    public async Task A_change_that_is_heard_while_it_is_read_counts()
    {
        _changes.Heard(Stopwatch.GetTimestamp());

        await ReadingsAsync(meanwhile: () => _changes.Note(_course));

        Assert.Equal(2, await ReadingsAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_asked_for_again()
    {
        _changes.Heard(Stopwatch.GetTimestamp());
        Assert.Null(await _rows.GetAsync("other", () => Task.FromResult<string?>(null), _ => (_person, _course)));
        Assert.Equal("now", await _rows.GetAsync("other", () => Task.FromResult<string?>("now"), _ => (_person, _course)));
    }
}
