# ruff: noqa: E501
"""Pages set by hand in the habits of treaty bodies, in the words of an invented convention, and what they say.

Each body of a page is written here as a browser takes it; `reads` are its paragraphs as `number | text`, notes behind
`^`, headings behind `#`. They were written down before a page was read.
"""

from dataclasses import dataclass

from tests.looks.lamps import A1, A2, BASE, ES1, ES2, ES3, FR1, FR2, FR3, LONG_NOTE, N1, N2, R1, R2, U1, U2, U3

HEAD = "<p class=sym>LSC/Resolution 4.5</p><h1>Keeping of the lamps in winter</h1>"
FORMULA = "<p>The Conference of the Parties to the Lantern Safety Convention,</p>"
PLAIN = f"<p><i>Recalling</i> {R1},</p><p><i>Noting with concern</i> {R2},</p>"
NUMBERED = (
    f"<p>1. <i>Urges</i> {U1};</p><p>2. <i>Requests</i> {U2}:</p><p class=s>(a) {A1}; and</p><p class=s>(b) {A2};</p>"
    f"<p>3. <i>Decides</i> {U3}.</p>"
)
RECITALS = (f"Recalling {R1},", f"Noting with concern {R2},")
ITEMS = (f"1 | Urges {U1};", f"2 | Requests {U2}:", f"(a) | {A1}; and", f"(b) | {A2};", f"3 | Decides {U3}.")
ALL = (*RECITALS, *ITEMS)
PARTS = (
    ("1", f"Urges {U1};"),
    ("2", f"Requests {U2}:"),
    ("(a)", f"{A1}; and"),
    ("(b)", f"{A2};"),
    ("3", f"Decides {U3}."),
)
NOTE = "<span class=fn>{}</span>"
FOOT = ".fn{float:footnote;font-size:8pt} ::footnote-call{font-size:7pt;vertical-align:super;line-height:0}"


@dataclass(frozen=True, slots=True)
class Habit:
    """A way of setting pages: its style, its body, what it reads; `language` of the body."""

    name: str
    style: str
    body: str
    reads: tuple[str, ...]
    language: str = "en"

    def html(self) -> str:
        return f'<!doctype html><html lang="{self.language}"><style>{BASE}{self.style}</style><body>{self.body}</body>'


def _led(text: str) -> str:
    first, _, rest = text.partition(" ")
    return f"<i>{first}</i> {rest}"


def _rows(cells: str) -> str:
    """The numbered paragraphs as rows of a table without rules."""
    return (
        "<table>"
        + "".join(cells.format(number=n if n[0] == "(" else f"{n}.", text=_led(t)) for n, t in PARTS)
        + "</table>"
    )


def _capital(text: str) -> str:
    first, _, rest = text.partition(" ")
    return f"{first.upper()} {rest}"


FILL = tuple(
    f"{n} | Encourages the keepers of tower number {n} {R2.removeprefix('the growing number of ')};"
    for n in range(4, 24)
)
FILLED = "".join(f"<p>{t.replace(' | ', '. ', 1)}</p>" for t in FILL)
DONE = (*ALL[:-1], f"3 | Decides {U3};", *FILL)
LONG = HEAD + FORMULA + PLAIN + NUMBERED.replace(f"{U3}.", f"{U3};") + FILLED

