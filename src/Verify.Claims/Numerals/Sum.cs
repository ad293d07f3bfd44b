namespace Verify.Claims.Numerals;

/// <summary>
/// The arithmetic of a number under way: <c>total + (group + pending) × scale …</c>. Every step answers whether the next
/// word still belongs to this number; a refused step changes nothing.
/// </summary>
struct Sum
{
    decimal _total, _group, _pending;
    decimal? _other;
    decimal _factor = 1;

    /// <summary>What is added next must be smaller than this: 10 after "twenty", 100 after "hundred".</summary>
    decimal _room = decimal.MaxValue;

    /// <summary>Multipliers of one group come in falling order.</summary>
    decimal _multiplier = decimal.MaxValue;

    decimal _scale = decimal.MaxValue;
    bool _magnitude, _decimals, _implied;
    NumeralForms _forms;

    public Sum() { }

    /// <summary>The token the number begins with, where digits open it.</summary>
    public int First { get; set; } = -1;

    public bool Any { get; private set; }

    public readonly bool HasScale => _total != 0;

    public readonly bool MayTakeDecimals => Any && !_decimals && (_forms & (NumeralForms.Words | NumeralForms.Fraction)) == NumeralForms.Words;

    public bool Atom(decimal value)
    {
        if (value >= 1000) return Whole(value);
        if (Any && ((_pending == 0 && _group == 0 && _total == 0) || value == 0 || value >= _room || (_forms & NumeralForms.Fraction) != 0 || _decimals)) return false;
        _group += _pending;
        _pending = value;
        _room = value >= 100 ? 100 : value >= 20 && value % 10 == 0 ? 10 : 0;
        if (value >= 100) _multiplier = Math.Min(_multiplier, 100);
        return Took(NumeralForms.Words);
    }

    /// <summary>"and" joins only what is smaller than a hundred to what ends in a hundred or more.</summary>
    public bool AtomAfterJoiner(decimal value) => _magnitude && value < 100 && Atom(value);

    public bool Multiply(decimal by)
    {
        if (by >= _multiplier || (Any && _pending == 0 && !_implied) || _pending >= 100 || _decimals) return false;
        _pending = (_pending == 0 ? 1 : _pending) * by;
        _implied = false;
        _multiplier = by;
        _room = by;
        _magnitude = by >= 100;
        _forms &= ~NumeralForms.Fraction;
        _group += _pending;
        _pending = 0;
        return Took(NumeralForms.Words);
    }

    public bool AddTo(decimal adder)
    {
        if (_pending is < 1 or > 9) return false;
        _pending += adder;
        _room = 0;
        return Took(NumeralForms.Words);
    }

    public bool Scale(decimal scale)
    {
        var coefficient = _group + _pending;
        if (coefficient == 0 && !_implied)
        {
            if (_total == 0 || scale < _scale || !Exact.Multiply(_total, scale, out var larger)) return false;
            _total = larger;
            _factor = 1;
            return Took(NumeralForms.Scaled);
        }
        if (scale >= _scale || !Exact.Multiply(coefficient == 0 ? 1 : coefficient, scale, out var product) || !Exact.Add(_total, product, out var total)) return false;
        if (_other is { } other) _other = Exact.Multiply(other, scale, out var otherProduct) ? otherProduct : null;
        _factor = _total == 0 ? scale : 1;
        _total = total;
        _group = _pending = 0;
        _scale = _room = scale;
        _multiplier = decimal.MaxValue;
        _implied = _decimals = false;
        _magnitude = true;
        _forms &= ~NumeralForms.Fraction;
        return Took(NumeralForms.Scaled);
    }

    public bool Digits(in DigitString read)
    {
        if (Any && (_group + _pending != 0 || _total == 0 || read.Value >= _scale)) return false;
        _pending = read.Value;
        _room = 0;
        _other = Any ? null : read.Other;
        return Took(NumeralForms.Digits | (read.HasFraction ? NumeralForms.Decimals : NumeralForms.None));
    }

    public void Fraction(decimal value)
    {
        _pending = value;
        _room = 0;
        Took(NumeralForms.Words | NumeralForms.Fraction);
    }

    /// <summary>"dua setengah": a half on top of a whole.</summary>
    public bool Half(decimal half)
    {
        if (!Any || half >= 1 || (_forms & (NumeralForms.Fraction | NumeralForms.Vague)) != 0 || _decimals || _total + _group + _pending != decimal.Truncate(_total + _group + _pending) || _total != 0)
            return false;
        _pending += half;
        _room = 0;
        _decimals = true;
        return Took(NumeralForms.Decimals);
    }

    public void Decimal(decimal part)
    {
        _pending += part;
        _room = 0;
        _decimals = true;
        Took(NumeralForms.Decimals);
    }

    public bool Divide(decimal by)
    {
        if (!Any || by == 0 || _total != 0 || (_forms & NumeralForms.Fraction) != 0 || _group + _pending >= 100) return false;
        _pending = (_group + _pending) / by;
        _group = 0;
        _room = 0;
        return Took(NumeralForms.Fraction);
    }

    public void Vague(decimal magnitude)
    {
        _pending = magnitude;
        _room = 0;
        Took(NumeralForms.Words | NumeralForms.Vague);
    }

    /// <summary>A magnitude follows that has no coefficient of its own: "a million", "beberapa ratus".</summary>
    public void Implied(NumeralForms form)
    {
        _implied = true;
        Took(NumeralForms.Words | form);
    }

    public readonly bool TryClose(int first, int next, out Numeral numeral)
    {
        var fits = Exact.Add(_total, _group + _pending, out var value) & !_implied;
        numeral = new(first, next, value, _other, _group + _pending == 0 ? _factor : 1, _forms);
        return fits;
    }

    bool Whole(decimal value)
    {
        if (_group + _pending != 0 || value >= _scale || !Exact.Add(_total, value, out var total)) return false;
        _total = total;
        _scale = _room = value;
        _magnitude = true;
        return Took(NumeralForms.Words);
    }

    bool Took(NumeralForms form)
    {
        _forms |= form;
        return Any = true;
    }
}
