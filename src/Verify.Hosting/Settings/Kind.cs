using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Verify.Hosting.Settings;

/// <summary>A value, or what is wrong with its text, to stand behind the setting's name: "is "10"; it takes a duration …".</summary>
readonly record struct Parsed<T>(T? Value, string? Wrong)
{
    [MemberNotNullWhen(false, nameof(Wrong))]
    public bool IsRight => Wrong is null;

    public static Parsed<T> Not(string wrong) => new(default, wrong);

    public static implicit operator Parsed<T>(T value) => new(value, null);
}

/// <summary>What a setting takes.</summary>
/// <param name="Takes">For people: "a duration, as 00:00:10 or PT10S".</param>
/// <param name="Parse">Answers a failure as default; the words for it are then made of <paramref name="Takes"/>.</param>
/// <param name="Show">The text so that anybody may see it.</param>
sealed record Kind<T>(string Takes, Func<string, Parsed<T>?> Parse, Func<string, string> Show, bool IsList = false)
{
    public Kind(string takes, Func<string, Parsed<T>?> parse) : this(takes, parse, text => text) { }

    public Parsed<T> Read(string text) => Parse(text) ?? Parsed<T>.Not($"is \"{OneLine.Of(Show(text))}\"; it takes {Takes}.");

    /// <summary>Many of them in one setting: separated by commas, or item by item.</summary>
    public Kind<ImmutableArray<T>> Many() => new(
        $"a list, separated by commas or item by item (:0, :1 …), each {Takes}", ReadMany, text => string.Join(", ", Items(text).Select(Show)), IsList: true);

    Parsed<ImmutableArray<T>>? ReadMany(string text)
    {
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(text))
        {
            var read = Read(item);
            if (!read.IsRight) return new([], $"holds an item that {read.Wrong}");
            values.Add(read.Value!);
        }
        return values.ToImmutable();
    }

    static string[] Items(string text) =>
        text.Split(GivenSettings.ItemSeparator(text), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

static class OneLine
{
    const int Longest = 100;

    /// <summary>A value in a message: without line breaks, and cut where it is long.</summary>
    public static string Of(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
