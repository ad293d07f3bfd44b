using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>A share in percent and the two figures it comes from: "120 dari 400 orang, atau 40 persen", "120 people (40 percent) of 400", "40 percent of 400 people, or 120".</summary>
static class Shares
{
    /// <summary>Of so small a whole a share is often given as the nearest one there is: "1 in 4, or 26 percent".</summary>
    const int SmallWhole = 20;

    const int MostLeads = 3;
    const int Bracketed = 5;

    public static void Read(in Ledger ledger, Findings findings)
    {
        for (var i = 0; i + 2 < ledger.Count; i++)
        {
            if (IsShare(ledger, i + 2) && IsOf(ledger, i, i + 1) && (Equates(ledger, i + 1, i + 2) || IsBracketed(ledger, i + 1, i + 2))) Check(ledger, i, i + 1, i + 2, findings);
            else if (IsShare(ledger, i + 1) && IsOf(ledger, i + 1, i + 2) && Equates(ledger, i, i + 1)) Check(ledger, i, i + 2, i + 1, findings);
            else if (IsShare(ledger, i) && IsOf(ledger, i, i + 1) && Equates(ledger, i + 1, i + 2)) Check(ledger, i + 2, i + 1, i, findings);
        }
    }

    static bool IsShare(in Ledger ledger, int at) => ledger[at].Kind == QuantityKind.Percent && ledger[at].Code == "%" && ledger.IsSum(at);

    static bool Equates(in Ledger ledger, int a, int b) => Gaps.Equates(ledger.Sentence, ledger[a].Next, ledger[b].First, false);

    /// <summary>"3 of the 7 members present (52 percent)".</summary>
    static bool IsBracketed(in Ledger ledger, int whole, int share)
    {
        var s = ledger.Sentence;
        var open = ledger[share].First - 1;
        return s.IsMark(open, '(') && s.IsMark(ledger[share].Next, ')') && open - ledger[whole].Next <= Bracketed && Gaps.IsPlain(s, ledger[whole].Next, open);
    }

    /// <summary>The first is so much of the second: nothing but "of", "out of a total of", "dari" between them.</summary>
    static bool IsOf(in Ledger ledger, int part, int whole)
    {
        var s = ledger.Sentence;
        var at = ledger[part].Next;
        if (s.IsMark(at, ')')) at++;
        if (s.Match(at, Role.RatioOf, out at) is null) return false;
        for (var leads = 0; leads < MostLeads && at < ledger[whole].First; leads++)
        {
            at = s.Match(at, Role.Total, out var over) is not null ? over : NounPhrases.OverOpener(s, at);
        }
        return at == ledger[whole].First;
    }

    static void Check(in Ledger ledger, int part, int whole, int share, Findings findings)
    {
        if (!ledger.IsSum(part) || !ledger.IsSum(whole) || ledger[part].Kind is QuantityKind.Percent or QuantityKind.Change) return;
        Quantity some = ledger.Quantity(part), all = ledger.Quantity(whole);
        if (!Alike.InUnit(ledger.Sentence.Text, some, all) || (some.Counted is not null && !Alike.InNoun(ledger.Sentence.Text, some, all) && part > share)) return;
        for (var reading = 0; reading < 8; reading++)
        {
            bool a = (reading & 1) != 0, b = (reading & 2) != 0, c = (reading & 4) != 0;
            if ((a && !ledger.IsAmbiguous(part)) || (b && !ledger.IsAmbiguous(whole)) || (c && !ledger.IsAmbiguous(share))) continue;
            var top = ledger.Of(part, a, whole: true);
            var bottom = ledger.Of(whole, b, whole: true);
            if (top.IsOpen || bottom.IsOpen || !bottom.IsPositive || top.Low < 0 || top.Low > bottom.High) return;
            if (bottom.High <= SmallWhole) top = new(top.Low - 0.5m, top.High + 0.5m);
            if (ledger.Percent(share, c).Meets(top.Size().Over(bottom).Times(100))) return;
        }
        findings.Add(Sums.Share(ledger, part, whole, share));
    }
}
