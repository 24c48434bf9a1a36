"""Labels and values of the letterhead, in whatever order the text layer gives them."""

import pytest
from tests.lines import fields_of, lines_of

import kamerbrief
from kamerbrief.head.fields import read_fields


def values_of(text: str) -> dict[str, str]:
    fields, _ = fields_of(text)
    return {field.name: field.text for field in fields if field.text}


@pytest.mark.parametrize(
    "text",
    [
        "Datum 4 maart 2031\nBetreft Onderhoud van sloten",
        "Datum\n4 maart 2031\nBetreft\nOnderhoud van sloten",
        "Datum\nBetreft\n\n4 maart 2031\nOnderhoud van sloten",
        "Betreft\nDatum\n\n4 maart 2031\nOnderhoud van sloten",
        "Datum: 4 maart 2031\nBetreft: Onderhoud van sloten",
    ],
)
def test_a_value_goes_to_the_open_label_of_its_type(text: str) -> None:
    assert values_of(text) == {"date": "4 maart 2031", "subject": "Onderhoud van sloten"}


def test_a_value_of_another_type_leaves_the_label_open() -> None:
    fields, rest = fields_of("Ons kenmerk\nwww.sloten.nl\nAfdeling Sloten")
    assert [(field.name, field.text) for field in fields] == [("kenmerk", ""), ("website", "www.sloten.nl")]
    assert rest == ["Afdeling Sloten"]


def test_a_label_does_not_wait_forever() -> None:
    middle = "\n".join(f"Regel met {'x' * n}" for n in range(1, 19))
    fields, rest = fields_of(f"Ons kenmerk\n{middle}\nSLT-2031/123")
    assert [(field.name, field.text) for field in fields] == [("kenmerk", "")]
    assert rest[-1] == "SLT-2031/123"


def test_of_two_labels_of_one_type_the_nearest_gets_the_only_value() -> None:
    assert values_of("Uw kenmerk\nOns kenmerk\nSLT-2031/123") == {"kenmerk": "SLT-2031/123"}


def test_as_many_values_as_labels_come_in_their_order() -> None:
    assert values_of("Ons kenmerk\nUw kenmerk\nSLT-2031/123\n2031Z00123") == {
        "kenmerk": "SLT-2031/123",
        "uw_kenmerk": "2031Z00123",
    }


def test_a_row_of_labels_over_a_row_of_values() -> None:
    text = "Datum               Ons kenmerk         Bijlagen\n4 maart 2031        SLT-2031/123        2"
    assert values_of(text) == {"date": "4 maart 2031", "kenmerk": "SLT-2031/123", "attachments": "2"}


def test_a_label_far_from_its_value_is_a_field_of_its_own() -> None:
    fields, _ = fields_of("Datum\n\n\n\n4 maart 2031")
    assert [(field.label, field.text, len(field.lines)) for field in fields] == [
        ("Datum", "", 1),
        ("Datum", "4 maart 2031", 1),
    ]


def test_a_field_holds_the_place_of_label_and_value() -> None:
    text = "Ons kenmerk\nSLT-2031/123\nDatum 4 maart 2031"
    (kenmerk, date), _ = fields_of(text)
    assert text[kenmerk.start : kenmerk.end] == "Ons kenmerk\nSLT-2031/123"
    assert text[date.start : date.end] == "Datum 4 maart 2031"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Veendijkseweg 12\n2500 ZZ Den Haag", "visiting_address", "Veendijkseweg 12, 2500 ZZ Den Haag"),
        ("Postbus 99999\n2500 ZZ Den Haag", "postal_address", "Postbus 99999, 2500 ZZ Den Haag"),
        ("Bezoekadres\nVeendijkseweg 12\n2500 ZZ Den Haag", "visiting_address", "Veendijkseweg 12, 2500 ZZ Den Haag"),
        (
            "Postbus 99999\n2500 ZZ Den Haag\nNederland",
            "postal_address",
            "Postbus 99999, 2500 ZZ Den Haag, Nederland",
        ),
        ("> Retouradres Postbus 99999", "return_address", "Retouradres Postbus 99999"),
        ("www.sloten.nl", "website", "www.sloten.nl"),
        ("a.testman@sloten.nl", "email", "a.testman@sloten.nl"),
        ("T 070 555 01 23", "phone", "070 555 01 23"),
        ("T (+31) 070 555 0123", "phone", "(+31) 070 555 0123"),
        ("Contactpersoon\nmr. dr. A.B. van der Voorbeeld-Testman", "contact", "mr. dr. A.B. van der Voorbeeld-Testman"),
    ],
)
def test_value_of_its_own_shape(text: str, name: str, value: str) -> None:
    assert values_of(text) == {name: value}


