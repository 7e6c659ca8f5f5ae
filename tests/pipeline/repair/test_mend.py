"""Words mended in sentences of our own, damaged as an English OCR damages them; what must never change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.repair import WordList, load_words, repair_text
from pipeline.repair.channel import LOST, Channel, changes_of
from pipeline.repair.keys import key_of
from pipeline.repair.mend import Mender
from pipeline.repair.pieces import may_change, pieces_of
from pipeline.repair.regions import english_lines, sound_lines

WORDS = load_words(())


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Styrelsen beslutar att avsla ansokan fran foreningen.", "Styrelsen beslutar att avslå ansökan från föreningen."),
        ("Arets resultat ar battre an budget.", "Årets resultat är bättre än budget."),
        ("Kommunen beviljade ett 1an for bygget.", "Kommunen beviljade ett lån för bygget."),
        ("En 6versiktlig plan f6r omradet.", "En översiktlig plan för området."),
        ("Verksambheten fortsatter som tidigare.", "Verksamheten fortsätter som tidigare."),
        ("Ledaméterna gér en bedémning av drendet.", "Ledamöterna gör en bedömning av ärendet."),
        ("Arbetsféormedlingen dr en fristdende part.", "Arbetsförmedlingen är en fristående part."),
        ("ARSREDOVISNING FOR FORBUNDET", "ÅRSREDOVISNING FÖR FÖRBUNDET"),
        ("Intdkter/Kostnader (dven rantor)", "Intäkter/Kostnader (även räntor)"),
    ],
)
def test_damaged_sentences_are_mended(read: str, right: str) -> None:
    assert repair_text(read, WORDS) == right


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("medel for ar 2024 fordelas", "medel för år 2024 fördelas"),
        ("de som far stod av kommunen", "de som får stöd av kommunen"),
        ("Bilen stod pa gatan hela natten.", "Bilen stod på gatan hela natten."),
    ],
)
def test_neighbours_decide_between_words(read: str, right: str) -> None:
    assert repair_text(read, WORDS) == right


def test_compounds_in_no_list_are_mended_by_their_parts() -> None:
    assert WORDS.log_share("ägarsamrådsmöte") is None
    assert repair_text("Ett dgarsamradsmote 6ppnades i mars.", WORDS) == "Ett ägarsamrådsmöte öppnades i mars."


def test_a_word_broken_over_a_line_end_is_mended_in_both_halves() -> None:
    read = "Vi redogér for forvalt-\nningsberattelsen och arets resultat."
    assert repair_text(read, WORDS) == "Vi redogör för förvalt-\nningsberättelsen och årets resultat."


@pytest.mark.parametrize(
    "token",
    [
        "2024-06-14",
        "4",
        "46",
        "1 104",
        "KS2024/0146",
        "222000-2063",
        "§ 51",
        "A4",
        "E4",
        "14,6",
        "SKR",
        "SamCoach",
        "a.o@forening.se",
    ],
)
def test_numbers_registry_numbers_acronyms_and_addresses_are_left_alone(token: str) -> None:
    text = f"Arendet ({token}) gar till namnden for atgard."
    assert f"({token})" in repair_text(text, WORDS)


def test_unknown_names_are_kept_and_own_words_are_used() -> None:
    read = "Moétet leddes av Orvarsson fran Tjappmarken."
    assert "Orvarsson" in repair_text(read, WORDS)
    own = load_words(("Örvarsson", "Tjäppmarken"))
    assert repair_text(read, own) == "Mötet leddes av Örvarsson från Tjäppmarken."


NAMES = "Dorte Marten\nMarten Gunter\nRenee Brünhild\nKaren Bergstrom\nHeimar Andersen\nGunther Merten"


def test_names_without_any_other_sign_of_loss_are_left_alone() -> None:
    assert repair_text(NAMES, WORDS) == NAMES


def test_names_are_given_their_dots_where_the_text_lost_them_but_no_other_letters() -> None:
    read = "Ledaméterna gér en bedémning av drendet och beslutar att avsla ansékan.\nIngrid Bergstrom\nGunter Brünhild\nKar1sson"
    assert repair_text(read, WORDS).split("\n")[1:] == ["Ingrid Bergström", "Gunter Brünhild", "Karlsson"]


def test_a_long_list_of_swedish_names_that_lost_their_dots_tells_it_by_itself() -> None:
    right = "Åsa Bergström\nBjörn Nyström\nGöran Hedström\nSören Lindström\nMårten Sjöberg\nJörgen Malmström\nErik Björkman"
    read = right.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    assert repair_text(read, WORDS) == right


def test_english_is_left_alone() -> None:
    text = "This is the report for the year and it has an annex.\nThe marks are set by the board for all of the members."
    assert repair_text(text, WORDS) == text
    assert english_lines([line.split() for line in text.split("\n")]) == {0, 1}


def test_sound_swedish_stays_as_it_is_even_when_repair_is_forced() -> None:
    text = (
        "För året redovisas ett överskott. Det här är bättre än väntat, och mötet gick bra. Hallen står kvar, planen ligger fast."
    )
    assert repair_text(text, WORDS) == text


def test_the_documents_own_mix_of_confusions_is_learnt() -> None:
    lines = [
        line.split() for line in ["fér att géra férbundet stérre", "bér féra férslag", "méte om stéd", "sjélv férst hégst"] * 3
    ]
    mender = Mender(WORDS)
    mender.mend(lines)
    learnt = mender._channel.table["ö"]
    assert learnt["é"] > learnt["o"]
    assert LOST["ö"]["é"] < LOST["ö"]["o"]


def test_alignment_tells_what_was_read_as_what() -> None:
    aligned = Channel().align("funktionsféormdga", "funktionsförmåga")
    assert aligned is not None
    assert changes_of(aligned[1]) == [("ö", "éo"), ("å", "d")]
    assert Channel().align("hund", "katt") is None


@pytest.mark.parametrize(
    ("read", "right"), [("1an", "lån"), ("féor", "för"), ("Verksambhet", "Verksamhet"), ("fristdende", "fristående")]
)
def test_a_misread_word_has_the_key_of_the_right_one(read: str, right: str) -> None:
    assert key_of(read) == key_of(right)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="0123456789 .,-–()/%§:", max_size=12), min_size=1, max_size=6))
def test_tokens_without_letters_never_change(tokens: list[str]) -> None:
    text = "Arets kostnader ar hoga " + " ".join(tokens) + " for namnden"
    mended = repair_text(text, WORDS)
    kept = [token for token in text.split() if not any(letter.isalpha() for letter in token)]
    assert [token for token in mended.split() if not any(letter.isalpha() for letter in token)] == kept


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="adeéiou146lmnrstfkp ÅåÄäÖö-.,\n", max_size=80))
def test_lines_and_blanks_never_change(text: str) -> None:
    mended = repair_text(text, WORDS)
    assert [len(line.split()) for line in mended.split("\n")] == [len(line.split()) for line in text.split("\n")]
    assert repair_text(text, WORDS) == mended


@pytest.mark.parametrize(
    ("read", "answer"), [("2024", False), ("SamCoach", False), ("KS", False), ("K5", False), ("6ver", True), ("for", True)]
)
def test_what_may_change(read: str, answer: bool) -> None:  # noqa: FBT001  # a table of cases
    assert may_change(read) is answer


def test_pieces_know_names_and_sentence_ends() -> None:
    pieces = pieces_of([["Motet", "leddes", "av", "Asa", "Ek.", "Sedan", "kom"]])
    assert [(piece.read, piece.capital) for piece in pieces if piece.read[0].isupper()] == [
        ("Motet", "none"),
        ("Asa", "run"),
        ("Ek", "run"),
        ("Sedan", "none"),
    ]


def test_the_lexicon_is_not_read_before_it_is_asked() -> None:
    words = WordList(("Tjäppmarken",))
    assert "_sources" not in vars(words)
    assert words.knows("Tjäppmarken")
    assert "_sources" in vars(words)


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Stod ges i form av lds- och skrivtraning.", "Stöd ges i form av läs- och skrivträning."),
        ("Malgrupps- och behovsanalys ar gjord.", "Målgrupps- och behovsanalys är gjord."),
        ("Moten/foreldsning/-ar holls pa varen.", "Möten/föreläsning/-ar hölls på våren."),
        ("Balanskravsresultatet ar battre an i fjol.", "Balanskravsresultatet är bättre än i fjol."),
    ],
)
def test_parts_of_words_beside_a_hyphen_are_parts(read: str, right: str) -> None:
    assert repair_text(read, WORDS) == right


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Avgifterna ligger p& samma niva som i fjol.", "Avgifterna ligger på samma nivå som i fjol."),
        ("MedelstilldeIning sker varje ar.", "Medelstilldelning sker varje år."),
        ("Budgetawikelsen ar storre an vantat.", "Budgetavvikelsen är större än väntat."),
        ("Regler giillande for alla.", "Regler gällande för alla."),
        ("Kommunen arbetar med R&D i H&M-huset.", "Kommunen arbetar med R&D i H&M-huset."),
    ],
)
def test_rarer_confusions_are_undone_in_known_words(read: str, right: str) -> None:
    assert repair_text(read, WORDS) == right


def test_a_text_that_is_english_all_through_has_no_swedish_line() -> None:
    text = "The board has to do it for the members.\nThat is the rule of the house and not for any of us to be on.\ninstall: for"
    assert english_lines([line.split() for line in text.split("\n")]) == {0, 1, 2}


def test_lines_among_sound_ones_are_left_alone() -> None:
    sound = ["Förbundet får stöd för åtgärder på området och når därför målen i år"] * 6
    damaged = ["Forbundet far stod for atgarder pa omradet och nar darfor malen i ar"] * 12
    lines = [line.split() for line in [*sound, *damaged]]
    kept = sound_lines(lines)
    assert set(range(5)) <= kept
    assert not kept & set(range(10, 18))


def test_a_sound_list_of_names_is_left_alone_however_names_are_spelt() -> None:
    names = ["Åke Bergstrom", "Märta Åberg", "Jan Aberg", "Östen Sjödin", "Asa Malmström", "Håkan Lindén"] * 6
    assert repair_text("\n".join(names), WORDS) == "\n".join(names)
