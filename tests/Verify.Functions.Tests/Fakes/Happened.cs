using System.Text.Json.Serialization;

namespace Verify.Functions.Tests.Fakes;

/// <summary>What the history of an orchestration holds, and so what a replay is given.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "happened")]
[JsonDerivedType(typeof(EpisodeBegan), "episodeBegan")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(TaskFailed), "taskFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(EventRaised), "eventRaised")]
abstract record Happened;

/// <summary>The time that the orchestrator sees until the next episode.</summary>
sealed record EpisodeBegan(DateTimeOffset At) : Happened;

/// <summary>An activity answered.</summary>
sealed record TaskCompleted(int Action, string Result) : Happened;

sealed record TaskFailed(int Action, string Message) : Happened;

sealed record TimerFired(int Action) : Happened;

sealed record EventRaised(string Name, string Payload) : Happened;

/// <summary>What an orchestrator asked for, in the order of asking: a replay must ask for the same.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "asked")]
[JsonDerivedType(typeof(CallActivity), "callActivity")]
[JsonDerivedType(typeof(StartTimer), "startTimer")]
abstract record Asked;

sealed record CallActivity(string Name, string Input) : Asked;

sealed record StartTimer(DateTimeOffset At) : Asked;
