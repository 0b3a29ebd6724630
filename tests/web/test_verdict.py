import datetime as dt

import pytest

from refman.web import Expects, Request
from refman.web.client import FaultError, Kind, Raw
from refman.web.verdict import Blame, Problem, problem_of

NOW = dt.datetime(2031, 5, 4, 3, 2, 1, tzinfo=dt.UTC)


def problem(expects=Expects.ANYTHING, status=200, body=b"", head=False, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request("https://a.example", expects=expects, head=head)
    return problem_of(request, Raw(status, named, body, "https://a.example"), NOW)


@pytest.mark.parametrize(
    ("expects", "body"),
    [
        (Expects.JSON, b'{"a": 1}'),
        (Expects.JSON, b"\xef\xbb\xbf \r\n[1]"),
        (Expects.JSON, b"null"),
        (Expects.JSON, b"-1"),
        (Expects.XML, b"<feed/>"),
        (Expects.XML, b'\xef\xbb\xbf\n<?xml version="1.0"?>\n<!-- html -->\n<feed>'),
        (Expects.XML, b"\xff\xfe<\x00a\x00/\x00>\x00"),
        (Expects.XML, b"<htmlish/>"),
        (Expects.ANYTHING, b"<!doctype html>"),
        (Expects.ANYTHING, b""),
    ],
)
def test_what_fits(expects, body):
    assert problem(expects, body=body) is None


@pytest.mark.parametrize(
    ("expects", "body"),
    [
        (Expects.JSON, b"<!DOCTYPE html><p>Are you a robot?"),
        (Expects.JSON, b"Resource not found."),
        (Expects.JSON, b"\x1f\x8b"),
        (Expects.XML, b"<!DOCTYPE HTML PUBLIC '-//W3C'><p>"),
        (Expects.XML, b"\n<html lang='en'>"),
        (Expects.XML, b'<?xml version="1.0"?><!DOCTYPE html>'),
        (Expects.XML, b"<!-- made by hand --><html>"),
        (Expects.XML, b"Rate exceeded."),
        (Expects.XML, b'{"error": 1}'),
    ],
)
def test_what_does_not_fit_is_the_sources_fault_and_will_not_pass(expects, body):
    found = problem(expects, body=body)
    assert found.blame is Blame.SOURCE
    assert not found.may_pass
    assert f"where {expects.value} is due" in found.why


@pytest.mark.parametrize("body", [b"", b" \r\n"])
def test_nothing_where_something_is_due_may_pass(body):
    found = problem(Expects.JSON, body=body)
    assert (found.blame, found.may_pass) == (Blame.SOURCE, True)


@pytest.mark.parametrize("status", [301, 304, 400, 401, 403, 404, 410])
def test_what_a_service_says_of_a_question_is_an_answer(status):
    assert problem(Expects.JSON, status, b"Resource not found.") is None


def test_an_answer_without_a_body_is_not_judged_by_it():
    assert problem(Expects.JSON, head=True) is None


@pytest.mark.parametrize(
    ("status", "headers", "words"),
    [
        (429, {}, "is asked too much (429)"),
        (503, {"retry_after": "30"}, "is asked too much (503), for another 30 seconds"),
        (429, {"retry_after": "600"}, "is asked too much (429), for another 10 minutes"),
        (429, {"retry_after": "57539"}, "is asked too much (429), for another 16 hours"),
        (429, {"retry_after": "864000"}, "is asked too much (429), for another 10 days"),
        (429, {"retry_after": "0"}, "is asked too much (429), for another 0 seconds"),
    ],
)
def test_refusals(status, headers, words):
    found = problem(Expects.JSON, status, b"<html>", **headers)
    assert (found.why, found.blame, found.is_refusal) == (words, Blame.SOURCE, True)


@pytest.mark.parametrize("status", [408, 500, 502, 504])
def test_faults_of_the_service_may_be_of_the_one_question(status):
    found = problem(Expects.JSON, status)
    assert (found.blame, found.may_pass, found.is_refusal) == (Blame.PERHAPS, True, False)


@pytest.mark.parametrize(
    ("kind", "blame", "may_pass"),
    [
        (Kind.ADDRESS, Blame.NOTHING, False),
        (Kind.CERTIFICATE, Blame.SOURCE, False),
        (Kind.SILENT, Blame.SOURCE, True),
        (Kind.UNUSABLE, Blame.NOTHING, False),
    ],
)
def test_faults(kind, blame, may_pass):
    found = Problem.of_fault(FaultError(kind, "why"))
    assert (found.why, found.blame, found.may_pass) == ("why", blame, may_pass)
