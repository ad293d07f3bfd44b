namespace Verify.Claims.Numerals;

/// <summary>Fractions and decimals: what is smaller than one.</summary>
partial struct Sum
{
    public void Fraction(decimal value)
    {
        pending = value;
        room = 0;
        Took(NumeralForms.Words | NumeralForms.Fraction | NumeralForms.OfPart);
    }

    /// <summary>"dua setengah", "two and a half": a part on top of a whole. After a scale it is a part of that, as after a dozen: "3 million and a half".</summary>
    public bool AddPart(decimal part)
    {
        if (!Any || part is <= 0 or >= 1 || (forms & (NumeralForms.Fraction | NumeralForms.Vague)) != 0 || decimals || !IsWhole(group + pending)) return false;
        if (this.total != 0 && group + pending == 0) this.total += part * parted;
        else pending += multiplier == Dozen && pending == 0 ? part * Dozen : part;
        room = 0;
        decimals = true;
        return Took(NumeralForms.Decimals);
    }

    /// <summary>"one billion and a quarter million": a part that brings its own scale.</summary>
    public bool AddScaled(decimal value)
    {
        if (this.total == 0 || group + pending != 0 || value >= parted || !Exact.Add(this.total, value, out var sum)) return false;
        this.total = sum;
        factor = 1;
        room = 0;
        return Took(NumeralForms.Scaled);
    }

    /// <summary>"fünf und drei Viertel Milliarden": a whole and a part of a scale that stands behind both.</summary>
    public bool AddPartOf(decimal value, decimal scale) => scale > 1 && value < scale && this.total == 0 && AddPart(value / scale) && Scale(scale);

    /// <summary>"two thousand <u>and four dozen</u>".</summary>
    public bool AddDozens(decimal value)
    {
        var whole = Value;
        if (whole < 100 || whole % 100 != 0 || value >= 1000 || decimals || (forms & ~(NumeralForms.Words | NumeralForms.Scaled)) != 0) return false;
        pending += value;
        room = 0;
        return Took(NumeralForms.Words);
    }

    /// <summary>"driehonderd en <u>twee dozijn</u>": only the last part is multiplied.</summary>
    public bool MultiplyLast(decimal last, decimal by)
    {
        if (decimals || forms != NumeralForms.Words || !Exact.Multiply(last, by, out var product) || !Exact.Add(Value - last, product, out var whole)) return false;
        this = new();
        return Complete(whole);
    }

    /// <summary>"driehonderd en <u>twee derde</u>": the last part is no whole number, but one of the parts of what stands before it.</summary>
    public bool PartLast(decimal last, decimal part)
    {
        if (decimals || forms != NumeralForms.Words) return false;
        var rest = Value - last;
        this = new();
        return Complete(rest) && AddPart(part);
    }

    /// <summary>"5 آلاف و<u>200</u>", "مليار و<u>200 مليون</u>": figures joined to a scale, smaller than it; what is joined next must be smaller than their own.</summary>
    /// <param name="scale">That of the part; 1 where it has none.</param>
    public bool AddFigures(decimal part, decimal scale)
    {
        if (this.total == 0 || group + pending != 0 || decimals || (forms & (NumeralForms.Fraction | NumeralForms.Vague)) != 0) return false;
        // "ألف و<u>200 مليون</u>": one coefficient in two parts.
        var (value, over) = part >= parted && scale > parted ? (part / scale, scale) : (part, 1);
        if (value >= parted || !IsWhole(part) || !Exact.Add(this.total, value, out var sum) || !Exact.Multiply(sum, over, out sum)) return false;
        this.total = sum;
        this.scale = parted = scale;
        factor = over;
        room = 0;
        return Took(NumeralForms.Digits | (scale > 1 ? NumeralForms.Scaled : NumeralForms.None));
    }

    public void Decimal(decimal part)
    {
        pending += part;
        room = 0;
        decimals = true;
        Took(NumeralForms.Decimals);
    }

    /// <summary>"three fifths"; after tens the denominator takes them: "three twenty-fifths".</summary>
    public bool Divide(decimal by)
    {
        if (!Any || by <= 0 || (forms & NumeralForms.Fraction) != 0 || decimals) return false;
        var tens = EndsInTens && by < 10 && this.total + group > 0 ? pending : 0;
        if ((tens == 0 && by < 2) || !Exact.Add(this.total, group + pending - tens, out var top)) return false;
        pending = top / (by + tens);
        difference /= by + tens;
        this.total = group = 0;
        room = 0;
        scale = decimal.MaxValue;
        return Took(NumeralForms.Fraction | NumeralForms.OfPart);
    }

    static bool IsWhole(decimal value) => value == decimal.Truncate(value);
}
