using Verify.Benchmarks.Scoreboard;

namespace Verify.Benchmarks.Tests.Scoreboard;

public sealed class BoardTests
{
    static readonly Bars Bars = new(
        [
            new("harbour", "number recall", "id", 0.8, 0.9), new("harbour", "number recall", "en", 0.8, 0.75), new("harbour", "speaker right (of all", "id", 0, 0.85),
            new("orchard", "number recall", "id", 0.8, 0.9),
        ],
        [new("meadow", "days taken", "id", 0.01), new("orchard", "days taken", "id", null)],
        [new("harbour", "number recall", "numbers"), new("meadow", "days taken", "days")]);

    [Fact]
    public void A_board_tells_what_is_reached_and_what_is_short_of_the_sets_that_ran() => Assert.Equal(
        """
        Measured by hand.

        | set | figure | language | here | bar | best elsewhere | |
        | --- | --- | --- | ---: | ---: | ---: | --- |
        | harbour | number recall | id | 0.913 | 0.90 | 0.80 | ok |
        | harbour | number recall | en | 0.500 | 0.75 | 0.80 | short by 0.250 |
        | harbour | speaker right | id |  | 0.85 | 0.00 | not measured |

        Watched, the lower the better:

        | set | figure | language | here | at most | |
        | --- | --- | --- | ---: | ---: | --- |
        | meadow | days taken for numbers | id | 0.020 | 0.01 | over by 0.010 |
        | all | answers that break the contract of `verify extract --jsonl` | all | 3 | 0 | broken |

        Language by language:

        | | harbour: numbers | meadow: days |
        | --- | ---: | ---: |
        | en | 0.50 |  |
        | id | 0.91 | 0.02 |

        """.ReplaceLineEndings("\n"),
        Board.Write(Bars, ScoresTests.Read(ScoresTests.Written), "Measured by hand."));

    [Fact]
    public void Only_what_stands_between_the_marks_is_replaced() => Assert.Equal(
        "# Quality\n\n<!-- scoreboard -->\n\nnew\n\n<!-- /scoreboard -->\n\nMore.\n",
        MarkedPage.Replace("# Quality\n\n<!-- scoreboard -->\nold\n<!-- /scoreboard -->\n\nMore.\n", "new\n"));

    [Fact]
    public void Replacing_twice_is_replacing_once()
    {
        var once = MarkedPage.Replace("<!-- scoreboard --><!-- /scoreboard -->", "new")!;
        Assert.Equal(once, MarkedPage.Replace(once, "new"));
    }

    [Theory]
    [InlineData("# Quality\n")]
    [InlineData("<!-- scoreboard -->\n")]
    [InlineData("<!-- /scoreboard -->\n<!-- scoreboard -->\n")]
    [InlineData("<!-- scoreboard --><!-- scoreboard --><!-- /scoreboard -->")]
    public void A_page_without_its_marks_is_left_alone(string page) => Assert.Null(MarkedPage.Replace(page, "new"));
}
