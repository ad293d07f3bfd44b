namespace Verify.Claims.Languages;

/// <summary>Puts the phrases of sections into a lexicon, each once in a group of sections.</summary>
sealed class SectionReader(LexiconBuilder lexicon)
{
    /// <summary>Stands for the code of a unit that UCUM and ISO 4217 do not know.</summary>
    const string NoCode = "-";

    readonly Dictionary<string, HashSet<string>> seen = new(StringComparer.Ordinal);

    /// <exception cref="LanguageDataException">The section is not of its shape, or one that must repeat nothing does.</exception>
    public void Read(Source source, Node node)
    {
        switch (source.Section.Shape)
        {
            case Shape.Words:
                foreach (var phrase in node.Texts()) Add(source, null, phrase, 0, null);
                break;
            case Shape.Numbers:
                foreach (var (phrase, value) in node.Members()) Add(source, null, phrase, value.Number(), null);
                break;
            case Shape.CodedNumbers:
                foreach (var (code, numbers) in node.Members())
                    foreach (var (phrase, value) in numbers.Members()) Add(source, code, phrase, value.Number(), code);
                break;
            default:
                foreach (var (code, phrases) in node.Members())
                    foreach (var phrase in phrases.Texts()) Add(source, code, phrase, 0, code == NoCode ? null : code);
                break;
        }
    }

    /// <param name="member">Under which name of the section the phrase stands, for messages; null where it is in the section itself.</param>
    void Add(Source source, string? member, string phrase, decimal value, string? code)
    {
        var section = source.Section;
        if (string.IsNullOrWhiteSpace(phrase)) throw new LanguageDataException($"{source.File.Name}: {Entry(source, member)} has a phrase that is empty.");
        var exact = IsExact(section.Role, phrase);
        if (source.Without.Contains(phrase)) return;
        if (!seen.TryGetValue(section.Group, out var group)) seen[section.Group] = group = new(StringComparer.Ordinal);
        if (group.Add(exact ? phrase : phrase.ToLowerInvariant())) lexicon.Add(phrase, section.Role, exact, value, code, section.Detail);
        else if (source.Own) throw new LanguageDataException($"{source.File.Name}: {Entry(source, member)}: \"{phrase}\" is listed twice.");
    }

    static string Entry(Source source, string? member) => member is null ? source.Section.Path : $"{source.Section.Path}.{member}";

    /// <summary>What is written with a capital is a name or a symbol; so are units of one to three letters ("m" is no "M"). Headlines are capitalised by every house its own way.</summary>
    static bool IsExact(Role role, string phrase) => (role != Role.Furniture && HasCapital(phrase)) || (role == Role.Unit && phrase.Length <= 3);

    static bool HasCapital(string phrase)
    {
        foreach (var c in phrase)
        {
            if (char.IsUpper(c)) return true;
        }
        return false;
    }

    /// <summary>Where phrases come from, and whether they must not repeat one.</summary>
    public readonly record struct Source(LanguageFile File, Section Section, bool Own, HashSet<string> Without);
}
