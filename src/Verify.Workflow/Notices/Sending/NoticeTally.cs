using System.Collections.Concurrent;

namespace Verify.Workflow.Notices.Sending;

/// <summary>What came of one round.</summary>
sealed class NoticeTally
{
    readonly ConcurrentQueue<string> problems = [];
    readonly ConcurrentDictionary<string, bool> left = new(StringComparer.Ordinal);
    int sent, givenUp;

    public void Sent(int notices) => Interlocked.Add(ref sent, notices);

    public void Failed(string receiver, string problem)
    {
        problems.Enqueue($"{receiver}: {problem}");
        left.TryRemove(receiver, out _); // it is left alone now
    }

    public void GivenUp(int notices) => Interlocked.Add(ref givenUp, notices);

    /// <summary>More waits for it than it is told at a time.</summary>
    public void Left(string receiver) => left[receiver] = true;

    public NoticesSent Sum() => new(sent, [.. problems], givenUp, !left.IsEmpty);
}
