namespace Verify.Claims.Languages;

/// <summary>What goes with <see cref="Role.Signal"/>: what a wording tells of how far a claim can be checked, and should be.</summary>
enum Signal : byte
{
    /// <summary>Nothing: a phrase that looks like another signal and is none.</summary>
    None,

    /// <summary>What ought to be: "we need to", "harus". Nobody can check it yet.</summary>
    Wish,

    /// <summary>What came to pass: "has lost", "telah".</summary>
    Happened,

    /// <summary>The most of its kind: "highest", "terbesar", "in history".</summary>
    Superlative,

    /// <summary>One thing measured by another: "than", "dibanding".</summary>
    Comparison,

    /// <summary>The speaker's own life: "my wife", "saya".</summary>
    Personal,

    /// <summary>Somebody's conduct in public: "the administration", "gubernur".</summary>
    Conduct,

    /// <summary>Talk about the talk: "two minutes", "next question".</summary>
    Procedure,

    /// <summary>A judgement of taste or belief: "I think", "luar biasa".</summary>
    Opinion,

    /// <summary>Somebody is said to have done wrong: "bribery", "tersangka".</summary>
    Accusation,
}
