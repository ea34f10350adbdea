"""Sentences that end texts, and sentences that do not: Spanish.

A target is written as symbol, [parts], except [parts], action, from, into, proposed.
"""

import pytest

from tests.unit.repeals.reading import Case, case, ended

ENDING = (
    case(
        "CMS",
        ("Deroga las Resoluciones 5.3 y 6.4 y la Recomendación 4.2;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal", "UNEP/CMS/Recommendation 4.2 repeal"),
    ),
    case(
        "CMS",
        ("Decide derogar los párrafos 3 a 5 de la Resolución 9.6, salvo el párrafo 4;",),
        ("UNEP/CMS/Resolution 9.6 [3; 5] repeal",),
    ),
    case(
        "CMS",
        ("Decide que las resoluciones 5.3 y 6.4 queden derogadas a partir del 1 de enero de 2029;",),
        ("UNEP/CMS/Resolution 5.3 repeal from 2029-01-01", "UNEP/CMS/Resolution 6.4 repeal from 2029-01-01"),
    ),
    case(
        "CMS",
        ("Quedan sin efecto las Decisiones 14.20 a 14.22.",),
        ("UNEP/CMS/Decision 14.20 repeal", "UNEP/CMS/Decision 14.21 repeal", "UNEP/CMS/Decision 14.22 repeal"),
    ),
    case(
        "CMS",
        ("Decide que la presente resolución sustituya a la resolución 5.3, con excepción del párrafo 2;",),
        ("UNEP/CMS/Resolution 5.3 except [2] replace",),
    ),
    case("CMS", ("Encarga a la Secretaría que suprima la Decisión 14.20;",), ("UNEP/CMS/Decision 14.20 delete",)),
    case(
        "UNEA",
        ("Decide que la resolución 4/7 dejará de tener efecto el 31 de diciembre de 2028;",),
        ("UNEP/EA.4/Res.7 repeal from 2028-12-31",),
    ),
    case(
        "CMS",
        ("Decide que el apartado b) del párrafo 4 de la Resolución 9.6 y el anexo de la Resolución 9.7 se supriman;",),
        ("UNEP/CMS/Resolution 9.6 [4(b)] delete", "UNEP/CMS/Resolution 9.7 [annex] delete"),
    ),
    case(
        "CMS",
        ("Decide que la decisión 14.20 se transfiera a la resolución 12.2;",),
        ("UNEP/CMS/Decision 14.20 transfer into UNEP/CMS/Resolution 12.2",),
    ),
    case(
        "CMS",
        ("Decide dejar sin efecto, a partir del 1 de enero de 2030, la sección II de la Resolución 5.3;",),
        ("UNEP/CMS/Resolution 5.3 [section 2] repeal from 2030-01-01",),
    ),
    case(
        "CMS",
        ("Decide que las Resoluciones 5.3 y 6.4 dejen de aplicarse;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal"),
    ),
    case(
        "CMS",
        ("Se derogan las Resoluciones siguientes: a) Resolución 5.3; b) Resolución 6.4, párrafos 2 a 4;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 [2; 3; 4] repeal"),
    ),
    case(
        "CMS",
        ("La presente Resolución reemplaza la Resolución 5.3, salvo sus párrafos 2 y 3.",),
        ("UNEP/CMS/Resolution 5.3 except [2; 3] replace",),
    ),
    case(
        "CMS",
        ("Pide a la Secretaría que suprima de la lista las Decisiones 14.20 y 14.21;",),
        ("UNEP/CMS/Decision 14.20 delete", "UNEP/CMS/Decision 14.21 delete"),
    ),
    case(
        "CMS",
        ("Decide retirar la Recomendación 4.2 y anular el anexo I de la Resolución 6.4;",),
        ("UNEP/CMS/Recommendation 4.2 retire", "UNEP/CMS/Resolution 6.4 [annex 1] repeal"),
    ),
    case(
        "CMS",
        ("Queda derogada la Resolución 5.3, a excepción del párrafo 4;",),
        ("UNEP/CMS/Resolution 5.3 except [4] repeal",),
    ),
)

NOT_ENDING = (
    case("CMS", ("Decide no derogar la resolución 5.3;",), ()),
    case("CMS", ("Recuerda que la resolución 5.3 fue derogada por la resolución 9.1;",), ()),
    case("CMS", ("Pide a la Secretaría que examine si procede derogar la resolución 5.3;",), ()),
    case("CMS", ("Confirma que la Resolución 5.3 sigue en vigor;",), ()),
    case(
        "CMS", ("Decide sustituir las palabras «dos años» en el párrafo 3 de la resolución 9.6 por «tres años»;",), ()
    ),
    case("CMS", ("Insta a las Partes a derogar las leyes contrarias a la Resolución 5.3;",), ()),
    case("CMS", ("Observa que la Resolución 6.4 sustituyó a la Resolución 5.3;",), ()),
    case("CMS", ("Decide suprimir las palabras “y limícolas” en el párrafo 3 de la Resolución 5.3;",), ()),
    case("CMS", ("Decide que no se derogue la Resolución 5.3;",), ()),
)


@pytest.mark.parametrize("entry", ENDING, ids=lambda entry: entry.id)
def test_ends(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)


@pytest.mark.parametrize("entry", NOT_ENDING, ids=lambda entry: entry.id)
def test_ends_nothing(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)
