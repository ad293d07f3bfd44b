using Verify.Claims.Attribution;
using Verify.Claims.Quantities;

namespace Verify.Claims.Languages;

/// <summary>How the entries of a section are written.</summary>
enum Shape
{
    /// <summary><c>["a", "b"]</c></summary>
    Words,

    /// <summary><c>{"a": 1}</c></summary>
    Numbers,

    /// <summary><c>{"code": ["a", "b"]}</c></summary>
    Coded,

    /// <summary><c>{"code": {"a": 1}}</c></summary>
    CodedNumbers,
}

/// <summary>One list of phrases that every language file holds, possibly empty. Within one group a phrase stands once.</summary>
sealed record Section(string Path, Role Role, Shape Shape, byte Detail = 0)
{
    /// <summary>Sections of one group give the same kind of meaning, so that a phrase in two of them contradicts itself.</summary>
    public string Group => Role is Role.RelationBefore or Role.RelationAfter or Role.According or Role.Modal or Role.Conjunction or Role.Furniture or Role.Percent or Role.RatioOf or Role.RangeOpen or Role.RangeTo or Role.NounStop or Role.Signal or Role.Frame or Role.Breakdown
        ? Role.ToString()
        : Path;

    /// <summary>True for what few languages have: a whole file may leave it out.</summary>
    public bool Rare { get; init; }

