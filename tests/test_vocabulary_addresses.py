"""Addresses and numbers of a letterhead by their shape."""

import pytest
import regex

from kamerbrief.vocabulary import addresses, phrase_table, words


def matches(pattern: regex.Pattern[str], text: str) -> bool:
    return pattern.match(text) is not None


@pytest.mark.parametrize(
    ("text", "code", "city"),
    [
        ("2500eadenhaag", "2500ea", "denhaag"),
        ("1000AADijkstad", "1000AA", "Dijkstad"),
        ("1000AA’s-Dijk", "1000AA", "’s-Dijk"),
        ("1000aadijkstad(nederland)", "1000aa", "dijkstad"),
    ],
)
def test_postcode(text: str, code: str, city: str) -> None:
    match = addresses.POSTCODE.match(text)
    assert match is not None
    assert (match["code"], match["city"]) == (code, city)


@pytest.mark.parametrize(
    "text", ["1000aa", "1000dijkstad1", "100aadijkstad", "1000aad", "1000aa12345", "x1000aadijkstad"]
)
def test_no_postcode(text: str) -> None:
    assert not matches(addresses.POSTCODE, text)


@pytest.mark.parametrize(
    ("text", "number"), [("postbus99999", "99999"), ("postbus12", "12"), ("postbus123456", "123456")]
)
def test_postbox(text: str, number: str) -> None:
    match = addresses.POSTBOX.match(text)
    assert match is not None
    assert match["number"] == number


@pytest.mark.parametrize("text", ["postbus", "postbus1234567", "postbus99999dijkstad", "bus99999"])
def test_no_postbox(text: str) -> None:
    assert not matches(addresses.POSTBOX, text)


@pytest.mark.parametrize(
    "text",
    ["Dijkweg 1", "Lange Dijkweg 147", "Dijkweg 1A", "Dijkweg 1 a", "Dijkweg 1-3", "Dijkweg 1 – 3", "Ds. Dijkweg 4"],
)
def test_street(text: str) -> None:
    assert matches(addresses.STREET, text)


@pytest.mark.parametrize(
    "text", ["Dijkweg", "dijkweg 1", "Dijkweg 12345", "Mei 2024", "Besluit 1999", "Dijkweg 1 bis", "Dijkweg1", "D 1"]
)
def test_no_street(text: str) -> None:
    assert not matches(addresses.STREET, text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "www.voorbeeld.nl",
            "www.voorbeeld.nl/dijk",
            "voorbeeld.nl",
            "https://www.voorbeeld.nl",
            "http://voorbeeld.nl/a-b",
        ),
        *("www.voorbeeld.n1", "www.voorbeeld.nI", "wwwvoorbeeld.nl", "www.voorbeeld.com", "www.voorbeeld.org/x?y=1"),
    ],
)
def test_website(text: str) -> None:
    assert matches(addresses.WEBSITE, text)


@pytest.mark.parametrize(
    "text", ["voorbeeld.com", "www.voorbeeld", "een dijk.nl", "a@voorbeeld.nl", "voorbeeld.nl.", ""]
)
def test_no_website(text: str) -> None:
    assert not matches(addresses.WEBSITE, text)


@pytest.mark.parametrize("text", ["a.voorbeeld@voorbeeld.nl", "a+b@c-d.voorbeeld.org", "a_b@voorbeeld.eu"])
def test_email(text: str) -> None:
    assert matches(addresses.EMAIL, text)


@pytest.mark.parametrize(
    "text", ["voorbeeld.nl", "@voorbeeld.nl", "a@voorbeeld", "a@voorbeeld.n", "a b@voorbeeld.nl", "a@b.nl c"]
)
def test_no_email(text: str) -> None:
    assert not matches(addresses.EMAIL, text)


