namespace Verify.Claims.Languages;

/// <summary>How the entries of a section are written.</summary>
enum Shape
{
    /// <summary><c>["a", "b"]</c></summary>
    Words,

    /// <summary><c>{"a": 1}</c></summary>
    Numbers,

    /// <summary><c>{"code": ["a", "b"]}</c></summary>
    Coded,

    /// <summary><c>{"code": {"a": 1}}</c></summary>
    CodedNumbers,
}