    /// <summary>All sections, by path. A path of a language file that is neither here nor among the settings is an error.</summary>
    public static readonly Section[] All =
    [
        new("numerals.values", Role.Value, Shape.Numbers),
        new("numerals.figures", Role.Value, Shape.Numbers, 1) { Rare = true },
        new("numerals.alone", Role.Alone, Shape.Numbers),
        new("numerals.multipliers", Role.Multiplier, Shape.Numbers),
        new("numerals.adders", Role.Adder, Shape.Numbers),
        new("numerals.scales", Role.Scale, Shape.Numbers),
        new("numerals.moneyScales", Role.MoneyScale, Shape.Numbers),
        new("numerals.stuckScales", Role.StuckScale, Shape.Numbers),
        new("numerals.fractions", Role.Fraction, Shape.Numbers),
        new("numerals.trailingHalves", Role.Fraction, Shape.Numbers, 1) { Rare = true },
        new("numerals.fractionsOfScales", Role.FractionOfScale, Shape.Numbers),
        new("numerals.denominators", Role.Denominator, Shape.Numbers),
        new("numerals.over", Role.Over, Shape.Words),
        new("numerals.under", Role.Over, Shape.Words, (byte)Over.LowerFirst) { Rare = true },
        new("numerals.mixed", Role.Over, Shape.Words, (byte)Over.Mixed) { Rare = true },
        new("numerals.odd", Role.VagueLead, Shape.Words, 1) { Rare = true },
        new("numerals.vague", Role.Vague, Shape.Numbers),
        new("numerals.vagueLeads", Role.VagueLead, Shape.Words),
        new("numerals.point", Role.Point, Shape.Words),
        new("numerals.joiners", Role.Joiner, Shape.Words),
        new("numerals.one", Role.One, Shape.Words),
        new("numerals.minus", Role.Minus, Shape.Words),
        new("numerals.endings", Role.NumberEnding, Shape.Words),

        new("ordinals.values", Role.Ordinal, Shape.Numbers),
        new("ordinals.prefixes", Role.OrdinalPrefix, Shape.Words),
        new("ordinals.suffixes", Role.OrdinalSuffix, Shape.Words),
        new("ordinals.leads", Role.OrdinalLead, Shape.Words),
        new("ordinals.collectives", Role.Collective, Shape.Numbers),
        new("ordinals.pointing", Role.Pointing, Shape.Words),
        new("ordinals.articles", Role.Article, Shape.Words),

        new("relations.before.exactly", Role.RelationBefore, Shape.Words, (byte)Relation.Equal),
        new("relations.before.about", Role.RelationBefore, Shape.Words, (byte)Relation.About),
        new("relations.before.more", Role.RelationBefore, Shape.Words, (byte)Relation.More),
        new("relations.before.atLeast", Role.RelationBefore, Shape.Words, (byte)Relation.AtLeast),
        new("relations.before.less", Role.RelationBefore, Shape.Words, (byte)Relation.Less),
        new("relations.before.atMost", Role.RelationBefore, Shape.Words, (byte)Relation.AtMost),
        new("relations.after.about", Role.RelationAfter, Shape.Words, (byte)Relation.About),
        new("relations.after.more", Role.RelationAfter, Shape.Words, (byte)Relation.More),
        new("relations.after.atLeast", Role.RelationAfter, Shape.Words, (byte)Relation.AtLeast),
        new("relations.after.less", Role.RelationAfter, Shape.Words, (byte)Relation.Less),
        new("relations.after.atMost", Role.RelationAfter, Shape.Words, (byte)Relation.AtMost),
        new("relations.after.none", Role.RelationAfter, Shape.Words, (byte)Relation.Equal),
        new("relations.orEqual", Role.OrEqual, Shape.Words),
        new("ranges.open", Role.RangeOpen, Shape.Words),
        new("ranges.between", Role.RangeOpen, Shape.Words, 1),
        new("ranges.to", Role.RangeTo, Shape.Words),
        new("ranges.becoming", Role.RangeTo, Shape.Words, 1),
        new("ranges.and", Role.RangeAnd, Shape.Words),
        new("ranges.lists", Role.ListJoiner, Shape.Words),
        new("ranges.closing", Role.RangeOpen, Shape.Words, 2) { Rare = true },
        new("ratios.of", Role.RatioOf, Shape.Words),
        new("ratios.partitive", Role.RatioOf, Shape.Words, 1),

        new("percent.signs", Role.Percent, Shape.Words),
        new("percent.points", Role.Percent, Shape.Words, 1),
        new("percent.before", Role.PercentBefore, Shape.Numbers),
        new("percent.tenths", Role.Percent, Shape.Numbers, (byte)Percent.Tenths) { Rare = true },
        new("changes.multiples", Role.Multiple, Shape.Words),
        new("changes.words", Role.MultipleWord, Shape.Numbers),
        new("changes.verbs", Role.ChangeVerb, Shape.Words),
        new("currencies", Role.Currency, Shape.Coded),
        new("currencyParts", Role.CurrencyPart, Shape.Numbers),
        new("coins", Role.Coin, Shape.CodedNumbers),
        new("units", Role.Unit, Shape.Coded),
        new("duals.measures", Role.Coin, Shape.Coded, (byte)Coin.DualMeasure) { Rare = true },
        new("duals.money", Role.Coin, Shape.Coded, (byte)Coin.DualMoney) { Rare = true },
        new("duals.nouns", Role.Coin, Shape.Words, (byte)Coin.DualNoun) { Rare = true },
        new("unitsBefore", Role.UnitBefore, Shape.Coded),
        new("unitsOfParts", Role.UnitOfPart, Shape.Words),
        new("unitsPer", Role.Per, Shape.Words),
        new("counters", Role.Counter, Shape.Words),

        new("classifiers", Role.Counter, Shape.Words, 1) { Rare = true },

        new("times.parts", Role.DatePart, Shape.Coded) { Rare = true },
        new("times.months", Role.Month, Shape.Words),
        new("times.weekdays", Role.Weekday, Shape.Words),
        new("times.leads", Role.TimeLead, Shape.Words),
        new("times.clockLeads", Role.ClockLead, Shape.Words),
        new("times.clockMarks", Role.ClockMark, Shape.Words),
        new("times.dayParts", Role.DayPart, Shape.Words),
        new("times.phrases", Role.TimePhrase, Shape.Words),
        new("times.durationAfter", Role.DurationAfter, Shape.Words),
        new("times.durationBefore", Role.DurationBefore, Shape.Words),
        new("times.during", Role.During, Shape.Words),
        new("times.yearBefore", Role.YearBefore, Shape.Words),
        new("times.yearIn", Role.YearBefore, Shape.Words, 1),
        new("times.yearNouns", Role.YearNoun, Shape.Words),
        new("times.yearNames", Role.YearNoun, Shape.Words, 1),
        new("times.centuries", Role.Century, Shape.Words),
        new("times.decades", Role.DecadeSuffix, Shape.Words),

        new("speech.verbs", Role.SpeechVerb, Shape.Words),
        new("speech.tags", Role.SpeechTag, Shape.Words),
        new("speech.own", Role.SpeechOwn, Shape.Words),
        new("speech.according", Role.According, Shape.Words),
        new("speech.sources", Role.According, Shape.Words, 1),
        new("speech.that", Role.That, Shape.Words),
        new("speech.firstPerson", Role.FirstPerson, Shape.Words),
        new("speech.hearers", Role.SpeechHearer, Shape.Words),
        new("speech.shows", Role.SpeechShow, Shape.Words),
        new("speech.documents", Role.SpeechDocument, Shape.Words),
        new("speech.leads", Role.SpeechLead, Shape.Words),
        new("speech.nouns", Role.SpeechNoun, Shape.Words),
        new("speech.owners", Role.SpeechOwner, Shape.Words),
        new("speech.passives", Role.SpeechPassive, Shape.Words),
        new("speech.by", Role.SpeechBy, Shape.Words),
        new("speech.participles", Role.SpeechParticiple, Shape.Words),
        new("speech.between", Role.SpeechBetween, Shape.Words),
        new("speech.titles", Role.SpeechTitle, Shape.Words),
        new("speech.pronouns", Role.SpeechPronoun, Shape.Words),
        new("speech.groups", Role.SpeechGroup, Shape.Words),
        new("speech.attitudes", Role.SpeechAttitude, Shape.Words),
        new("speech.plans", Role.SpeechPlan, Shape.Words),

        new("modality.projected", Role.Modal, Shape.Words, (byte)Modality.Projected),
        new("modality.hedged", Role.Modal, Shape.Words, (byte)Modality.Hedged),
        new("modality.denied", Role.Modal, Shape.Words, (byte)Modality.Denied),
        new("modality.conditional", Role.Modal, Shape.Words, (byte)Modality.Conditional),
        new("modality.none", Role.NotModal, Shape.Words),

        new("clauses.coordinating", Role.Conjunction, Shape.Words, (byte)Conjunction.Coordinating),
        new("clauses.subordinating", Role.Conjunction, Shape.Words, (byte)Conjunction.Subordinating),
        new("clauses.adverbials", Role.Adverbial, Shape.Words),
        new("clauses.relative", Role.Relative, Shape.Words),
        new("clauses.purpose", Role.Purpose, Shape.Words),
        new("clauses.measures", Role.MeasureLink, Shape.Words),
        new("nouns.stops", Role.NounStop, Shape.Words),
        new("nouns.closers", Role.NounStop, Shape.Words, (byte)NounStop.Closer),
        new("nouns.openers", Role.NounStop, Shape.Words, (byte)NounStop.Opener),
        new("nouns.definite", Role.NounStop, Shape.Words, (byte)NounStop.Definite),
        new("nouns.pronouns", Role.NounStop, Shape.Words, (byte)NounStop.Pronoun),
        new("nouns.attaching", Role.NounStop, Shape.Words, (byte)NounStop.Attaching),
        new("nouns.adding", Role.NounStop, Shape.Words, (byte)NounStop.Adding),
        new("nouns.dimensions", Role.Dimension, Shape.Words),
        new("nouns.heads", Role.Head, Shape.Words),
        new("nouns.notHeads", Role.NotHead, Shape.Words),
        new("particles.topics", Role.Particle, Shape.Words, (byte)Particle.Topic) { Rare = true },
        new("particles.partitive", Role.Particle, Shape.Words, (byte)Particle.Partitive) { Rare = true },
        new("particles.others", Role.Particle, Shape.Words) { Rare = true },
        new("verbs.words", Role.Verb, Shape.Words),
        new("verbs.not", Role.NotVerb, Shape.Words),
        new("verbs.auxiliaries", Role.Auxiliary, Shape.Words),

        new("names.notNumbers", Role.NotNumber, Shape.Words),
        new("names.references", Role.Reference, Shape.Words),
        new("names.streets", Role.Street, Shape.Words),
        new("names.scores", Role.ScoreLead, Shape.Words),
        new("names.openers", Role.NameOpener, Shape.Words),
        new("abbreviations", Role.Abbreviation, Shape.Words),
        new("furniture.closing", Role.Furniture, Shape.Words, (byte)FurnitureKind.Closing),
        new("furniture.labels", Role.Furniture, Shape.Words, (byte)FurnitureKind.Label),
        new("furniture.lines", Role.Furniture, Shape.Words, (byte)FurnitureKind.Line),
        new("furniture.openers", Role.Furniture, Shape.Words, (byte)FurnitureKind.Opener),
        new("institutions", Role.Institution, Shape.Words),
        new("topics", Role.Topic, Shape.Coded),

        // Their words are met in any story, so "satu negara" counts no more than it did.
        new("wideTopics", Role.WideTopic, Shape.Coded),
        new("titles", Role.Title, Shape.Words),
        new("ranks", Role.RankLead, Shape.Words),
        new("signals.wishes", Role.Signal, Shape.Words, (byte)Signal.Wish),
        new("signals.happened", Role.Signal, Shape.Words, (byte)Signal.Happened),
        new("signals.superlatives", Role.Signal, Shape.Words, (byte)Signal.Superlative),
        new("signals.comparisons", Role.Signal, Shape.Words, (byte)Signal.Comparison),
        new("signals.personal", Role.Signal, Shape.Words, (byte)Signal.Personal),
        new("signals.conduct", Role.Signal, Shape.Words, (byte)Signal.Conduct),
        new("signals.procedure", Role.Signal, Shape.Words, (byte)Signal.Procedure),
        new("signals.opinions", Role.Signal, Shape.Words, (byte)Signal.Opinion),
        new("signals.accusations", Role.Signal, Shape.Words, (byte)Signal.Accusation),
        new("signals.none", Role.Signal, Shape.Words, (byte)Signal.None),

        new("frames.ahead", Role.Frame, Shape.Words, (byte)Frame.Ahead),
        new("frames.back", Role.Frame, Shape.Words, (byte)Frame.Back),
        new("frames.sources", Role.Frame, Shape.Words, (byte)Frame.Source),
        new("frames.stands", Role.Frame, Shape.Words, (byte)Frame.Stand),
        new("frames.contrasts", Role.Frame, Shape.Words, (byte)Frame.Contrast),
        new("frames.aims", Role.Aim, Shape.Words),
        new("frames.orders", Role.Order, Shape.Words),

        new("arithmetic.from", Role.ChangeFrom, Shape.Words),
        new("arithmetic.to", Role.ChangeTo, Shape.Words),
        new("arithmetic.changes", Role.ChangeNoun, Shape.Words),
        new("arithmetic.rebased", Role.Rebased, Shape.Words),
        new("arithmetic.same", Role.Apposition, Shape.Words),
        new("arithmetic.fillers", Role.Filler, Shape.Words),
        new("arithmetic.totals", Role.Total, Shape.Words),
        new("arithmetic.breakdowns", Role.Breakdown, Shape.Words),
        new("arithmetic.details", Role.Breakdown, Shape.Words, 1),
        new("arithmetic.among", Role.Among, Shape.Words),
        new("arithmetic.beside", Role.Beside, Shape.Words),
        new("arithmetic.exclusive", Role.Exclusive, Shape.Words),
        new("arithmetic.rest", Role.Rest, Shape.Words),
        new("arithmetic.wholes", Role.Whole, Shape.Words),
    ];
}
