using Xunit;

namespace Tutor.Memory;

public sealed class KeepingWhatFits
{
    [Fact]
    public void What_is_used_stays_and_what_is_not_goes_when_there_is_no_room()
    {
        var memory = new BoundedMemory<int, string>(mostBytes: 1_000);
        for (var i = 0; i < 100; i++)
        {
            memory.Put(i, $"value {i}", 100);
            Assert.True(memory.TryGet(0, out var first) && first == "value 0");
            Assert.InRange(memory.Bytes, 0, 1_100);
        }

        Assert.False(memory.TryGet(50, out _));
        Assert.True(memory.TryGet(99, out _));
    }

    [Fact]
    public void Putting_a_value_again_does_not_count_it_twice()
    {
        var memory = new BoundedMemory<int, string>(mostBytes: 1_000);
        for (var i = 0; i < 100; i++) memory.Put(7, $"value {i}", 100);

        Assert.Equal(100, memory.Bytes);
        Assert.True(memory.TryGet(7, out var value) && value == "value 99");
    }

    [Fact]
    public void A_value_that_would_push_out_all_others_is_not_kept()
    {
        var memory = new BoundedMemory<int, string>(mostBytes: 1_000);
        memory.Put(1, "small", 100);
        memory.Put(2, "huge", 900);

        Assert.True(memory.TryGet(1, out _));
        Assert.False(memory.TryGet(2, out _));
    }
}
