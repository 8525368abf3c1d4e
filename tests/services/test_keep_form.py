from datetime import timedelta

import pytest
from sqlalchemy import text

from procure_desktop.domain.unfinished_form import Typed, UnfinishedForm
from procure_desktop.services.keep_form import (
    forget_form,
    keep_form,
    unfinished_form,
    unfinished_forms,
)
from procure_desktop.services.office import Office
from tests.office_factory import NOW, Clock

TYPED = Typed(("UA-0001", "UA-0002"), {"order-1-size": "3", "limited": True, "year": 2026})


def test_what_was_typed_comes_back_until_it_is_forgotten(preparer: Office) -> None:
    keep_form(preparer, "commitment", Typed((), {}))
    keep_form(preparer, "commitment", TYPED)
    assert unfinished_form(preparer, "commitment") == UnfinishedForm("commitment", TYPED, NOW)
    assert unfinished_form(preparer, "donation") is None
    forget_form(preparer, "commitment")
    assert unfinished_form(preparer, "commitment") is None


def test_each_officer_has_forms_of_their_own(preparer: Office, deputy: Office) -> None:
    keep_form(preparer, "commitment", TYPED)
    assert unfinished_forms(deputy) == ()


def test_the_newest_comes_first(preparer: Office, clock: Clock) -> None:
    keep_form(preparer, "commitment", TYPED)
    clock.moment += timedelta(minutes=1)
    keep_form(preparer, "donation", TYPED)
    assert [one.form for one in unfinished_forms(preparer)] == ["donation", "commitment"]


@pytest.mark.parametrize("content", ["", "[]", '{"subjects": [], "fields": {"a": 1.5}}'])
def test_a_doctored_form_is_left_out(preparer: Office, content: str) -> None:
    keep_form(preparer, "commitment", TYPED)
    with preparer.database.transaction() as tx:
        tx.execute(text("UPDATE unfinished_form SET content = :content"), {"content": content})
    assert unfinished_forms(preparer) == ()
