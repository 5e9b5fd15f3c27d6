using System.Runtime.InteropServices;
using Xunit;

namespace Tutor.Retrieval;

public sealed class ComparingVectors
{
    [Theory]
    [InlineData(5000, 384, 10)]
    [InlineData(3000, 128, 50)]
    [InlineData(700, 7, 10)]
    [InlineData(40, 33, 100)]
    [InlineData(3, 1, 1)]
    public void The_top_is_that_of_a_full_comparison(int count, int dimensions, int take)
    {
        var random = new Random(count);
        var table = new VectorTable([.. Enumerable.Range(0, count).Select(_ => UnitVector(random, dimensions))]);
        for (var n = 0; n < 20; n++)
        {
            var query = UnitVector(random, dimensions);
            var all = table.Similarities(query);

            var expected = Enumerable.Range(0, count).OrderByDescending(i => all[i]).ThenBy(i => i).Take(take).Select(i => (i, all[i]));
            Assert.Equal(expected, table.Top(query, take));
        }
    }

    [Fact]
    public void What_rounding_can_change_is_never_more_than_it_says()
    {
        var random = new Random(1);
        // Few large numbers among many small ones: what rounding to 8 bits harms most.
        float[]?[] vectors = [.. Enumerable.Range(0, 500).Select(_ => UnitVector(random, 100, x => x * x * x * x * x)), null, new float[100]];
        var table = new VectorTable(vectors);
        for (var n = 0; n < 50; n++)
        {
            var query = UnitVector(random, 100, x => x * x * x);
            var about = new float[table.Count];
            var off = table.About(query, about);

            Assert.InRange(off, 0, 0.1f);
            Assert.All(table.Similarities(query).Zip(about), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, off));
        }
    }

    [Fact]
    public void Vectors_that_are_equal_come_in_the_order_of_the_course()
    {
        float[] vector = [0.6f, 0.8f];
        var table = new VectorTable([vector, null, vector, vector, [1, 0]]);

        Assert.Equal([0, 2], table.Top(vector, 2).Select(t => t.Place));
        Assert.Equal([0, 2, 3, 4, 1], table.Top(vector, 10).Select(t => t.Place));
        Assert.Equal([0, 1, 2], table.Top(new float[2], 3).Select(t => t.Place));
        Assert.Empty(table.Top(vector, 0));
        Assert.Empty(new VectorTable([]).Top([], 3));
    }

    [Fact]
    public void A_query_of_another_dimension_is_refused() =>
        Assert.Throws<ArgumentException>(() => new VectorTable([[1f, 0]]).Top([1f], 1));

    [Fact]
    public void Every_processor_sums_alike()
    {
        var random = new Random(2);
        var codes = new sbyte[64];
        random.NextBytes(MemoryMarshal.AsBytes(codes.AsSpan()));
        short[] query = [.. Enumerable.Range(0, 64).Select(_ => (short)random.Next(short.MinValue, short.MaxValue))];

        Assert.Equal(codes.Zip(query, (c, q) => c * q).Sum(), QuantisedVectors.DotAnywhere(ref query[0], ref codes[0], 64));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(500)]
    public void The_best_of_words_and_meaning_are_those_of_all_scores(int take)
    {
        var random = new Random(take);
        var table = new VectorTable([.. Enumerable.Range(0, 400).Select(_ => random.Next(20) == 0 ? null : UnitVector(random, 48))]);
        bool[] follows = [.. Enumerable.Range(0, 400).Select(i => i > 0 && random.Next(10) > 0)];
        for (var n = 0; n < 20; n++)
        {
            double[] words = [.. Enumerable.Range(0, 400).Select(_ => random.Next(3) == 0 ? 10 * random.NextDouble() : 0)];
            var query = UnitVector(random, 48);
            var all = Fusion.Combine(words, table.Similarities(query), follows);

            var expected = Enumerable.Range(0, 400).OrderByDescending(i => all[i]).ThenBy(i => i).Take(take).Select(i => (i, all[i]));
            Assert.Equal(expected, Fusion.Best(words, table, query, follows, take));
        }
    }

    private static float[] UnitVector(Random random, int dimensions, Func<double, double>? shape = null)
    {
        double[] numbers = [.. Enumerable.Range(0, dimensions).Select(_ => 2 * random.NextDouble() - 1).Select(shape ?? (x => x))];
        var norm = Math.Sqrt(numbers.Sum(x => x * x));
        return [.. numbers.Select(x => (float)(x / norm))];
    }
}
