from kgraph import fingerprints


def test_a_fingerprint_is_always_the_same() -> None:
    assert fingerprints.parsing() == fingerprints.parsing()
    assert fingerprints.extraction("words") == fingerprints.extraction("words")
    assert fingerprints.state(["a", ("b", 1)]) == fingerprints.state(["a", ("b", 1)])


def test_an_extraction_depends_on_the_lexicon_and_a_parse_does_not() -> None:
    assert fingerprints.extraction("words") != fingerprints.extraction("other words")
    assert fingerprints.parsing() not in (fingerprints.extraction("words"), fingerprints.state([]))


def test_a_state_tells_all_that_it_is_made_of_and_in_what_parts() -> None:
    assert len({fingerprints.state(parts) for parts in ([], ["ab"], ["a", "b"], ["b", "a"], [("a", "b")])}) == 5
