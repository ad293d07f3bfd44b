using Verify.Claims.Quantities;
using Verify.Testing.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>Figures with two readings: nobody verifies one without saying which is meant.</summary>
public sealed class OpenReadingsTests
{
    static readonly Reading Bridges = Sample.Reading;

    static readonly QuantityReading Plain = Bridges.Quantities[0];

    static readonly QuantityReading Open = Plain with { Value = 1234, Ambiguous = 1.234m };

    static readonly QuantityReading OpenRange = Plain with { Value = 1234, Upper = 1456, Relation = Relation.Range, Ambiguous = 1.234m, AmbiguousUpper = 1.456m };

    static Judgement Approves(params int[] asRead) => new Approve(new Verdict(4), AsRead: asRead);

    static Judgement Corrects(Correction correction, params int[] asRead) => new Correct(correction, new Verdict(4), AsRead: asRead);

    public static TheoryData<string, QuantityReading[], Judgement, string?> Cases => new()
    {
        { "one reading, none named", [Plain], Sample.Approve(), null },
        { "two readings, none named", [Open], Sample.Approve(), "readingOpen" },
        { "two readings, an empty list", [Open], Approves(), "readingOpen" },
        { "two readings, the first meant", [Open], Approves(0), null },
        { "two readings, the other meant", [Open], Corrects(new(Value: 1.234m)), null },
        { "two readings, a third value", [Open], Corrects(new(Value: 1235)), null },
        { "two readings, only the unit corrected", [Open], Corrects(new(Unit: "t")), "readingOpen" },
        { "two readings, the unit corrected and the value meant as read", [Open], Corrects(new(Unit: "t"), 0), null },
        { "a range of two readings", [OpenRange], Approves(), "readingOpen" },
        { "two such figures, one named", [Open, Open], Approves(0), "readingOpen" },
        { "two such figures, both named", [Open, Open], Approves(0, 1), null },
        { "two such figures, one corrected, one named", [Open, Open], Corrects(new(Quantity: 1, Value: 1.234m), 0), null },
        { "a figure that is not there", [Plain], Approves(1), "quantityUnknown" },
        { "a figure below the first", [Plain], Approves(-1), "quantityUnknown" },
        { "rejected", [Open], new Reject(RejectionReason.NotCheckable), null },
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_figure_with_two_readings_is_settled_or_refused(string situation, QuantityReading[] figures, Judgement judgement, string? code)
    {
        Assert.NotEmpty(situation);
        var refusal = JudgementRules.Refuse(Bridges with { Quantities = [.. figures] }, judgement);
        Assert.Equal((code, code is null ? null : "/asRead"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void The_refusal_names_the_figure_both_readings_and_the_way_out()
    {
        var refusal = JudgementRules.Refuse(Bridges with { Quantities = [OpenRange] }, Approves());
        Assert.Equal(
            "Figure 0 (\"lebih 40 jembatan\") may mean 1234 to 1456 or 1.234 to 1.456. Name it in \"asRead\" when the first is meant, else correct its value.",
            refusal?.Message);
    }
}
