import pytest

from antecedent.resolutions.structure.hyphens import Hyphens


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [
        pytest.param("en", "the envir-", "onment of", "the environment of", id="broken-word"),
        pytest.param("en", "the non-", "governmental keepers", "the non-governmental keepers", id="prefix-stays"),
        pytest.param("en", "capacity-", "building for", "capacity-building for", id="compound-of-two-words"),
        pytest.param("en", "the Secretary-", "General of", "the Secretary-General of", id="capital-follows"),
        pytest.param("en", "for 2015-", "2023, and", "for 2015-2023, and", id="digits"),
        pytest.param("en", "the light\u00ad", "house keeper", "the lighthouse keeper", id="soft-hyphen"),
        pytest.param(
            "en", "lamp- and fuel-", "free towers", "lamp- and fuel-free towers", id="with-a-suspended-hyphen"
        ),
        pytest.param("en", "disability-", "and age-related", "disability- and age-related", id="suspended-hyphen"),
        pytest.param("en", "up-to-", "date lists", "up-to-date lists", id="three-words"),
        pytest.param("en", "to re-", "establish the light", "to re-establish the light", id="re-before-e"),
        pytest.param("en", "an easy-", "to-read list", "an easy-to-read list", id="another-hyphen-follows"),
        pytest.param("en", "the rule of non-", "refoulement", "the rule of non-refoulement", id="prefix-of-no-word"),
        pytest.param("fr", "une réunion-", "débat", "une réunion-débat", id="french-compound"),
        pytest.param("fr", "la coopé-", "ration des", "la coopération des", id="french-word"),
        pytest.param("fr", "pour que celle-", "ci puisse", "pour que celle-ci puisse", id="french-particle"),
        pytest.param("es", "los procedi-", "mientos de", "los procedimientos de", id="spanish-word"),
        pytest.param("en", "and/", "or the keeper", "and/or the keeper", id="slash"),
        pytest.param("en", "a line", "that goes on", "a line that goes on", id="no-hyphen"),
    ],
)
def test_line_ends_are_joined_as_the_words_read(language: str, left: str, right: str, expected: str) -> None:
    assert Hyphens([], language).glue(left, right) == expected


def test_the_document_itself_decides_first() -> None:
    as_compound = Hyphens(["a list of light-houses"], "en")
    as_word = Hyphens(["a list of capacitybuilding"], "en")
    assert as_compound.glue("the light-", "houses") == "the light-houses"
    assert as_word.glue("the capacity-", "building") == "the capacitybuilding"


PLAIN = ["the keepers of the lamps met at the quay", "and agreed to keep the lights on"] * 40


def test_a_document_that_breaks_no_words_keeps_its_hyphens() -> None:
    assert Hyphens([*PLAIN, "a life-", "saving lamp"], "en").glue("a life-", "saving lamp") == "a life-saving lamp"
    broken = Hyphens([*PLAIN, "the envir-", "onment of"], "en")
    assert broken.glue("a light-", "house") == "a lighthouse"


def test_where_soft_hyphens_are_told_a_plain_one_is_of_the_word() -> None:
    lines = [*["the envir\u00ad", "onment"] * 3, "the follow-", "up"]
    assert Hyphens(lines, "en").glue("the follow-", "up") == "the follow-up"
