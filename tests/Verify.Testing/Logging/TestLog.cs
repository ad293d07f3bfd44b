using Microsoft.Extensions.Logging;
using Xunit;

namespace Verify.Testing.Logging;

/// <summary>What the program has to say of itself, beside the test that saw it.</summary>
public sealed class TestLog(LogLevel least) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) TestContext.Current.TestOutputHelper?.WriteLine($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose() { }
}
