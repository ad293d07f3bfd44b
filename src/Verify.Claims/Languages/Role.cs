namespace Verify.Claims.Languages;

/// <summary>What a phrase of a language file can be. A phrase may stand in several roles; a word keeps those that begin with it as one set (<see cref="Roles"/>).</summary>
enum Role : byte
{
    Value, Multiplier, Adder, Scale, MoneyScale, StuckScale, Fraction, FractionOfScale, Denominator, Over, Vague, VagueLead, Point, Joiner, One, Minus, NumberEnding,
    Ordinal, OrdinalPrefix, OrdinalSuffix, OrdinalLead, Collective, Pointing, Article,
    RelationBefore, RelationAfter, OrEqual, RangeOpen, RangeTo, RangeAnd, ListJoiner, RatioOf,
    Percent, PercentBefore, Multiple, MultipleWord, ChangeVerb, Currency, CurrencyPart, Coin, Unit, UnitBefore, UnitOfPart, Per, Counter,
    Month, Weekday, TimeLead, ClockLead, ClockMark, DayPart, TimePhrase, DurationAfter, DurationBefore, During, YearBefore, YearNoun, Century, DecadeSuffix,
    SpeechVerb, SpeechTag, SpeechOwn, According, That,
    SpeechHearer, SpeechShow, SpeechDocument, SpeechLead, SpeechNoun, SpeechOwner, SpeechPassive, SpeechBy, SpeechParticiple, SpeechBetween, SpeechTitle, SpeechPronoun, SpeechGroup, SpeechAttitude, SpeechPlan,
    Modal, NotModal, Conjunction, Adverbial, Relative, Purpose, MeasureLink, NounStop, Verb, NotVerb, Auxiliary, Head, NotHead, Dimension,
    NotNumber, Reference, Street, ScoreLead, NameOpener, Abbreviation, Furniture, Institution, FirstPerson, Topic, WideTopic, Signal, Frame, Aim, Order, RankLead, Title,
    ChangeFrom, ChangeTo, ChangeNoun, Rebased, Apposition, Filler, Total, Breakdown, Among, Beside, Exclusive, Rest, Whole,

    /// <summary>What dates and clocks are counted in, right after its number: "年", "월", "時".</summary>
    DatePart,

    /// <summary>An ending that a word takes without being part of it: "은", "에서", "は". Detail: <see cref="Languages.Particle"/>.</summary>
    Particle,

    /// <summary>A number where nothing else stands beside it, and a plain word elsewhere: "kosong".</summary>
    Alone,

    /// <summary>No phrase: a word that a number of the language's spelling rules may begin with.</summary>
    Spelled,
}
