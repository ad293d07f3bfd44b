using Verify.Workflow.Ports;

namespace Verify.Workflow.Articles;

static class InputRefusal
{
    public static Refusal Of(InputProblem problem) => new(
        problem.Code switch
        {
            "tooLarge" => RefusalKind.TooLarge,
            "unsupportedFormat" => RefusalKind.UnsupportedFormat,
            "noArticle" => RefusalKind.Invalid,
            _ => RefusalKind.Malformed,
        },
        problem.Code, problem.Message, problem.Field);

    /// <summary>Of an address: what was sent is well-formed and small, whatever stands at the address is not.</summary>
    public static Refusal OfAddress(InputProblem problem) => new(
        problem.Code is "addressMalformed" ? RefusalKind.Malformed : RefusalKind.Invalid, problem.Code, problem.Message, problem.Field);
}
