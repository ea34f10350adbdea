# ruff: noqa: E501
"""More pages set by hand: notes, headers, numbers and paper in other customs."""

from tests.looks.habits import (
    ALL,
    DONE,
    FILL,
    FILLED,
    FOOT,
    FORMULA,
    HEAD,
    ITEMS,
    LONG,
    NOTE,
    NUMBERED,
    PLAIN,
    RECITALS,
    Habit,
)
from tests.looks.lamps import A1, A2, LONG_NOTE, N1, N2, R1, R2, U1, U2, U3

MARKED = f"<p><i>Recalling</i> {R1},{{0}}</p><p><i>Noting with concern</i> {R2},{{1}}</p>"
CUSTOMS = (
    Habit(
        "plain bracketed numbers in the line, notes below in small type",
        ".e{font-size:8pt;margin:0 0 2pt} hr{width:120pt;margin:20pt auto 4pt 0}",
        HEAD + FORMULA + MARKED.format("[1]", "[2]") + NUMBERED + f"<hr><p class=e>[1] {N1}</p><p class=e>[2] {N2}</p>",
        (f"{RECITALS[0]} ^{N1}", f"{RECITALS[1]} ^{N2}", *ITEMS),
    ),
    Habit(
        "notes in two columns at foot, sans",
        FOOT + "body{font-family:'Liberation Sans'} main{columns:2;column-gap:18pt;font-size:9pt}",
        HEAD + "<main>" + FORMULA + MARKED.format(NOTE.format(N1), NOTE.format(N2)) + NUMBERED + FILLED + "</main>",
        (f"{RECITALS[0]} ^{N1}", f"{RECITALS[1]} ^{N2}", *DONE[2:-20][:4], f"3 | Decides {U3}.", *FILL),
    ),
    Habit(
        "bold headings run in, text follows on line",
        "",
        HEAD + FORMULA + PLAIN + NUMBERED.replace("<i>Urges</i>", "<b>Lamps.</b> <i>Urges</i>"),
        (*RECITALS, f"1 | Lamps. Urges {U1};", *ITEMS[1:]),
    ),
    Habit(
        "title in two lines, number before",
        "",
        f"<p><b>Resolution 4.5</b></p><p><b>KEEPING OF THE LAMPS IN WINTER AND OF THE TOWERS THAT STAND WITHOUT A KEEPER, AND OF THEIR OIL</b></p><p><i>Adopted by the Conference of the Parties at its 4th meeting (Candil, October 2020)</i></p>{PLAIN}<p><i>The Conference of the Parties to the Lantern Safety Convention</i></p>{NUMBERED}",
        ALL,
    ),
    Habit(
        "parts with letters in the middle",
        ".c{text-align:center}",
        HEAD
        + FORMULA
        + PLAIN
        + f"<p class=c>A. LAMPS</p><p>1. <i>Urges</i> {U1};</p><p class=c>B. REVIEW</p><p>2. <i>Decides</i> {U3}.</p>",
        (*RECITALS, "# A | LAMPS", ITEMS[0], "# B | REVIEW", f"2 | Decides {U3}."),
    ),
    Habit(
        "letter size, wide margins, right header with date lines",
        "@page{size:Letter;margin:100pt 90pt;@top-right{content:'LSC/Resolution 4.5\\A 9 October 2020';white-space:pre;font-size:8pt}@bottom-right{content:counter(page)}}",
        LONG,
        DONE,
    ),
    Habit(
        "odd and even headers",
        "@page :left{@top-left{content:'LSC/Resolution 4.5'}@top-right{content:counter(page)}}@page :right{@top-left{content:counter(page)}@top-right{content:'Keeping of the lamps in winter'}}",
        LONG,
        DONE,
    ),
    Habit(
        "footer with rule and title",
        "@page{@bottom-left{content:'Keeping of the lamps in winter';border-top:0.5pt solid;width:100%;font-size:8pt}@bottom-right{content:counter(page) ' / ' counter(pages);border-top:0.5pt solid;font-size:8pt}}",
        LONG,
        DONE,
    ),
    Habit(
        "numbers bold, leads underlined",
        "i{font-style:normal;text-decoration:underline}",
        HEAD + FORMULA + PLAIN + NUMBERED.replace("<p>1.", "<p><b>1.</b>").replace("<p>3.", "<p><b>3.</b>"),
        ALL,
    ),
    Habit(
        "em dashes as bullets, semicolons, sub-bullets",
        ".s{margin-left:36pt;text-indent:-14pt}",
        HEAD + FORMULA + PLAIN + NUMBERED.replace("(a) ", "— ").replace("(b) ", "— "),
        (*RECITALS, *ITEMS[:2], f"— | {A1}; and", f"— | {A2};", ITEMS[4]),
    ),
    Habit(
        "recitals as a list with dashes",
        "",
        HEAD + FORMULA + f"<p>– <i>Recalling</i> {R1},</p><p>– <i>Noting with concern</i> {R2},</p>" + NUMBERED,
        (f"– | {RECITALS[0]}", f"– | {RECITALS[1]}", *ITEMS),
    ),
    Habit(
        "recitals with letters (a), bodies restart",
        "",
        HEAD + FORMULA + f"<p>(a) <i>Recalling</i> {R1},</p><p>(b) <i>Noting with concern</i> {R2},</p>" + NUMBERED,
        (f"(a) | {RECITALS[0]}", f"(b) | {RECITALS[1]}", *ITEMS),
    ),
    Habit(
        "coloured box around an operative paragraph",
        ".b{border:1pt solid #888;background:#eee;padding:6pt}",
        HEAD + FORMULA + PLAIN + NUMBERED.replace("<p>1.", "<p class=b>1."),
        ALL,
    ),
    Habit(
        "a plain line 'Annex' over a ruled table",
        ".t{border-collapse:collapse;width:100%} .t td{border:0.5pt solid;padding:3pt}",
        HEAD
        + FORMULA
        + PLAIN
        + NUMBERED
        + "<p>Annex</p><table class=t><tr><td>Tower</td><td>Keeper</td></tr><tr><td>North</td><td>None</td></tr></table>",
        (*ALL, "# Annex"),
    ),
    Habit(
        "page broken in the middle of a sentence with header of four lines",
        "@page{margin-top:120pt;@top-left{content:'LANTERN SAFETY CONVENTION\\AFourth meeting of the Conference of the Parties\\ACandil, 2-9 October 2020\\ALSC/Resolution 4.5';white-space:pre;font-size:9pt}}",
        LONG,
        DONE,
    ),
    Habit("very wide lines landscape", "@page{size:A4 landscape;margin:50pt}", LONG, DONE),
    Habit("monospaced", "body{font-family:'Liberation Mono';font-size:9pt}", LONG, DONE),
    Habit(
        "right aligned numbers 9. 10.",
        "p.n{margin-left:30pt;text-indent:0;position:relative} .k{position:absolute;left:-30pt;width:24pt;text-align:right}",
        HEAD
        + FORMULA
        + PLAIN
        + "".join(
            "<p class=n><span class=k>{}.</span>{}</p>".format(*t.split(" | "))
            for t in (ITEMS[0], f"2 | Requests {U2}, {A2};", f"3 | Decides {U3};", *FILL)
        ),
        (*RECITALS, ITEMS[0], f"2 | Requests {U2}, {A2};", f"3 | Decides {U3};", *FILL),
    ),
    Habit(
        "long note that runs over a page",
        FOOT + "@page{size:A5;margin:50pt}",
        HEAD
        + FORMULA
        + MARKED.format("", "")
        + NUMBERED.replace(f"{U3}.", f"{U3}.{NOTE.format(LONG_NOTE + ' ' + LONG_NOTE)}"),
        (*ALL[:-1], f"{ALL[-1]} ^{LONG_NOTE} {LONG_NOTE}"),
    ),
)
