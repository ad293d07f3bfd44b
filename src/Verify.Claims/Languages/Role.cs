namespace Verify.Claims.Languages;

/// <summary>What a phrase of a language file can be. A phrase may stand in several roles; at most <see cref="Roles.Most"/>, since a word keeps them as one set.</summary>
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

/// <summary>What goes with <see cref="Role.Conjunction"/>.</summary>
enum Conjunction : byte
{
    /// <summary>Joins two clauses of one rank: "dan", "but".</summary>
    Coordinating,

    /// <summary>Opens a clause that hangs on another: "karena", "while".</summary>
    Subordinating,
}

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

/// <summary>What goes with <see cref="Role.Frame"/>: what a wording sets a claim in. A phrase may give one beside a <see cref="Signal"/>.</summary>
enum Frame : byte
{
    /// <summary>A time to come: "over the next", "mendatang".</summary>
    Ahead,

    /// <summary>A time gone by, up to now: "over the last", "ago", "tahun lalu".</summary>
    Back,

    /// <summary>Where a figure is from: "a study", "survei".</summary>
    Source,

    /// <summary>How somebody voted, or what they stood for: "voted against", "menolak".</summary>
    Stand,

    /// <summary>The figure is more or less than one would think: "only", "bahkan".</summary>
    Contrast,
}

/// <summary>What goes with <see cref="Role.Particle"/>.</summary>
enum Particle : byte
{
    Other,

    /// <summary>After whoever acts or speaks: "は", "이".</summary>
    Topic,

    /// <summary>Between what owns or counts and its noun: "の", "의".</summary>
    Partitive,
}

/// <summary>What goes with <see cref="Role.Coin"/>.</summary>
enum Coin : byte
{
    /// <summary>A piece of money worth so much: "dime".</summary>
    Piece,

    /// <summary>A word that says two of what it names, a unit: "عامين", two years.</summary>
    DualMeasure,

    /// <summary>The same of money.</summary>
    DualMoney,

    /// <summary>The same of a noun that is counted.</summary>
    DualNoun,
}

/// <summary>What goes with <see cref="Role.Over"/>: how two numbers make a fraction.</summary>
enum Over : byte
{
    /// <summary>The upper number stands first: "one over three".</summary>
    UpperFirst,

    /// <summary>The lower number stands first: "三<u>分之</u>二".</summary>
    LowerFirst,

    /// <summary>Joins a whole and a fraction: "一<u>又</u>二分之一".</summary>
    Mixed,

    /// <summary>Makes an exponent of the number before it: "10の13<u>乗</u>".</summary>
    Power,

    /// <summary>Between so many and the larger number that they are of: "1 <u>in</u> twenty".</summary>
    Among,
}

/// <summary>What goes with <see cref="Role.Percent"/>.</summary>
enum Percent : byte
{
    Sign,
    Points,

    /// <summary>Its value is what one of them is in percent: "三<u>成</u>".</summary>
    Tenths,
}

/// <summary>What goes with <see cref="Role.NounStop"/>: how a word bounds a noun phrase.</summary>
enum NounStop : byte
{
    /// <summary>Stands outside: "di", "with".</summary>
    Outside,

    /// <summary>The last word of its phrase: "itu".</summary>
    Closer,

    /// <summary>The first word of its phrase: "the".</summary>
    Opener,

    /// <summary>Opens a phrase that was spoken of before: "these". "The two governments" counts nothing anew.</summary>
    Definite,

    /// <summary>A phrase of its own: "mereka", "she".</summary>
    Pronoun,

    /// <summary>Outside what is counted, but may tie a place to a subject: "petani di lereng".</summary>
    Attaching,

    /// <summary>Directly after a number it belongs to what is counted, elsewhere it stands outside: "500 more officers".</summary>
    Adding,
}

/// <summary>What goes with <see cref="Role.Furniture"/>.</summary>
enum FurnitureKind : byte
{
    /// <summary>A heading of its own line, under which only foreign headlines follow, to the end of the text.</summary>
    Closing,

    /// <summary>Opens a line that is furniture as a whole: "Baca juga: …", "Foto: …".</summary>
    Label,

    /// <summary>Furniture when it is the whole line: "Advertisement".</summary>
    Line,

    /// <summary>Opens a line that is furniture whatever follows: "Share on …".</summary>
    Opener,
}
