using Tutor.Simulation;
using Xunit;

namespace Tutor.Models;

/// <summary>A simulated endpoint and a database, for the tests of a class one after another.</summary>
public sealed class Stage : IAsyncLifetime
{
    private Simulator? _simulator;
    private TestDatabase? _database;

    public Simulator Simulator => _simulator ?? throw new InvalidOperationException("The fixture has not started yet.");
    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not started yet.");

    public async ValueTask InitializeAsync()
    {
        _simulator = await Simulator.StartAsync();
        _database = await TestDatabase.CreateAsync();
    }

    /// <summary>As if nothing had been asked.</summary>
    public async Task ClearAsync()
    {
        Simulator.Log.Clear();
        Simulator.Modes.Clear();
        await using var command = Database.DataSource.CreateCommand("delete from model_calls");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_simulator is not null) await _simulator.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