def test_what_follows_an_address_is_no_part_of_it() -> None:
    fields, rest = fields_of("Postbus 99999\n2500 ZZ Den Haag\nAfdeling Sloten")
    assert [field.text for field in fields] == ["Postbus 99999, 2500 ZZ Den Haag"]
    assert rest == ["Afdeling Sloten"]


def test_a_subject_goes_on_where_its_line_is_full() -> None:
    assert values_of(
        "Onderwerp Onderhoud van sloten, sluizen en dijken in de polder\nvan Veendijk\n\nDe sloten zijn diep."
    ) == {"subject": "Onderhoud van sloten, sluizen en dijken in de polder van Veendijk"}


def test_a_short_subject_ends_with_its_line() -> None:
    fields, rest = fields_of("Onderwerp Sloten\nAfdeling Sloten")
    assert [field.text for field in fields] == ["Sloten"]
    assert rest == ["Afdeling Sloten"]


def test_a_short_subject_goes_on_in_lower_case() -> None:
    assert values_of("Onderwerp Sloten\nvan Veendijk") == {"subject": "Sloten van Veendijk"}


def test_a_short_subject_that_is_unfinished_goes_on() -> None:
    assert values_of("Onderwerp Onderhoud van\nsloten") == {"subject": "Onderhoud van sloten"}


def test_a_full_subject_ends_before_the_unit_above_the_street_of_a_ministry() -> None:
    text = "Betreft Reactie op het rapport over de oude watermolens\nMolens en Sluizen\nRijnstraat 50\n2515 XP Den Haag"
    assert values_of(text)["subject"] == "Reactie op het rapport over de oude watermolens"


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ("Oude Molens en\nWaterbeheer\nRijnstraat 50", ""),
        ("Oude Molens\nIPC 2250\nRijnstraat 50", ""),
        ("Watermolenland\nDirectie Oude Molens\nRijnstraat 50", " Watermolenland"),
        ("in het land\nOude Molens\nRijnstraat 50", " in het land"),
    ],
)
def test_a_full_subject_ends_before_the_lines_of_a_unit(below: str, more: str) -> None:
    text = f"Betreft Reactie op het rapport over de oude watermolens\n{below}\nDen Haag"
    assert values_of(text)["subject"] == f"Reactie op het rapport over de oude watermolens{more}"


def test_a_subject_goes_on_below_a_blank_line_as_all_lines_of_the_head_stand() -> None:
    text = "Datum 4 maart 2031\n\nBetreft Nader rapport over de wet op het onderhoud van molens\n\nBES 2031"
    assert values_of(f"{text}\n\n\nHierbij bied ik u het aan.")["subject"].endswith("van molens BES 2031")
    assert values_of(f"{text}\n\nHierbij bied ik u het aan.")["subject"].endswith("van molens")


def test_a_subject_goes_on_in_a_word_that_had_no_room() -> None:
    assert values_of("Betreft Stand van zaken van oude molens\nWatermolenlandschappen")["subject"].endswith("schappen")
    assert (
        values_of("Betreft Stand van zaken van oude molens\nWatermolens")["subject"]
        == "Stand van zaken van oude molens"
    )


def test_a_subject_goes_on_in_a_word_that_is_a_label() -> None:
    text = "Betreft Reactie op het verzoek met kenmerk 2021-311 over datum en\nbijlagen\n\nGeachte voorzitter,"
    assert values_of(text)["subject"] == "Reactie op het verzoek met kenmerk 2021-311 over datum en bijlagen"


