namespace Verify.Claims.Numerals;

/// <summary>
/// The arithmetic of a number under way: <c>total + (group + pending) × scale …</c>. Every step answers whether the next
/// word still belongs to this number; a refused step changes nothing.
/// </summary>
struct Sum
{
    decimal total, group, pending;
    decimal? other;
    decimal factor = 1;

    /// <summary>What is added next must be smaller than this: 10 after "twenty", 100 after "hundred".</summary>
    decimal room = decimal.MaxValue;

    /// <summary>Multipliers of one group come in falling order.</summary>
    decimal multiplier = decimal.MaxValue;

    decimal scale = decimal.MaxValue;
    bool magnitude, decimals, implied;
    NumeralForms forms;

    public Sum() { }

    /// <summary>The token the number begins with, where digits open it.</summary>
    public int First { get; set; } = -1;

    public bool Any { get; private set; }

    public readonly bool HasScale => this.total != 0;

    public readonly bool MayTakeDecimals => Any && !decimals && (forms & (NumeralForms.Words | NumeralForms.Fraction)) == NumeralForms.Words;

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

    /// <summary>"and" joins only what is smaller than a hundred to what ends in a hundred or more.</summary>
    public bool AtomAfterJoiner(decimal value) => this.magnitude && value < 100 && Atom(value);

    public bool Multiply(decimal by)
    {
        if (by >= multiplier || (Any && pending == 0 && !implied) || pending >= 100 || decimals) return false;
        pending = (pending == 0 ? 1 : pending) * by;
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
            factor = 1;
            return Took(NumeralForms.Scaled);
        }
        if (scale >= this.scale || !Exact.Multiply(coefficient == 0 ? 1 : coefficient, scale, out var product) || !Exact.Add(this.total, product, out var total)) return false;
        if (this.other is { } other) this.other = Exact.Multiply(other, scale, out var otherProduct) ? otherProduct : null;
        factor = this.total == 0 ? scale : 1;
        this.total = total;
        group = pending = 0;
        this.scale = room = scale;
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
        this.other = Any ? null : read.Other;
        return Took(NumeralForms.Digits | (read.HasFraction ? NumeralForms.Decimals : NumeralForms.None));
    }

    public void Fraction(decimal value)
    {
        pending = value;
        room = 0;
        Took(NumeralForms.Words | NumeralForms.Fraction);
    }

    /// <summary>"dua setengah": a half on top of a whole.</summary>
    public bool Half(decimal half)
    {
        if (!Any || half >= 1 || (forms & (NumeralForms.Fraction | NumeralForms.Vague)) != 0 || decimals || this.total + group + pending != decimal.Truncate(this.total + group + pending) || this.total != 0)
            return false;
        pending += half;
        room = 0;
        decimals = true;
        return Took(NumeralForms.Decimals);
    }

    public void Decimal(decimal part)
    {
        pending += part;
        room = 0;
        decimals = true;
        Took(NumeralForms.Decimals);
    }

    public bool Divide(decimal by)
    {
        if (!Any || by == 0 || this.total != 0 || (forms & NumeralForms.Fraction) != 0 || group + pending >= 100) return false;
        pending = (group + pending) / by;
        group = 0;
        room = 0;
        return Took(NumeralForms.Fraction);
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
        numeral = new(first, next, value, this.other, group + pending == 0 ? factor : 1, forms);
        return fits;
    }

    bool Whole(decimal value)
    {
        if (group + pending != 0 || value >= this.scale || !Exact.Add(this.total, value, out var total)) return false;
        this.total = total;
        this.scale = room = value;
        this.magnitude = true;
        return Took(NumeralForms.Words);
    }

    bool Took(NumeralForms form)
    {
        forms |= form;
        return Any = true;
    }
}
