"""What a value says is text wherever it stands: it brings no HTML and no Markdown of its own."""

from __future__ import annotations

from dashboard.cards.card import squares, steps
from dashboard.i18n.breaks import JOINER
from dashboard.sentences.marked import marked
from dashboard.views import labels, markup

SENTENCE = marked("In {unit}: <b>{figure}</b>.", unit="<b>x</b>", figure="*71%*")


def test_a_sentence_is_bold_where_its_message_says_so() -> None:
    assert markup.sentence(SENTENCE) == "In &lt;b&gt;x&lt;/b&gt;: <b>*71%*</b>."


def test_bold_closes_between_a_sign_and_a_letter() -> None:
    label = labels.sentence(marked("필요한 방문의 <b>{share}</b>가", share="71%"))
    assert label == "필요한 방문의 **\u206071%\u2060**가"


def test_spaces_around_a_figure_stay() -> None:
    assert labels.sentence(marked("of <b>{n}</b> were", n="5")) == "of **\u20605\u2060** were"


def test_a_paragraph_keeps_its_remarks_and_numbers_whole() -> None:
    assert markup.paragraph("one · two") == "one\u00a0· two"
    assert markup.paragraph("<b>3户") == f"&lt;b&gt;3{JOINER}户"


def test_a_legend_names_the_tones_of_the_style_sheet() -> None:
    key = markup.legend(squares([("<b>On time", "class5"), ("Missed", "category2"), ("Late", "context")]))
    assert key == (
        '<div class="key squares"><span style="--c:var(--class-5)">&lt;b&gt;On time</span>'
        '<span style="--c:var(--category-2)">Missed</span><span style="--c:var(--context)">Late</span></div>'
    )


def test_classes_stand_on_their_own_colours() -> None:
    key = markup.legend(steps(["< 50", "≥ 50%"]))
    assert key.startswith(
        '<div class="key steps"><span style="--c:var(--class-1);--on:var(--class-ink-1)">&lt; 50'
    )
    assert "--c:var(--class-2);--on:var(--class-ink-2)" in key
