using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Weighs a claim: how much a fact-checker would want it checked.</summary>
static class WorthReader
{
    /// <summary>How many words before its clause may still tell what a claim is ("I want you to know: …"). A bound, so that the time stays linear.</summary>
    public const int Lead = 30;

    /// <summary>A clause of fewer words hardly says anything.</summary>
    const int FewWords = 5;

    /// <summary>A clause of more words says more than one thing.</summary>
    const int ManyWords = 25;

    /// <summary>So many figures in a sentence, and it reports.</summary>
    const int SeveralFigures = 3;

    static readonly Signal[] Own = [Signal.Happened, Signal.Superlative, Signal.Comparison, Signal.Conduct, Signal.Procedure];

    /// <summary>What colours all that follows in its sentence.</summary>
    static readonly Signal[] Colouring = [Signal.Wish, Signal.Opinion, Signal.Personal];

    static readonly Frame[] OwnFrames = [Frame.Back, Frame.Stand, Frame.Contrast];

    static readonly Frame[] ColouringFrames = [Frame.Ahead, Frame.Source];

    /// <param name="figures">How many the sentence gives.</param>
    public static void Weigh(in Sentence s, Stretch clause, Excerpt? speaker, in Draft figure, Modality modality, bool dated, int figures, ClauseWords words, Grounds grounds)
    {
        grounds.Clear();
        if (speaker is { } who) grounds.Add(Speakers.Weigh(s, who));
        Topics.Weigh(s, words, figure, grounds);
        var own = words.Own;
        FigureWorth.Weigh(figure, grounds);
        grounds.Add(WorthTable.Of(modality));

        // "the highest in 50 years": then the span belongs to the record.
        if (UnitReader.IsDuration(figure.Code) && !own.Has(Signal.Superlative)) grounds.Add(WorthTable.Duration);
        AddSignals(words.IsOrder ? own.With(Signal.Wish) : own, words.Before, grounds);
        AddFrames(words.OwnFrames, words.FramesBefore, grounds);
        if (Aims.Has(s, clause.First, figure.Number.First)) grounds.Add(WorthTable.Aim);
        if (words.HoldsChange && figure.Kind != QuantityKind.Change) grounds.Add(WorthTable.Change);
        if (dated) grounds.Add(WorthTable.Dated);
        if (figures >= SeveralFigures) grounds.Add(WorthTable.Several);
        if (clause.Next - clause.First < FewWords) grounds.Add(WorthTable.FewWords);
        if (clause.Next - clause.First > ManyWords) grounds.Add(WorthTable.ManyWords);
        if (s.IsMark(s.Count - 1, '?')) grounds.Add(WorthTable.Question);
    }

    static void AddSignals(Signals own, Signals before, Grounds grounds)
    {
        foreach (var signal in Own)
        {
            if (own.Has(signal)) grounds.Add(WorthTable.Of(signal));
        }
        foreach (var signal in Colouring)
        {
            if (own.Has(signal) || before.Has(signal)) grounds.Add(WorthTable.Of(signal));
        }
    }

    static void AddFrames(Frames own, Frames before, Grounds grounds)
    {
        foreach (var frame in OwnFrames)
        {
            if (own.Has(frame)) grounds.Add(WorthTable.Of(frame));
        }
        foreach (var frame in ColouringFrames)
        {
            if (own.Has(frame) || before.Has(frame)) grounds.Add(WorthTable.Of(frame));
        }
    }
}
