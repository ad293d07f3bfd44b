using Verify.Workflow.Ports;

namespace Verify.Ingestion;

/// <summary>Either a value or the problem that stands in its place. Never both, never neither.</summary>
readonly struct Outcome<T> where T : class
{
    Outcome(T? value, InputProblem? problem) => (Value, Problem) = (value, problem);

    /// <summary>Null exactly when there is a <see cref="Problem"/>.</summary>
    public T? Value { get; }

    public InputProblem? Problem { get; }

    /// <summary>For interfaces, which have no implicit conversion.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(InputProblem problem) => new(null, problem);
}
