namespace Verify.Claims.Numerals;

/// <summary>
/// The arithmetic of a number under way: <c>total + (group + pending) × scale …</c>. Every step answers whether the next
/// word still belongs to this number; a refused step changes nothing.
/// </summary>
partial struct Sum
{
    const decimal Dozen = 12;

    decimal total, group, pending;

    /// <summary>By how much the other reading of the digits that opened the number differs; it takes part in what multiplies them, and in no addition.</summary>
    decimal? difference;

    decimal factor = 1;

    /// <summary>What is added next must be smaller than this: 10 after "twenty", 100 after "hundred".</summary>
    decimal room = decimal.MaxValue;

    /// <summary>Multipliers of one group come in falling order.</summary>
    decimal multiplier = decimal.MaxValue;

    decimal scale = decimal.MaxValue;

    /// <summary>What a part is a part of, that follows the whole: the million of "tres millones y medio".</summary>
    decimal parted = 1;
    bool magnitude, decimals, implied;
    NumeralForms forms;

    public Sum() { }

    /// <summary>The token the number begins with, where digits open it.</summary>
    public int First { get; set; } = -1;

    public bool Any { get; private set; }

    public readonly bool IsPart => (forms & NumeralForms.Fraction) != 0;

    public readonly bool HasScale => this.total != 0;

    /// <summary>After "twenty": only a unit may follow, and a hyphen between the two may stand apart.</summary>
    public readonly bool EndsInTens => room == 10 && pending is >= 20 and <= 90;

    /// <summary>Nothing but a unit so far: "one".</summary>
    public readonly bool IsUnit => forms == NumeralForms.Words && this.total == 0 && group == 0 && pending is >= 1 and <= 9;

    public readonly bool IsOne => forms == NumeralForms.Words && this.total + group == 0 && pending == 1;

    /// <summary>Tens or hundreds in words, after which a part is a part of one: "twintig <u>drie vijfde</u>".</summary>
    public readonly bool IsTens => IsWords && Value is >= 20 and < 1000 && Value % 10 == 0;

    public readonly bool IsWords => forms == NumeralForms.Words;

    public readonly decimal Value => Exact.Add(this.total, group + pending, out var value) ? value : 0;

    public readonly bool MayTakeDecimals => Any && !decimals && (this.total == 0 || this.scale == 1) && forms is NumeralForms.Words or NumeralForms.Digits;

    public bool Atom(decimal value)
    {
        if (value >= 1000) return Whole(value);
        if (Any && ((pending == 0 && group == 0 && this.total == 0) || value == 0 || value >= room || (forms & NumeralForms.Fraction) != 0 || decimals)) return false;
        group += pending;
        pending = value;
        room = value >= 100 ? 100 : value >= 20 && value % 10 == 0 ? 10 : 0;
        if (value >= 100) multiplier = Math.Min(multiplier, 100);
        return Took(NumeralForms.Words);
    }

    /// <summary>A number that was read to its end: nothing is added to it, but a scale may still multiply it.</summary>
    public bool Complete(decimal value)
    {
        if (Any && (group + pending != 0 || this.total == 0 || value >= this.scale)) return false;
        if (value < 1000) pending = value;
        else
        {
            this.total += value;
            this.scale = 1;
            parted = 1;
            while (parted < value && value % (parted * 1000) == 0) parted *= 1000;
            if (parted > 1000) Took(NumeralForms.Scaled);
        }
        room = 0;
        return Took(NumeralForms.Words);
    }

    /// <summary>"and" joins only what is smaller than a hundred to what ends in a hundred or more.</summary>
    public bool AtomAfterJoiner(decimal value) => this.magnitude && value < 100 && Atom(value);

    /// <summary>"one twenty two": hundreds spoken without their word.</summary>
    public bool Spoken(decimal value)
    {
        if (!IsUnit || value is < 21 or > 99) return false;
        pending = (pending * 100) + value;
        room = 0;
        return Took(NumeralForms.Words);
    }