def test_a_full_subject_ends_before_a_sentence() -> None:
    fields, rest = fields_of(
        "Onderwerp Onderhoud van sloten, sluizen en dijken in Veendijk\nHierbij het plan van dit jaar."
    )
    assert [field.text for field in fields] == ["Onderhoud van sloten, sluizen en dijken in Veendijk"]
    assert rest == ["Hierbij het plan van dit jaar."]


@pytest.mark.parametrize("value", ["geen", "2", "div.", "zie overzicht"])
def test_what_stands_at_the_label_of_the_attachments(value: str) -> None:
    assert values_of(f"Bijlagen\n{value}") == {"attachments": value}


def test_a_reference_over_two_lines() -> None:
    assert values_of("Ons kenmerk\nSLT-2031/\n123456") == {"kenmerk": "SLT-2031/123456"}


@pytest.mark.parametrize("rest", ["betreft vermelden.", "kenmerk van deze brief vermelden."])
def test_a_notice_goes_on_in_a_line_that_would_be_a_label(rest: str) -> None:
    fields, unexplained = fields_of(f"Bij beantwoording datum, onze referentie en\n{rest}")
    assert [field.name for field in fields] == ["notice"]
    assert unexplained == []


def test_a_notice_ends_with_its_sentence() -> None:
    fields, rest = fields_of("Bij beantwoording de datum\nen ons kenmerk vermelden.\nAfdeling Sloten")
    assert [(field.name, field.text) for field in fields] == [
        ("notice", "Bij beantwoording de datum en ons kenmerk vermelden.")
    ]
    assert rest == ["Afdeling Sloten"]


def test_each_line_is_in_one_place() -> None:
    text = "Afdeling Sloten\nPostbus 99999\n2500 ZZ Den Haag\nDatum\nBetreft\n4 maart 2031\nDiepe sloten\nTot slot"
    fields, rest = fields_of(text)
    read = [line.text for field in fields for line in field.lines]
    assert sorted([*read, *rest]) == sorted(text.split("\n"))


def test_no_lines() -> None:
    assert fields_of("") == ([], [])


def test_a_date_goes_to_a_label_without_a_shape_only_where_no_label_of_a_date_waits() -> None:
    assert values_of("Uw brief van\n4 maart 2031") == {"uw_brief": "4 maart 2031"}
    assert values_of("Datum\nUw brief van\n4 maart 2031") == {"date": "4 maart 2031"}


def test_the_code_of_a_post_office_is_no_part_of_an_address() -> None:
    fields, rest = fields_of("Postbus 99999\nMPC 58B\n2500 ZZ Den Haag")
    assert [field.text for field in fields] == ["Postbus 99999", "2500 ZZ Den Haag"]
    assert rest == ["MPC 58B"]


@pytest.mark.parametrize("ground", ["10.2.e", "5.1.2e", "E 10.2.e", "Wob© fl1"])
def test_what_hides_a_name_is_no_contact(ground: str) -> None:
    assert values_of(f"Behandeld door\n{ground}\nOns kenmerk\nSLT-2031/123") == {"kenmerk": "SLT-2031/123"}


def test_a_subject_that_begins_above_its_label() -> None:
    assert values_of("Datum   4 maart 2031\n        Diepe sloten in\nBetreft\n        het veen")["subject"] == (
        "Diepe sloten in het veen"
    )


def test_what_stands_above_the_label_of_a_whole_subject_is_no_part_of_it() -> None:
    assert values_of("Datum   4 maart 2031\n        Per post\nBetreft\n        Diepe sloten")["subject"] == (
        "Diepe sloten"
    )


def test_a_subject_goes_on_set_in_below_its_value() -> None:
    head = "Datum      4 maart 2031\nBetreft    Diepe sloten\n           Het veen van Veendijk\n\nTot slot"
    assert values_of(head)["subject"] == "Diepe sloten Het veen van Veendijk"


def test_of_two_labels_of_one_type_the_nearest_gets_a_value_that_has_no_shape() -> None:
    fields, _ = fields_of("Datum 4 maart 2031\nBetreft\nInzake\nonderhoud")
    assert [(field.label, field.text) for field in fields if field.name == "subject"] == [
        ("Betreft", ""),
        ("Inzake", "onderhoud"),
    ]


