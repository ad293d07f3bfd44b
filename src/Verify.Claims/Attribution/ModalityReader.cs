using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Reads how firmly a clause states its figure, from its own words and from the cue that introduces it.</summary>
static class ModalityReader
{
    /// <summary>What goes with <see cref="Role.Modal"/> where a denial ends its clause and holds for the figures before it: "… से <u>इनकार</u> किया".</summary>
    public const byte DeniedBefore = 0x80 | (byte)Modality.Denied;

    /// <summary>Of several the strongest: a condition over a denial, that over a projection, that over a hedge.</summary>
    public static Modality Read(in Sentence s, Firmness clause, Stretch cue, int number)
    {
        var found = clause.Strength;
        if (clause.Denied < (s.Language.VerbLast ? int.MaxValue : number)) found = Math.Max(found, Strength(Modality.Denied));
        for (var i = cue.First; i < cue.Next; i++) found = Math.Max(found, At(s, i, out _));
        return Ranked[found];
    }

    /// <summary>What a clause's own words say, figures passed over.</summary>
    public static Firmness Of(in Sentence s, Stretch clause, Outline outline)
    {
        var (found, denied) = (Strength(Modality.Asserted), int.MaxValue);
        for (var i = clause.First; i < clause.Next;)
        {
            if (outline.IsInQuantity(i))
            {
                i++;
                continue;
            }
            var here = At(s, i, out var next);
            if (here != Strength(Modality.Denied)) found = Math.Max(found, here);
            else if (s.Match(i, Role.Modal, out _) is { Detail: DeniedBefore }) denied = clause.First;
            else if (denied == int.MaxValue) denied = i;
            i = next;
        }
        return new(found, denied);
    }

    /// <summary>True when one of the clauses opens with a condition: then the others hold only under it.</summary>
    public static bool HoldsCondition(in Sentence s, ReadOnlySpan<Stretch> clauses)
    {
        foreach (var clause in clauses)
        {
            if (s.Match(clause.First, Role.Modal, out _) is { Detail: (byte)Modality.Conditional }) return true;
            if (s.MatchBefore(clause.First, Role.Modal, 0, out _) is { Detail: (byte)Modality.Conditional }) return true;
        }
        return false;
    }

    static readonly Modality[] Ranked = [Modality.Asserted, Modality.Hedged, Modality.Projected, Modality.Denied, Modality.Conditional];

    static int Strength(Modality modality) => modality switch
    {
        Modality.Hedged => 1,
        Modality.Projected => 2,
        Modality.Denied => 3,
        Modality.Conditional => 4,
        _ => 0,
    };

    static int At(in Sentence s, int at, out int next)
    {
        if (s.Match(at, Role.NotModal, out next) is not null) return 0;
        if (s.Match(at, Role.Modal, out next) is { } modal) return modal.Detail == DeniedBefore ? Strength(Modality.Denied) : Strength((Modality)modal.Detail);
        next = at + 1;
        return 0;
    }
}