@pytest.mark.parametrize(
    "text",
    [
        *("070 000 00 00", "+31 70 000 0000", "(070) 000 00 00", "070-0000000", "0700–0000", "00000000"),
        "070 000 00 00 (algemeen)",
    ],
)
def test_phone(text: str) -> None:
    assert matches(addresses.PHONE, text)


@pytest.mark.parametrize(
    "text", ["0000000", "070 000 00 00 x", "T 070 000 00 00", "070.000.00.00", "070 000 00 00 (2)", ""]
)
def test_no_phone(text: str) -> None:
    assert not matches(addresses.PHONE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("000000000000", True),
        ("0000 0000 0000 0000 0000", True),
        ("00000000000", False),
        ("000000000000x", False),
        ("0000  0000  0000", False),
    ],
)
def test_many_digits(text: str, expected: bool) -> None:  # noqa: FBT001
    assert matches(addresses.MANY_DIGITS, text) is expected


@pytest.mark.parametrize(("letter", "kind"), sorted(phrase_table()["phone_letters"].items()))
def test_every_letter_before_a_number(letter: str, kind: str) -> None:
    assert addresses.shape_of(f"{letter} 070 000 00 00") == kind
    assert addresses.is_phone_letter(letter)
    assert not addresses.is_phone_letter(f"{letter}{letter}")


@pytest.mark.parametrize("country", sorted(words("countries")))
def test_every_country(country: str) -> None:
    assert addresses.without_country(f"Dijkweg 1, 1000 AA Dijkstad, {country.upper()}") == "Dijkweg 1, 1000 AA Dijkstad"
    assert addresses.without_country(f"{country} 1, Dijkstad") == f"{country} 1, Dijkstad"


@pytest.mark.parametrize("ending", sorted(words("street_endings")))
def test_a_street_without_a_blank(ending: str) -> None:
    assert addresses.shape_of(f"Molen{ending}12a") == "street"
    assert addresses.shape_of(f"Molen{ending}en12") is None


@pytest.mark.parametrize("site", sorted(words("social_sites")))
def test_every_social_site(site: str) -> None:
    assert addresses.is_social(f"www.{site}.com/dijk")
    assert not addresses.is_social(f"www.dijk.nl/{site}")


@pytest.mark.parametrize("name", [*sorted(words("no_units")), "per e-mail", "min-van-dijken", "1000 AA", "AB12345"])
def test_no_unit(name: str) -> None:
    assert addresses.is_part_of_address(name)
    assert not addresses.is_part_of_address(f"Directie {name} en Dijken")


@pytest.mark.parametrize("text", ["Dijkweg 1", "Postbus 99999", "1000 AA Dijkstad", "Dijkweg 12, 1000 AA Dijkstad"])
def test_address(text: str) -> None:
    assert addresses.is_address(text)


@pytest.mark.parametrize("text", ["De dijk van 1953", "Dijkweg", "070 000 00 00", ""])
def test_no_address(text: str) -> None:
    assert not addresses.is_address(text)


@pytest.mark.parametrize("code", sorted(words("web_codes")))
def test_a_hyphen_stands_before_a_code(code: str) -> None:
    address = f"https://open.overheid.nl/documenten/{code}0a1b2c3d4e5f/pdf"
    assert address[addresses.lost_in_path(address, 25, len(address)) :] == "0a1b2c3d4e5f/pdf"
    assert not addresses.lost_in_path(address.replace(code, f"{code}-"), 25, len(address))


@pytest.mark.parametrize("at", [8, 13, 18, 23])
def test_a_uuid_of_which_a_hyphen_was_lost(at: int) -> None:
    address = "https://www.sloten.nl/0a1b2c3d-4e5f-4071-8293-92a4b5c6d7e8"
    begin = address.index("0a1b") + at
    assert address[begin] == "-"
    lost = address[:begin] + address[begin + 1 :]
    assert addresses.lost_in_path(lost, 22, len(lost)) == begin
    assert not addresses.lost_in_path(address, 22, len(address))