    public bool Multiply(decimal by)
    {
        var written = (forms & NumeralForms.Digits) != 0 && !decimals;
        // "twenty-five hundred": the whole group is what is multiplied, unless it was multiplied before.
        var coefficient = multiplier == decimal.MaxValue ? group + pending : pending;
        if (by >= multiplier || (Any && coefficient == 0 && !implied) || (coefficient >= 100 && by >= 100 && !written) || (decimals && by != Dozen) || !Exact.Multiply(coefficient, by, out var product)) return false;
        if (this.total == 0) Multiplied(by);
        group += pending - coefficient;
        pending = coefficient == 0 ? by : product;
        implied = false;
        multiplier = by;
        room = by;
        this.magnitude = by >= 100;
        forms &= ~NumeralForms.Fraction;
        group += pending;
        pending = 0;
        return Took(NumeralForms.Words);
    }

    public bool AddTo(decimal adder)
    {
        if (pending is < 1 or > 9) return false;
        pending += adder;
        room = 0;
        return Took(NumeralForms.Words);
    }

    public bool Scale(decimal scale)
    {
        var coefficient = group + pending;
        if (coefficient == 0 && !implied)
        {
            if (this.total == 0 || scale < this.scale || !Exact.Multiply(this.total, scale, out var larger)) return false;
            this.total = larger;
            Multiplied(scale);
            factor = 1;
            return Took(NumeralForms.Scaled);
        }
        if (scale >= this.scale || !Exact.Multiply(coefficient == 0 ? 1 : coefficient, scale, out var product) || !Exact.Add(this.total, product, out var total)) return false;
        if (this.total == 0) Multiplied(scale);
        factor = this.total == 0 ? scale : 1;
        this.total = total;
        group = pending = 0;
        this.scale = room = parted = scale;
        multiplier = decimal.MaxValue;
        implied = decimals = false;
        this.magnitude = true;
        forms &= ~NumeralForms.Fraction;
        return Took(NumeralForms.Scaled);
    }

    public bool Digits(in DigitString read)
    {
        if (Any && (group + pending != 0 || this.total == 0 || read.Value >= this.scale)) return false;
        pending = read.Value;
        room = 0;
        if (!Any) difference = read.Other - read.Value;
        return Took(NumeralForms.Digits | (read.HasFraction ? NumeralForms.Decimals : NumeralForms.None));
    }

    /// <summary>"3 hundred and 21".</summary>
    public bool DigitsAfterJoiner(decimal value)
    {
        if (!this.magnitude || value is < 1 or >= 100 || value >= room || decimals) return false;
        group += pending;
        pending = value;
        room = 0;
        return Took(NumeralForms.Digits);
    }

    public void Vague(decimal magnitude)
    {
        pending = magnitude;
        room = 0;
        Took(NumeralForms.Words | NumeralForms.Vague);
    }

    /// <summary>A magnitude follows that has no coefficient of its own: "a million", "beberapa ratus".</summary>
    public void Implied(NumeralForms form)
    {
        implied = true;
        Took(NumeralForms.Words | form);
    }

    public readonly bool TryClose(int first, int next, out Numeral numeral)
    {
        var fits = Exact.Add(this.total, group + pending, out var value) & !implied;
        decimal? other = difference is { } by && Exact.Add(value, by, out var read) ? read : null;
        numeral = new(first, next, value, other, group + pending == 0 ? factor : 1, forms);
        return fits;
    }

    bool Whole(decimal value)
    {
        if (group + pending != 0 || value >= this.scale || !Exact.Add(this.total, value, out var total)) return false;
        this.total = total;
        this.scale = room = parted = value;
        this.magnitude = true;
        return Took(NumeralForms.Words);
    }

    void Multiplied(decimal by)
    {
        if (difference is { } old) difference = Exact.Multiply(old, by, out var product) ? product : null;
    }

    bool Took(NumeralForms form)
    {
        forms |= form;
        return Any = true;
    }
}