@pytest.mark.parametrize("titles", ["1.\nRapport Sloten 2031\n2.\nRapport Dijken", "Rapport Sloten\nen Dijken"])
def test_titles_below_the_label_of_attachments_explain_themselves(titles: str) -> None:
    fields, rest = fields_of(f"Bijlagen\n{titles}\n\nAfdeling Sloten")
    assert [(field.name, field.text) for field in fields] == [
        ("attachments", ""),
        *(("other", title) for title in titles.splitlines()),
    ]
    assert rest == ["Afdeling Sloten"]


@pytest.mark.parametrize("below", ["Afdeling Sloten\nwww.sloten.nl", "2014\n4"])
def test_what_else_stands_below_the_label_of_attachments(below: str) -> None:
    fields, _ = fields_of(f"Bijlagen\n{below}")
    assert "other" not in [field.name for field in fields]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Betreft Herstel Sloten fase 2", {"subject": "Herstel Sloten fase 2"}),
        (
            "Datum\nBetreft\n\n4 maart 2031\nSlotenbesluit 2031-7",
            {"date": "4 maart 2031", "subject": "Slotenbesluit 2031-7"},
        ),
        ("Onze referentieOnze referentie\nSLT-2031/123", {"kenmerk": "SLT-2031/123"}),
        (
            "Betreft\nAntwoord op uw vraag over sloten en dijken,\nkenmerk 2031-88\n\nOns kenmerk\nSLT-2031/123",
            {"subject": "Antwoord op uw vraag over sloten en dijken, kenmerk 2031-88", "kenmerk": "SLT-2031/123"},
        ),
    ],
)
def test_a_label_goes_before_the_shape_of_its_value(text: str, values: dict[str, str]) -> None:
    assert values_of(text) == values


@pytest.mark.parametrize(
    ("printed", "kenmerk"),
    [
        ("SLT/BSK-\n2031/123", "SLT/BSK-2031/123"),
        ("SLT/\nBSK-2031/123", "SLT/BSK-2031/123"),
        ("SLOTEN-2031.\n118233", "SLOTEN-2031.118233"),
        ("SLT-DYK /\n24519870", "SLT-DYK / 24519870"),
    ],
)
def test_a_reference_is_joined_behind_the_sign_that_cuts_it(printed: str, kenmerk: str) -> None:
    assert values_of(f"Ons kenmerk\n{printed}") == {"kenmerk": kenmerk}


@pytest.mark.parametrize("count", ["2 bijlagen", "1 rapport", "twee stuks"])
def test_how_many_attachments_of_what(count: str) -> None:
    assert values_of(f"Bijlage(n)\n{count}") == values_of(f"Bijlagen {count}") == {"attachments": count}


LONG = "Verdeling van de sloten en dijken over de jaren tot en met 2030"
SENTENCE = "Alleen per e-mail verzonden aan alle boeren op 4 maart 2031"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (f"Datum\nBetreft {LONG}\n\n4 maart 2031\n\nin het Gat", "subject", f"{LONG} in het Gat"),
        (f"Datum\nBetreft {LONG}\n\n4 maart 2031\n\nIn het Gat", "subject", LONG),
        (f"Betreft {LONG}\n\nin het Gat", "subject", f"{LONG} in het Gat"),
        ("Contactpersoon\nsloten-\nloket@sloten.nl", "email", "sloten-loket@sloten.nl"),
        ("Contactpersoon sloten-\nloket@sloten.nl", "email", "sloten-loket@sloten.nl"),
        ("Contactpersoon\nSloten-\nloket@sloten.nl", "email", "loket@sloten.nl"),
        (f"Datum: {SENTENCE}", "date", SENTENCE),
        (f"Datum: {SENTENCE} en daarna", "date", None),
        ("Betr.: Sloten", "subject", "Sloten"),
        ("www.sloten.n!", "website", "www.sloten.n!"),
    ],
)
def test_values_that_are_cut_or_stand_in_a_sentence(text: str, name: str, value: str | None) -> None:
    assert values_of(text).get(name) == value


