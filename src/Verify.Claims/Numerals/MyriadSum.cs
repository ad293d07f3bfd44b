using System.Runtime.CompilerServices;

namespace Verify.Claims.Numerals;

/// <summary>
/// The arithmetic of a number in groups of four: units, tens, hundreds and thousands make a group, and a scale closes it. A larger
/// scale multiplies all that stands under it ("四千万亿"). Every step answers whether it still belongs to the number.
/// </summary>
struct MyriadSum
{
    const int MostGroups = 8;
    const decimal NoLimit = decimal.MaxValue;

    Groups groups;
    int count;
    decimal section, pending, spread;
    bool hasPending, hasSection, nested, isBare;

    /// <summary>Multipliers of one group come in falling order, and what is added must be smaller than the last.</summary>
    decimal last = NoLimit;

    public MyriadSum() { }

    public readonly bool Any => hasPending || hasSection || count > 0;

    /// <summary>Nothing but a scale so far: "만".</summary>
    public readonly bool IsBare => isBare;

    public readonly bool HasPending => hasPending;

    /// <summary>What was multiplied or scaled last; the largest number where nothing was.</summary>
    public readonly decimal Last => last;

    /// <summary>The scale that multiplied all of it; else 1.</summary>
    public readonly decimal Factor => count == 1 && !nested && !hasPending && !hasSection ? groups[0].Scale : 1;

    /// <summary>Takes a figure that may be multiplied. <paramref name="spread"/> is how far its upper end lies above it.</summary>
    public bool Take(decimal value, decimal spread = 0)
    {
        if (hasPending || value >= last) return false;
        (pending, hasPending) = (value, true);
        this.spread += spread;
        return true;
    }

    /// <summary>"廿", "스물": tens that are multiplied by nothing, and take a unit.</summary>
    public bool TakeTens(decimal value)
    {
        if (hasPending || value >= last) return false;
        section += value;
        (hasSection, last) = (true, 10);
        return true;
    }

    public void AddDecimal(decimal part) => pending += part;

    /// <param name="fills">Whether a nought before the multiplier only fills a place: "零十".</param>
    public bool Multiply(decimal by, bool fills = false)
    {
        if (by >= last) return false;
        if (!Exact.Multiply(hasPending && !(fills && pending == 0) ? pending : 1, by, out var product)) return false;
        section += product;
        spread *= hasPending ? by : 1;
        (pending, hasPending, hasSection, last) = (0, false, true, by);
        return true;
    }

    public bool Scale(decimal by)
    {
        var part = section + pending;
        var first = count;
        while (first > 0 && groups[first - 1].Scale < by)
        {
            part += groups[--first].Value;
        }
        if (first > 0 && groups[first - 1].Scale == by)
        {
            // "四万万"
            if (first < count || hasPending || hasSection || !Exact.Multiply(groups[first - 1].Value, by, out var again)) return false;
            groups[first - 1] = (again, by * by);
            nested = true;
            return true;
        }
        if (first == count && !hasPending && !hasSection)
        {
            if (count > 0) return false;
            part = 1;
            isBare = true;
        }
        if (first == MostGroups || !Exact.Multiply(part, by, out var product)) return false;
        nested |= first < count;
        groups[first] = (product, by);
        count = first + 1;
        spread *= by;
        (section, pending, hasPending, hasSection, last) = (0, 0, false, false, by);
        return true;
    }

    /// <summary>"3.2k": a letter that multiplies a figure alone.</summary>
    public bool MultiplyAll(decimal by)
    {
        if (!hasPending || hasSection || count > 0 || !Exact.Multiply(pending, by, out var product)) return false;
        pending = product;
        spread *= by;
        return true;
    }

    /// <summary>"一万三": the figure said last is of the place below what was multiplied last.</summary>
    public void Shorten()
    {
        if (!hasPending || last is < 100 or NoLimit) return;
        pending *= last / 10;
        spread *= last / 10;
    }

    public bool TryClose(out decimal value, out decimal? upper)
    {
        upper = null;
        value = 0;
        for (var i = 0; i < count; i++)
        {
            if (!Exact.Add(value, groups[i].Value, out value)) return false;
        }
        if (!Exact.Add(value, section + pending, out value)) return false;
        if (spread > 0) upper = value + spread;
        return Any;
    }

    [InlineArray(MostGroups)]
    struct Groups
    {
        (decimal Value, decimal Scale) group;
    }
}
