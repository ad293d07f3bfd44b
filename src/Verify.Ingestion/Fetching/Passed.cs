using Verify.Workflow.Ports;

namespace Verify.Ingestion.Fetching;

/// <summary>What the next step of a fetch needs, or the answer that ends the fetch here. Never both, never neither.</summary>
readonly struct Passed<T> where T : class
{
    Passed(T? value, Fetched? end) => (Value, End) = (value, end);

    /// <summary>Null exactly when there is an <see cref="End"/>.</summary>
    public T? Value { get; }

    public Fetched? End { get; }

    public static implicit operator Passed<T>(T value) => new(value, null);

    public static implicit operator Passed<T>(Fetched end) => new(null, end);
}
