namespace Verify.Hosting.Settings;

/// <summary>One setting of the desk.</summary>
/// <param name="Name">Its name below the section <c>Verify</c>, parts joined by colons.</param>
/// <param name="Default">What holds when nobody gives it, as it would be written; null where nothing does.</param>
/// <param name="Meaning">One sentence for the page of all settings.</param>
public abstract record Setting(string Name, string? Default, string Meaning)
{
    /// <summary>The section of the configuration that holds all settings.</summary>
    public const string Section = "Verify";

    /// <summary>As messages name it: <c>Verify:Review:UndoWindow</c>.</summary>
    public string FullName => $"{Section}:{Name}";

    /// <summary>As the environment names it: <c>Verify__Review__UndoWindow</c>.</summary>
    public string Variable => FullName.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>What a value must be, to stand behind "takes".</summary>
    public abstract string Takes { get; }

    /// <summary>True when it may be given item by item: <c>Verify:AllowedHosts:0</c>.</summary>
    public abstract bool IsList { get; }

    /// <summary>The value so that anybody may see it.</summary>
    internal abstract string Shown(string text);

    /// <summary>What is wrong with a text, to stand behind the setting's name; null when nothing is.</summary>
    internal abstract string? WhyNot(string text);
}

/// <inheritdoc/>
sealed record Setting<T>(string Name, Kind<T> Kind, string? Default, string Meaning) : Setting(Name, Default, Meaning)
{
    public override string Takes => Kind.Takes;

    public override bool IsList => Kind.IsList;

    internal override string Shown(string text) => Kind.Show(text);

    internal override string? WhyNot(string text) => Kind.Read(text) switch
    {
        { Wrong: { } wrong } => wrong,
        _ => null,
    };
}
