# ruff: noqa: E501 - sentences stay whole
"""Sentences that end texts, and sentences that do not: French.

A target is written as symbol, [parts], except [parts], action, from, into, proposed.
"""

import pytest

from tests.unit.repeals.reading import Case, case, ended

ENDING = (
    case(
        "CMS",
        ("Décide d’abroger les paragraphes 3 à 5 et 7 de la Résolution 9.6 et l’annexe II de la Résolution 9.7 ;",),
        ("UNEP/CMS/Resolution 9.6 [3; 4; 5; 7] repeal", "UNEP/CMS/Resolution 9.7 [annex 2] repeal"),
    ),
    case(
        "CMS",
        ("Décide que les résolutions 5.3 et 6.4 sont abrogées à compter du 1er janvier 2029 ;",),
        ("UNEP/CMS/Resolution 5.3 repeal from 2029-01-01", "UNEP/CMS/Resolution 6.4 repeal from 2029-01-01"),
    ),
    case(
        "CMS",
        ("Sont supprimées les décisions 14.20 à 14.22.",),
        ("UNEP/CMS/Decision 14.20 delete", "UNEP/CMS/Decision 14.21 delete", "UNEP/CMS/Decision 14.22 delete"),
    ),
    case("CMS", ("Prie le Secrétariat de supprimer la décision 14.20 ;",), ("UNEP/CMS/Decision 14.20 delete",)),
    case(
        "CMS",
        ("Décide que l’alinéa b) du paragraphe 4 de la résolution 9.6 est remplacé par le texte ci-après ;",),
        ("UNEP/CMS/Resolution 9.6 [4(b)] replace",),
    ),
    case(
        "HRC",
        ("Décide d’annuler le paragraphe 5 de sa résolution 21/7 du 27 septembre 2012 ;",),
        ("A/HRC/RES/21/7 [5] repeal",),
    ),
    case(
        "CBD",
        ("Décide de retirer les décisions V/4, paragraphes 1 à 3, et VI/9 ;",),
        ("CBD/COP/DEC/V/4 [1; 2; 3] retire", "CBD/COP/DEC/VI/9 retire"),
    ),
    case(
        "CMS",
        ("Décide de mettre fin à la résolution 5.3 avec effet au 31 décembre 2029 ;",),
        ("UNEP/CMS/Resolution 5.3 repeal from 2029-12-31",),
    ),
    case(
        "CMS",
        ("Décide que les résolutions 5.3 et 6.4 ne sont plus applicables ;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal"),
    ),
    case(
        "CMS",
        (
            "Décide d’abroger, avec effet au 1er janvier 2030, la section II de la résolution 5.3 et le troisième alinéa du préambule de la résolution 6.4 ;",
        ),
        (
            "UNEP/CMS/Resolution 5.3 [section 2] repeal from 2030-01-01",
            "UNEP/CMS/Resolution 6.4 [preamble 3] repeal from 2030-01-01",
        ),
    ),
    case("CMS", ("Est abrogée la Résolution 5.3.",), ("UNEP/CMS/Resolution 5.3 repeal",)),
    case(
        "CMS",
        ("Charge le Secrétariat de radier les décisions 14.20 et 14.21 ;",),
        ("UNEP/CMS/Decision 14.20 delete", "UNEP/CMS/Decision 14.21 delete"),
    ),
    case(
        "CMS",
        ("Déclare caduques les résolutions 5.3 et 6.4 ;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal"),
    ),
    case(
        "CMS",
        (
            "Abroge les résolutions énumérées ci-après : a) Résolution 5.3 (Bonn, 1991) ; b) Résolution 6.4, paragraphes 2 à 4 ;",
        ),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 [2; 3; 4] repeal"),
    ),
)

NOT_ENDING = (
    case("CMS", ("Décide de ne pas abroger la résolution 5.3 ;",), ()),
    case(
        "CMS",
        (
            "Prie le Secrétariat de recenser les résolutions qui pourraient être abrogées, notamment la résolution 5.3 ;",
        ),
        (),
    ),
    case("CMS", ("Invite le Conseil à abroger sa résolution 21/7 ;",), ()),
    case(
        "CMS",
        ("Décide de remplacer, au paragraphe 3 de la résolution 9.6, les mots « deux ans » par « trois ans » ;",),
        (),
    ),
    case("CMS", ("Décide que le paragraphe 2 de la présente résolution cessera d’avoir effet en 2030 ;",), ()),
    case("CMS", ("Invite les Parties à abroger les dispositions contraires à la résolution 5.3 ;",), ()),
    case("CMS", ("Demande au Secrétariat de proposer l’abrogation de la résolution 5.3 ;",), ()),
)


@pytest.mark.parametrize("entry", ENDING, ids=lambda entry: entry.id)
def test_ends(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)


@pytest.mark.parametrize("entry", NOT_ENDING, ids=lambda entry: entry.id)
def test_ends_nothing(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)
