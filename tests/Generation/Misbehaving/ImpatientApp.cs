using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tutor.ModelWriting;

namespace Tutor.Misbehaving;

/// <summary>The whole server with a writer at the simulated endpoint that it waits for no longer than two seconds, and all that it logs.</summary>
public sealed class ImpatientApp : ModelApp
{
    public LogBook Logs { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Logs));
        builder.UseSetting("Models:Roles:Writer:FirstTokenSeconds", "2");
        builder.UseSetting("Models:Roles:Writer:IdleSeconds", "2");
        builder.UseSetting("Models:Endpoints:default:Retries", "1");
    }
}

/// <summary>Every line that would be logged.</summary>
public sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
