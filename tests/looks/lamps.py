# ruff: noqa: E501
"""The words of the pages set by hand: what a meeting of an invented convention says about its lamps."""

R1 = "that the lamps along the coast of Candil have been kept by the Parties since the entry into force of the Convention"
R2 = "the growing number of towers that stand without a keeper in the dark months of winter, when ships pass closest to the reefs"
U1 = "Parties to keep every lamp under their care alight from dusk until dawn, and to report each failure to the Bureau within a week"
U2 = "the Secretariat, subject to the availability of oil"
A1 = "to compile a list of the towers whose stairs, lenses or roofs need repair before the autumn storms"
A2 = "to present the list to the Conference of the Parties at its fifth meeting"
U3 = "to review the present resolution at its sixth meeting in the light of what the keepers have written in their logs"
N1 = "LSC/COP3/Doc.12, annex II."
N2 = "The towers of the northern reef are kept by the Herring Guild."
FR1 = "Rappelant que les lampes de la côte de Candil sont gardées par les Parties depuis l’entrée en vigueur de la Convention,"
FR2 = "Prie instamment les Parties d’allumer chaque soir les lampes placées sous leur garde et de signaler chaque panne au Bureau ;"
FR3 = "Décide d’examiner la présente résolution à sa sixième réunion."
ES1 = "Recordando que las lámparas de la costa de Candil son cuidadas por las Partes desde la entrada en vigor de la Convención,"
ES2 = "Insta a las Partes a encender cada noche las lámparas que están a su cuidado y a comunicar cada fallo a la Oficina;"
ES3 = "Decide examinar la presente resolución en su sexta reunión."
LONG_NOTE = " ".join([N2, "Its members are chosen for life from among those who have crossed the bar at night."] * 8)
BASE = """
@page { size: A4; margin: 72pt } body { font: 11pt/1.25 'Liberation Serif'; margin: 0 } p { margin: 0 0 8pt }
h1 { font-size: 13pt; text-align: center } .sym { text-align: right } .s { margin-left: 24pt } td { vertical-align: top }
"""
