from kgraph.labelling import titled


def test_a_label_ends_with_when_and_where() -> None:
    assert titled("日仏首脳会談", "2025-05-12", "パリ") == "日仏首脳会談(2025年5月12日、パリ)"
    assert titled("日仏首脳会談", "2025-05", None) == "日仏首脳会談(2025年5月)"
    assert titled("日仏首脳会談", None, None) == "日仏首脳会談"


def test_what_a_label_said_before_of_when_and_where_is_replaced() -> None:
    assert titled("日仏首脳会談(2025年5月)", "2025-05-12", "パリ") == "日仏首脳会談(2025年5月12日、パリ)"
    assert titled("日仏首脳会談(2025年5月)", None, None) == "日仏首脳会談"