def test_a_copy_goes_to_the_reader_below_its_label() -> None:
    reader = "De Voorzitter van de Eerste\nKamer der Staten-Generaal\nPostbus 20017\n2500 EA Den Haag"
    assert values_of(f"Afschrift aan\n{reader}")["copy"].startswith("De Voorzitter van de Eerste Kamer")


def test_a_dash_in_a_row_says_that_there_is_no_value() -> None:
    fields, rest = fields_of("Ons kenmerk Uw kenmerk\n- -")
    assert [(field.name, field.text) for field in fields] == []
    assert len(rest) == 2  # nothing shows that the line has cells


def test_the_function_of_a_contact_whose_numbers_are_blacked_out() -> None:
    fields, rest = fields_of("Contact\n\nSluiswachter\n\nT 06\nE")
    assert [(field.name, field.text) for field in fields] == [("contact", "Sluiswachter")]
    assert len(rest) == 2


def test_the_number_of_a_page_far_below_is_no_count() -> None:
    far = lines_of("Bijlage(n)" + "\n" * 30 + "1", margin=True)
    near = lines_of("Bijlage(n)\n\n1", margin=True)
    assert [field.text for field in read_fields(far)[0]] == [""]
    assert [field.text for field in read_fields(near)[0]] == ["1"]


FIRST = "Onderhoud van sloten in het jaar 2031 en het rapport van de Algemene"
SECOND = "Sluiswachter bij het jaarverslag van het Waterfonds"


def test_a_subject_goes_on_beside_the_label_of_the_margin_that_stands_between() -> None:
    text = f"Betreft {FIRST}\nOns kenmerk\n{SECOND}          WTR-2031\nBijlagen\n2030\n4"
    found = {field.name: field.text for field in read_fields(lines_of(text))[0]}
    assert found["subject"] == f"{FIRST} {SECOND} 2030"
    assert (found["kenmerk"], found["attachments"]) == ("WTR-2031", "4")


@pytest.mark.parametrize(
    "below",
    [
        f"Ons kenmerk\nWTR-2031\nBijlagen\n4\n{SECOND}",  # too far below
        f"Ons kenmerk\nWTR-2031\n\n{SECOND}",
        "Ons kenmerk\nWTR-2031\nDirectie Sloten",  # of the margin
        "Datum 3 mei 2031\n4521",
        "Kenmerk WTR-2031\nUw brief van 3 april 2031 over de voortgang van het onderhoud",
        "Ons kenmerk\nDirectoraat-Generaal Waterwegen, Sloten en Andere Natte Zaken",
    ],
)
def test_a_subject_does_not_go_on_in_another_column(below: str) -> None:
    found = {field.name: field.text for field in read_fields(lines_of(f"Betreft {FIRST}\n{below}"))[0]}
    assert found["subject"] == FIRST


def test_a_reference_does_not_go_on_in_another_column() -> None:
    label, value, below = lines_of("Ons kenmerk\nWTR / 2031004\n2030")
    lines = [label._replace(column=80), value._replace(column=80), below._replace(column=12)]
    assert [field.text for field in read_fields(lines)[0]] == ["WTR / 2031004"]


@pytest.mark.parametrize(
    "head",
    [
        "Datum 4 maart 2031\nBetreft {first}\n{second}",
        "Datum\nBetreft\n4 maart 2031\n{first}\n{second}",
        "Datum\nBetreft {first}\n\n4 maart 2031\n\n{second}",
    ],
)
@pytest.mark.parametrize("end", ["Geachte voorzitter,\n\nDe sloot is diep.", "De sloot is diep en wij houden haar zo."])
def test_a_word_that_a_line_end_of_the_subject_cuts_is_whole(head: str, end: str) -> None:
    lines = head.format(
        first="Tweede brief over het onderhoud van de sloten in de Bene-", second="denpolder van Veendijk"
    )
    subject = kamerbrief.parse(f"{lines}\n\n{end}").subject
    assert subject == "Tweede brief over het onderhoud van de sloten in de Benedenpolder van Veendijk"
