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
}
