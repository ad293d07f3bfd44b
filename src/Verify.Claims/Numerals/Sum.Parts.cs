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

    /// <summary>"dua setengah", "two and a half": a part on top of a whole. After a scale it is a part of that: "3 million and a half".</summary>
    public bool AddPart(decimal part)
    {
        if (!Any || part is <= 0 or >= 1 || (forms & (NumeralForms.Fraction | NumeralForms.Vague)) != 0 || decimals || !IsWhole(group + pending)) return false;
        if (this.total != 0 && group + pending == 0) this.total += part * parted;
        else pending += part;
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
