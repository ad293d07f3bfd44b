using Microsoft.Extensions.Logging;

namespace Verify.Web.Tests.Desk;

/// <summary>What goes wrong inside the desk, beside the test that saw it.</summary>
sealed class TestLog : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) TestContext.Current.TestOutputHelper?.WriteLine($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose() { }
}