HABITS = (
    Habit(
        "italic formula and leads, symbol at the right",
        "",
        HEAD + f"<p><i>The Conference of the Parties,</i></p>{PLAIN}{NUMBERED}",
        ALL,
    ),
    Habit(
        "wetlands: recitals numbered through, verbs in capitals, formula between",
        ".sym{text-align:center;font-weight:bold} p{margin-left:28pt;text-indent:-28pt} .f,.m{margin-left:0;text-indent:0}",
        "<p class=m>4th Meeting of the Conference of the Contracting Parties to the Lantern Safety Convention<br>"
        "“Lamps for all coasts”<br>Candil, 2-9 October 2020</p><p class=sym>Resolution 4.5</p><h1>Keeping of the lamps in winter</h1>"
        f"<p>1. RECALLING {R1};</p><p>2. NOTING WITH CONCERN {R2};</p><p class=f>THE CONFERENCE OF THE CONTRACTING PARTIES</p>"
        f"<p>3. URGES {U1};</p><p>4. REQUESTS {U2}, {A2}; and</p><p>5. DECIDES {U3}.</p>",
        (
            f"1 | RECALLING {R1};",
            f"2 | NOTING WITH CONCERN {R2};",
            f"3 | URGES {U1};",
            f"4 | REQUESTS {U2}, {A2}; and",
            f"5 | DECIDES {U3}.",
        ),
    ),
    Habit(
        "trade: verbs in capitals, small letters with one bracket, formula in capitals",
        ".s{margin-left:48pt;text-indent:-20pt} .n{margin-left:28pt;text-indent:-28pt}",
        f"<p>Conf. 4.5</p><h1 style='text-align:left'>Keeping of the lamps in winter</h1><p>RECALLING {R1};</p><p>NOTING WITH CONCERN {R2};</p>"
        f"<p>THE CONFERENCE OF THE PARTIES TO THE CONVENTION</p><p class=n>1. URGES {U1};</p><p class=n>2. REQUESTS {U2}:</p>"
        f"<p class=s>a) {A1}; and</p><p class=s>b) {A2};</p><p class=n>3. DECIDES {U3}.</p>",
        (
            f"RECALLING {R1};",
            f"NOTING WITH CONCERN {R2};",
            f"1 | URGES {U1};",
            f"2 | REQUESTS {U2}:",
            f"a) | {A1}; and",
            f"b) | {A2};",
            f"3 | DECIDES {U3}.",
        ),
    ),
    Habit(
        "biodiversity: first lines stand in, numbers too, the rest at the margin",
        "p{text-indent:36pt} .m{text-indent:0} .s{margin:0 0 8pt;text-indent:60pt}",
        f"<p class=m>LSC/COP/DEC/4/5</p><h1>4/5. Keeping of the lamps in winter</h1><p><i>The Conference of the Parties,</i></p>{PLAIN}{NUMBERED}",
        ALL,
    ),
    Habit(
        "a masthead of boxed cells",
        ".box{border:0.8pt solid;width:100%;border-collapse:collapse;margin-bottom:14pt} .box td{border:0.8pt solid;padding:4pt}",
        "<table class=box><tr><td><b>LANTERN SAFETY CONVENTION</b></td><td>Distribution: General<br>LSC/Resolution 4.5<br>Original: English</td></tr></table>"
        f"<h1>Keeping of the lamps in winter</h1>{FORMULA}{PLAIN}{NUMBERED}",
        ALL,
    ),
    Habit(
        "a masthead in a frame, title within",
        ".fr{border:1pt solid;padding:8pt;margin-bottom:16pt;text-align:center}",
        f"<div class=fr><p><b>CONFERENCE OF THE PARTIES</b></p><p>LSC/Resolution 4.5</p><h1>Keeping of the lamps in winter</h1></div>{FORMULA}{PLAIN}{NUMBERED}",
        ALL,
    ),
    Habit(
        "numbers in a column of a table without rules",
        "table{border-spacing:0} td{padding:0 0 8pt} td:first-child{width:30pt}",
        HEAD + FORMULA + PLAIN + _rows("<tr><td>{number}</td><td>{text}</td></tr>"),
        ALL,
    ),
    Habit(
        "numbers in the margin outside the text",
        "@page{margin:72pt 72pt 72pt 110pt} .n{position:relative} .n b{position:absolute;left:-34pt;font-weight:normal} .s{margin-left:24pt}",
        HEAD
        + FORMULA
        + PLAIN
        + "".join(
            f"<p class='n{' s' if n[0] == '(' else ''}'><b>{n}{'' if n[0] == '(' else '.'}</b>{_led(t)}</p>"
            for n, t in PARTS
        ),
        ALL,
    ),
    Habit(
        "letters that run on in the sentence",
        "",
        HEAD
        + FORMULA
        + PLAIN
        + f"<p>1. <i>Requests</i> {U2}: (a) {A1}; and (b) {A2};</p><p>2. <i>Decides</i> {U3}.</p>",
        (*RECITALS, f"1 | Requests {U2}: (a) {A1}; and (b) {A2};", f"2 | Decides {U3}."),
    ),
    Habit(
        "notes with stars",
        FOOT
        + "@counter-style st{system:symbolic;symbols:'*';suffix:''} ::footnote-call{content:counter(footnote,st)} ::footnote-marker{content:counter(footnote,st) ' '}",
        HEAD
        + FORMULA
        + f"<p><i>Recalling</i> {R1},{NOTE.format(N1)}</p><p><i>Noting with concern</i> {R2},{NOTE.format(N2)}</p>{NUMBERED}",
        (f"{RECITALS[0]} ^{N1}", f"{RECITALS[1]} ^{N2}", *ITEMS),
    ),
    Habit(
        "notes in square brackets, raised",
        FOOT
        + "::footnote-call{content:'[' counter(footnote) ']'} ::footnote-marker{content:'[' counter(footnote) '] '}",
        HEAD
        + FORMULA
        + f"<p><i>Recalling</i> {R1},{NOTE.format(N1)}</p><p><i>Noting with concern</i> {R2},{NOTE.format(N2)}</p>{NUMBERED}",
        (f"{RECITALS[0]} ^{N1}", f"{RECITALS[1]} ^{N2}", *ITEMS),
    ),
    Habit(
        "notes in round brackets, raised",
        FOOT
        + "::footnote-call{content:'(' counter(footnote) ')'} ::footnote-marker{content:'(' counter(footnote) ') '}",
        HEAD
        + FORMULA
        + f"<p><i>Recalling</i> {R1},{NOTE.format(N1)}</p><p><i>Noting with concern</i> {R2},{NOTE.format(N2)}</p>{NUMBERED}",
        (f"{RECITALS[0]} ^{N1}", f"{RECITALS[1]} ^{N2}", *ITEMS),
    ),
    Habit(
        "a note of many lines",
        FOOT,
        HEAD
        + FORMULA
        + f"<p><i>Recalling</i> {R1},{NOTE.format(LONG_NOTE)}</p><p><i>Noting with concern</i> {R2},{NOTE.format(N1)}</p>{NUMBERED}",
        (f"{RECITALS[0]} ^{LONG_NOTE}", f"{RECITALS[1]} ^{N1}", *ITEMS),
    ),
    Habit(
        "notes behind the date and the signature",
        ".e{font-size:8pt;margin:0 0 2pt} sup{font-size:7pt;line-height:0}",
        HEAD
        + FORMULA
        + f"<p><i>Recalling</i> {R1},<sup>1</sup></p><p><i>Noting with concern</i> {R2},<sup>2</sup></p>{NUMBERED}"
        f"<p style='text-align:right'><i>8 October 2020</i></p><p class=e><sup>1</sup> {N1}</p><p class=e><sup>2</sup> {N2}</p>",
        (f"{RECITALS[0]} ^{N1}", f"{RECITALS[1]} ^{N2}", *ITEMS),
    ),
    Habit(
        "a running header with symbol, title and page",
        "@page{margin-top:90pt;@top-left{content:'LSC/Resolution 4.5\\AKeeping of the lamps in winter';white-space:pre;font-size:9pt}@top-right{content:'Page ' counter(page)}}"
        "@page:first{@top-left{content:none}@top-right{content:none}}",
        LONG,
        DONE,
    ),
    Habit(
        "page 2 of 5 at the foot",
        "@page{@bottom-center{content:'Page ' counter(page) ' of ' counter(pages)}}",
        LONG,
        DONE,
    ),
    Habit("- 2 - at the top", "@page{@top-center{content:'- ' counter(page) ' -'}}", LONG, DONE),
    Habit(
        "a footer of three lines with an address",
        "@page{margin-bottom:100pt;@bottom-left{content:'Bureau of Lamps · 4 Quay Street · Puerto Candil\\ATel. +00 4 55 60 · lamps@candil.example\\ALSC/Resolution 4.5, page ' counter(page);white-space:pre;font-size:7.5pt}}",
        LONG,
        DONE,
    ),
    Habit(
        "an annex with numbers of its own",
        ".a{break-before:page;text-align:center}",
        HEAD
        + FORMULA
        + PLAIN
        + NUMBERED
        + "<p class=a><b>Annex</b></p><p style='text-align:center'><b>Guidelines for keepers</b></p>"
        f"<p>1. Keepers trim the wick twice a night, and once more where the wind stands in the north.</p><p>2. Keepers write in the log {A1}.</p>",
        (
            *ALL,
            "# Annex",
            "# Guidelines for keepers",
            "1 | Keepers trim the wick twice a night, and once more where the wind stands in the north.",
            f"2 | Keepers write in the log {A1}.",
        ),
    ),
    Habit(
        "a ruled table between paragraphs",
        ".t{border-collapse:collapse;width:100%;margin-bottom:8pt} .t td{border:0.5pt solid;padding:3pt}",
        HEAD
        + FORMULA
        + PLAIN
        + NUMBERED.replace(
            "<p>3.",
            "<table class=t><tr><td>Reef</td><td>Towers</td><td>Keepers</td></tr><tr><td>Northern reef</td><td>14</td><td>3</td></tr>"
            "<tr><td>Herring bank</td><td>9</td><td>2</td></tr></table><p>3.",
        ),
        ALL,
    ),
    Habit(
        "small type in narrow lines",
        "body{font-size:7.5pt;line-height:1.1} @page{margin:110pt} p{margin-bottom:4pt}",
        HEAD + FORMULA + PLAIN + NUMBERED,
        ALL,
    ),
    Habit(
        "first lines stand in, nothing between paragraphs",
        "p{margin:0;text-indent:24pt;text-align:justify} .s{margin-left:24pt}",
        HEAD + FORMULA + PLAIN + NUMBERED,
        ALL,
    ),
    Habit(
        "headings in capitals within the text",
        "",
        HEAD
        + FORMULA
        + PLAIN
        + NUMBERED.replace("<p>1.", "<p>KEEPING OF THE LAMPS</p><p>1.").replace(
            "<p>3.", "<p>REVIEW AND FOLLOW-UP</p><p>3."
        ),
        (*RECITALS, "# KEEPING OF THE LAMPS", *ITEMS[:4], "# REVIEW AND FOLLOW-UP", ITEMS[4]),
    ),
    Habit(
        "parts with Roman numbers in bold",
        "",
        HEAD
        + FORMULA
        + PLAIN
        + NUMBERED.replace("<p>1.", "<p><b>I. Keeping of the lamps</b></p><p>1.").replace(
            "<p>3.", "<p><b>II. Review</b></p><p>3."
        ),
        (*RECITALS, "# I | Keeping of the lamps", *ITEMS[:4], "# II | Review", ITEMS[4]),
    ),
    Habit(
        "numbers on lines of their own",
        ".c{text-align:center;margin-bottom:2pt}",
        HEAD
        + FORMULA
        + PLAIN
        + f"<p class=c>1.</p><p><i>Urges</i> {U1};</p><p class=c>2.</p><p><i>Requests</i> {U2}, {A2};</p><p class=c>3.</p><p><i>Decides</i> {U3}.</p>",
        (*RECITALS, ITEMS[0], f"2 | Requests {U2}, {A2};", ITEMS[4]),
    ),
    Habit(
        "hyphens and spaces that do not break",
        "body{text-align:justify}",
        HEAD
        + FORMULA
        + f"<p><i>Recalling</i> the long\u2011standing work of non\u2011governmental keepers on Resolution\u00a04.2, {R1},</p>{NUMBERED}",
        (f"Recalling the long-standing work of non-governmental keepers on Resolution 4.2, {R1},", *ITEMS),
    ),
    Habit(
        "a watermark and lines far apart",
        "body{line-height:2} p{margin:0 0 2pt} .w{position:fixed;top:35%;left:5%;font-size:120pt;color:#ddd;transform:rotate(-45deg);z-index:-1}",
        "<div class=w>DRAFT</div>" + HEAD + FORMULA + PLAIN + NUMBERED,
        ALL,
    ),
    Habit(
        "bullets under a chapeau, leads in bold",
        "i{font-style:normal;font-weight:bold} .s{text-indent:-12pt}",
        HEAD + FORMULA + PLAIN + NUMBERED.replace("(a) ", "• ").replace("(b) ", "• "),
        (*RECITALS, *ITEMS[:2], f"• | {A1}; and", f"• | {A2};", ITEMS[4]),
    ),
    Habit(
        "paragraphs in square brackets, as in a text under negotiation",
        "",
        HEAD
        + FORMULA
        + f"<p>[<i>Recalling</i> {R1},]</p><p><i>Noting with concern</i> {R2},</p>"
        + NUMBERED.replace("<p>1. <i>Urges</i>", "<p>1. [<i>Urges</i>").replace(f"{U1};", f"{U1};]"),
        (f"[Recalling {R1},]", RECITALS[1], f"1 | [Urges {U1};]", *ITEMS[1:]),
    ),
    Habit(
        "two languages in columns, the formula in one",
        "table{border-spacing:0} td{width:50%;padding:0 12pt 0 0;font-size:10pt}",
        "<p class=sym>LSC/Resolution 4.5</p><table><tr><td><p>The Conference of the Parties,</p>"
        + PLAIN
        + NUMBERED.replace("class=s", "")
        + f"</td><td><p>{_led(FR1)}</p><p>1. {_led(FR2)}</p><p>2. {_led(FR3)}</p></td></tr></table>",
        (*ALL, FR1, f"1 | {FR2}", f"2 | {FR3}"),
    ),
    Habit(
        "French, first lines stand in",
        "p{text-indent:30pt} .m{text-indent:0}",
        f"<p class=m>LSC/Résolution 4.5</p><h1>Garde des lampes en hiver</h1><p><i>La Conférence des Parties,</i></p><p>{_led(FR1)}</p><p>1. {_led(FR2)}</p><p>2. {_led(FR3)}</p>",
        (FR1, f"1 | {FR2}", f"2 | {FR3}"),
        "fr",
    ),
    Habit(
        "Spanish, numbers hang",
        "p{margin-left:26pt;text-indent:-26pt} .m{margin-left:0;text-indent:0}",
        f"<p class=m>LSC/Resolución 4.5</p><h1>Cuidado de las lámparas en invierno</h1><p class=m><i>La Conferencia de las Partes,</i></p><p class=m>{_led(ES1)}</p><p>1. {_led(ES2)}</p><p>2. {_led(ES3)}</p>",
        (ES1, f"1 | {ES2}", f"2 | {ES3}"),
        "es",
    ),
    Habit(
        "two columns of ragged text under a wide head",
        "main{columns:2;column-gap:20pt;text-align:left;font-size:9.5pt} .s{margin-left:14pt}",
        HEAD + "<main>" + LONG.removeprefix(HEAD) + "</main>",
        DONE,
    ),
    Habit(
        "two columns, numbers hanging, hyphens",
        "main{columns:2;column-gap:18pt;text-align:justify;hyphens:auto;font-size:9pt} p{margin-left:16pt;text-indent:-16pt} .s{margin-left:30pt}",
        HEAD + "<main>" + LONG.removeprefix(HEAD) + "</main>",
        DONE,
    ),
    Habit(
        "capitals of a first word, sans serif, letters with a stop",
        "body{font-family:'Liberation Sans'} .s{margin-left:40pt;text-indent:-16pt}",
        HEAD
        + FORMULA
        + PLAIN
        + f"<p>1. <i>Requests</i> {U2}:</p><p class=s>a. {A1}; and</p><p class=s>b. {A2};</p><p>2. <i>Decides</i> {U3}.</p>",
        (*RECITALS, f"1 | Requests {U2}:", f"a | {A1}; and", f"b | {A2};", f"2 | Decides {U3}."),
    ),
    Habit(
        "Roman items under letters",
        ".r{margin-left:60pt}",
        HEAD
        + FORMULA
        + PLAIN
        + f"<p>1. <i>Requests</i> {U2}:</p><p class=s>(a) to write down:</p><p class=r>(i) {A1};</p><p class=r>(ii) the names of their keepers; and</p><p class=s>(b) {A2};</p><p>2. <i>Decides</i> {U3}.</p>",
        (
            *RECITALS,
            f"1 | Requests {U2}:",
            "(a) | to write down:",
            f"(i) | {A1};",
            "(ii) | the names of their keepers; and",
            f"(b) | {A2};",
            f"2 | Decides {U3}.",
        ),
    ),
    Habit(
        "decisions to named bodies",
        "",
        "<p class=sym>LSC/COP4/Doc.9</p><h1>DRAFT DECISIONS</h1><p><b>KEEPING OF THE LAMPS IN WINTER</b></p><p><b><i>Directed to the Parties</i></b></p>"
        f"<p>4.AA The Parties are invited {A2.replace('to present the list', 'to present their lists')}.</p><p><b><i>Directed to the Secretariat</i></b></p><p>4.BB The Secretariat shall, {U2.removeprefix('the Secretariat, ')}, compile a list of the towers that need repair.</p>",
        (
            "# DRAFT DECISIONS",
            "# KEEPING OF THE LAMPS IN WINTER",
            "# Directed to the Parties",
            f"4.AA | The Parties are invited {A2.replace('to present the list', 'to present their lists')}.",
            "# Directed to the Secretariat",
            f"4.BB | The Secretariat shall, {U2.removeprefix('the Secretariat, ')}, compile a list of the towers that need repair.",
        ),
    ),
)
