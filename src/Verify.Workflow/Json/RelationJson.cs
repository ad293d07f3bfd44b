using Verify.Claims.Quantities;

namespace Verify.Workflow;

/// <summary>A relation as its symbol: <c>= ~ &gt; &gt;= &lt; &lt;= range</c>.</summary>
public static class RelationSymbols
{
    static readonly (Relation Relation, string Symbol)[] Table =
    [
        (Relation.Equal, "="), (Relation.About, "~"), (Relation.More, ">"), (Relation.AtLeast, ">="),
        (Relation.Less, "<"), (Relation.AtMost, "<="), (Relation.Range, "range"),
    ];

    public static string Symbol(this Relation relation) => Array.Find(Table, row => row.Relation == relation).Symbol;

    /// <exception cref="FormatException">The text is none of the symbols.</exception>
    public static Relation Parse(string symbol)
    {
        var at = Array.FindIndex(Table, row => row.Symbol == symbol);
        return at >= 0 ? Table[at].Relation : throw new FormatException($"\"{symbol}\" is not a relation: one of {string.Join(' ', Table.Select(row => row.Symbol))}.");
    }
}

sealed class RelationJson : TextJson<Relation>
{
    protected override Relation Parse(string text) => RelationSymbols.Parse(text);

    protected override string Format(Relation value) => value.Symbol();
}
