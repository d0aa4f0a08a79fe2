import pytest
from spacy.language import Language

from tests.japanese import expected, read, told

CLAUSES = [
    ("米国は2025年6月22日、イランを攻撃した。", "アメリカ合衆国 assault イラン 2025-06-22"),
    ("2022年2月にロシアはウクライナへ侵攻した。", "ロシア assault ウクライナ 2022-02"),
    ("15日未明、イスラエルがレバノンを空爆した。", "イスラエル assault レバノン 2025-10-15"),
    ("インドは15日午後3時ごろ、ケニアと協議した。", "インド negotiation ケニア 2025-10-15"),
    ("1970年代、日本はインドと協定に署名した。", "日本 agreement インド"),
    (
        "ロシアは2014年にクリミアを併合し、2022年にウクライナに侵攻した。",
        "ロシア coercion クリミア半島 2014; ロシア assault ウクライナ 2022",
    ),
    (
        "日本は3日にケニアと会談し、インドとも協議した。",
        "日本 negotiation ケニア 2025-10-03; 日本 negotiation インド 2025-10-03",
    ),
    ("EUは15日、2022年2月に侵攻したロシアに追加制裁を科した。", "欧州連合 sanction ロシア 2025-10-15"),
    (
        "15日、ウクライナを攻撃したロシアを米国が非難した。",
        "ロシア assault ウクライナ; アメリカ合衆国 accusation ロシア 2025-10-15",
    ),
    (
        "日本は15日、インドと会談したと発表した。",
        "日本 negotiation インド 2025-10-15",
    ),
    (
        "イランは「米国が3日に合意を破った」と5日に非難した。",
        "イラン accusation アメリカ合衆国 2025-10-05; アメリカ合衆国 rejection イラン 2025-10-03",
    ),
    ("日本がインドと協議したのは6月22日だった。", "日本 negotiation インド 2025-06-22"),
    ("3月から5月まで、韓国はタイと協議した。", "韓国 negotiation タイ 2025-03"),
    (
        "日本は15日、ロシアが3日にウクライナを攻撃し、港を壊したことを受け、ロシアを非難した。",
        "ロシア assault ウクライナ 2025-10-03; 日本 accusation ロシア 2025-10-15",
    ),
    (
        "日本は15日、3日から韓国を訪問中のインドのモディ首相と会談した。",
        "日本 negotiation ナレンドラ・モディ 2025-10-15",
    ),
    ("ロシアとウクライナの関係はここ1週間で悪化した。", "ロシア rivalry ウクライナ 2025-10"),
]


