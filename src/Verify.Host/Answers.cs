using Verify.Workflow;

namespace Verify.Host;

static class Answers
{
    /// <exception cref="UserException">The request was refused; the message is the refusal's.</exception>
    public static T OrThrow<T>(this Answer<T> answer) => answer switch
    {
        Answer<T>.Ok ok => ok.Value,
        Answer<T>.Refused refused => throw new UserException(refused.Refusal.Message),
        _ => throw new ArgumentException("An answer is ok or refused.", nameof(answer)),
    };
}
