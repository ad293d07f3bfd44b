using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Reads numbers by the structure that a language gives them. A language file names its engine.</summary>
abstract class NumeralEngine
{
    /// <summary>The engine that reads whole numbers by the language's spelling rules, and composes them as the words of the lists are composed.</summary>
    public const string ByRules = "rules";

    static readonly AdditiveMultiplicative Composing = new();
    static readonly Dictionary<string, NumeralEngine> Engines = new(StringComparer.Ordinal) { ["additive-multiplicative"] = Composing, [ByRules] = Composing, ["myriads"] = new Myriads() };

    public static IEnumerable<string> Names => Engines.Keys;

    /// <summary>The engine of that name, or null.</summary>
    public static NumeralEngine? Named(string name) => Engines.GetValueOrDefault(name);

    /// <summary>What a number of this engine may begin with beside digits and the words of all engines.</summary>
    public virtual Roles Opens => default;

    /// <summary>Reads the longest number that begins at a token; false when none does.</summary>
    public abstract bool TryRead(in Sentence sentence, int at, out Numeral numeral);

    /// <summary>Reads a number that a word beside it shows to be one: a place in an order, a part of a date.</summary>
    public virtual bool TryPlace(in Sentence sentence, int at, out Numeral numeral) => TryRead(sentence, at, out numeral);

    /// <summary>Reads on after a word that stands for a value and is no number word itself: "kedua <u>puluh lima</u>". Where nothing follows, the value alone.</summary>
    public abstract void ReadOn(in Sentence sentence, ref Numeral numeral);
}
