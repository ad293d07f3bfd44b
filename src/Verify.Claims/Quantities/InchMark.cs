using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>"10 <u>"</u> long": inches, where what is measured follows and the mark closes no quotation.</summary>
static class InchMark
{
    const string Code = "[in_i]";
    const int Reach = 40;

    public static bool TryRead(in Sentence s, int at, ref Draft draft)
    {
        if (!s.IsMark(at, '"') || !s.IsDigits(at - 1) || !s.Is(at + 1, Role.Dimension) || IsQuoted(s, at)) return false;
        (draft.Unit, draft.Code, draft.Kind, draft.HasUnit, draft.Next) = (new(at, at + 1), Code, QuantityKind.Measure, true, at + 1);
        return true;
    }

    /// <summary>Of the marks before it one is left open.</summary>
    static bool IsQuoted(in Sentence s, int at)
    {
        var open = false;
        for (var i = Math.Max(0, at - Reach); i < at; i++) open ^= s.IsMark(i, '"') && !(s.IsDigits(i - 1) && s.Is(i + 1, Role.Dimension));
        return open;
    }
}
