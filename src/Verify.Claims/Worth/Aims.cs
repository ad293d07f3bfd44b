using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Whether a figure belongs to what somebody means to do, without a word of wishing: an act that is aimed at, or one that is called for.</summary>
static class Aims
{
    static readonly Roles NoAct = Roles.Of(Role.NounStop, Role.Value, Role.Spelled, Role.Vague, Role.RelationBefore, Role.Adverbial);

    /// <summary>"a law <u>to give</u> 300 families a home", "<u>untuk membangun</u> 20 jembatan": an act that is aimed at stands before the number.</summary>
    public static bool Has(in Sentence s, int first, int number)
    {
        for (var i = first; i < number - 1; i++)
        {
            if (s.Match(i, Role.Aim, out var next) is not null && IsAct(s, next)) return true;
        }
        return false;
    }

    /// <summary>"and <u>build</u> 40 schools": the clause begins with the act that it calls for.</summary>
    public static bool IsOrder(in Sentence s, Stretch clause)
    {
        var first = clause.First;
        while (first < clause.Next && (s.IsMark(first, ",-–—") || s.Is(first, Role.Conjunction) || s.Is(first, Role.Adverbial))) first++;
        return first < clause.Next && s.Is(first, Role.Order);
    }

    /// <summary>Where verbs show themselves, by their form; elsewhere what is no noun's beginning, no figure and no name.</summary>
    static bool IsAct(in Sentence s, int at) => s.Language.ImpliedVerbs ? s.IsWord(at) && !s.IsCapital(at) && !s.Is(at, NoAct) : Verbs.Is(s, at);
}
