namespace Verify.Hosting.Tests.Telemetry;

/// <summary>Tests of what the whole process measures: nothing else may run beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