@pytest.mark.parametrize(("text", "statements"), CLAUSES)
def test_a_date_governs_its_own_clause_and_those_that_go_on_from_it(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "昨年10月のロシアによるモルドバ攻撃を、EUは5日に非難した。",
            "ロシア assault モルドバ 2024-10; 欧州連合 accusation ロシア 2025-10-05",
        ),
        ("日本とインドは昨年10月の会談で合意した。", "日本 agreement インド 2024-10"),
        ("日本とインドは9月の国連総会に合わせて会談した。", "日本 negotiation インド 2025-09"),
        ("日本は15日に開かれた会合で、インドと合意した。", "日本 agreement インド 2025-10-15"),
        ("日本は15日に開かれた会議(サミット)の場で、インドと合意した。", "日本 agreement インド 2025-10-15"),
        ("2001年の政権発足以来、日本とインドは合意した。", "日本 agreement インド"),
        ("日本は2021年に建てた工場で、インドと合意した。", "日本 agreement インド"),
    ],
)
def test_a_date_may_stand_with_a_noun_and_pass_on_to_the_clause_it_happens_in(
    nlp: Language, text: str, statements: str
) -> None:
    assert expected(statements) <= told(read(nlp, text))


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("米国はイランの基地を攻撃した(6月22日)。", "アメリカ合衆国 assault イラン 2025-06-22"),
        ("日印首脳会談(6月22日)が開かれた。", "日本 negotiation インド 2025-06-22"),
        ("モディ首相(2014年就任)は中国を批判した。", "ナレンドラ・モディ accusation 中国"),
    ],
)
def test_a_date_in_brackets_belongs_to_the_word_before_it(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("▽3日 イスラエルがシリアを空爆", "イスラエル assault シリア 2025-10-03"),
        ("2025年1月: 日本がイランと条約に署名", "日本 agreement イラン 2025-01"),
        (
            "■8月3日\n・イスラエルがレバノンを空爆\n・イランがイスラエルを非難\n■8月5日\n・米国がイランを攻撃",
            "イスラエル assault レバノン 2025-08-03; イラン accusation イスラエル 2025-08-03;"
            "アメリカ合衆国 assault イラン 2025-08-05",
        ),
        (
            "▽15日10時 イスラエルがシリアを空爆\n▽昼 イランがイスラエルを非難",
            "イスラエル assault シリア 2025-10-15; イラン accusation イスラエル 2025-10-15",
        ),
        (
            "・15日 日本がインドと会談\n・同日 韓国がタイと会談",
            "日本 negotiation インド 2025-10-15; 韓国 negotiation タイ 2025-10-15",
        ),
    ],
)
def test_a_date_heads_a_line_or_the_lines_below_it(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("2024年8月に雨が降った。ロシアはウクライナを攻撃した。", "ロシア assault ウクライナ 2024-08"),
        ("15日に雨が降った。風も吹いた。ロシアはウクライナを攻撃した。", "ロシア assault ウクライナ 2025-10-15"),
        ("8月に雨が降った。風も吹いた。ロシアはウクライナを攻撃した。", "ロシア assault ウクライナ"),
        ("15日に雨が降った。ロシアはウクライナを攻撃していた。", "ロシア assault ウクライナ 2025-10-15"),
        ("15日に雨が降った。その後、ロシアはウクライナを攻撃した。", "ロシア assault ウクライナ"),
        ("2024年8月に雨が降った。ロシアはウクライナを攻撃する方針だ。", "ロシア assault ウクライナ planned"),
        ("15日に雨が降った。\nロシアはウクライナを攻撃した。", "ロシア assault ウクライナ"),
        ("15日に雨が降った。\nさらに、ロシアはウクライナを攻撃した。", "ロシア assault ウクライナ 2025-10-15"),
        ("15日に雨が降った。韓国はNATOに加盟した。", "韓国 membership 北大西洋条約機構"),
        ("雨が降ったのは15日のことだった。ロシアはウクライナを攻撃した。", "ロシア assault ウクライナ 2025-10-15"),
        (
            "15日に雨が降った。ロシアはウクライナへの支援を拒んだ。",
            "ロシア rejection ウクライナ 2025-10-15; ロシア aid ウクライナ negated 2025-10-15",
        ),
        ("15日に雨が降った。ロシアは中国を支援する考えを示した。", "ロシア aid 中国 planned 2025-10-15"),
        ("15日に雨が降った。ロシアは中国を支援する。", "ロシア aid 中国"),
        (
            "15日に雨が降った。インドを訪れた韓国の李在明大統領は、ロシアを非難した。",
            "李在明 negotiation インド; 李在明 accusation ロシア 2025-10-15",
        ),
        (
            "15日に雨が降った。\nロシアは、タイが同日公表した声明をめぐり、韓国を非難した。",
            "ロシア accusation 韓国 2025-10-15",
        ),
        (
            "ロシアは2023年3月、フィンランドを脅した。翌月、フィンランドはNATOに加盟した。",
            "ロシア threat フィンランド 2023-03; フィンランド membership 北大西洋条約機構 2023-04",
        ),
    ],
)
def test_what_has_happened_takes_the_date_that_the_text_goes_on_about(
    nlp: Language, text: str, statements: str
) -> None:
    assert told(read(nlp, text)) == expected(statements)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("30日に雨が降った。\nロシアはウクライナを攻撃した。", "ロシア assault ウクライナ 2025-10-30"),
        (
            "30日に雨が降った。\n韓国は2019年にタイと合意した。\nロシアはウクライナを攻撃した。",
            "韓国 agreement タイ 2019; ロシア assault ウクライナ 2025-10-30",
        ),
        (
            "30日に雨が降った。\n韓国は2019年にタイと合意した。\nロシアはウクライナを攻撃している。",
            "韓国 agreement タイ 2019; ロシア assault ウクライナ",
        ),
    ],
)
def test_the_day_before_the_article_is_what_it_goes_on_about_from_paragraph_to_paragraph(
    nlp: Language, text: str, statements: str
) -> None:
    assert told(read(nlp, text)) == expected(statements)


@pytest.mark.parametrize(("day", "date"), [("30日", " 2025-10-30"), ("12日", "")])
def test_a_headline_takes_the_news_day_of_the_lead_whatever_its_words(nlp: Language, day: str, date: str) -> None:
    text = f"日本、ロシアを非難\n高市早苗首相は{day}、東京で談話を読み上げた。"
    assert told(read(nlp, text)) == {f"日本 accusation ロシア{date}"}


def test_a_headline_takes_the_day_of_the_lead_that_says_the_same(nlp: Language) -> None:
    text = "日本とインドが会談\n日本の高市早苗首相は12日、インドのモディ首相と会談した。"
    meetings = [one for one in read(nlp, text)._.statements if one.type == "negotiation"]
    assert meetings[0].start < text.index("\n") < meetings[-1].start
    assert {one.date for one in meetings} == {"2025-10-12"}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("米国は来月、インドと会談する。", "アメリカ合衆国 negotiation インド planned 2025-11"),
        ("米国は12月4日にインドを訪れる。", "アメリカ合衆国 negotiation インド planned 2025-12-04"),
        ("日本は10日、ウクライナに車両を供与すると発表した。", "日本 aid ウクライナ planned 2025-10-10"),
        ("日本は10日、来月にウクライナを支援すると発表した。", "日本 aid ウクライナ planned 2025-11"),
        ("日本は11月1日、インドと会談した。", "日本 negotiation インド 2025-11-01"),
    ],
)
def test_a_plan_takes_the_date_planned_not_that_of_planning(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)
