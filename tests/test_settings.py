import pytest

from refman.errors import SettingsError
from refman.settings import Settings, declared_settings, load_settings


def test_nothing_set_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.toml", {}) == Settings()
    assert load_settings(None, {}) == Settings()


@pytest.mark.parametrize("file", ["gone.toml", "a-file/settings.toml"])
def test_a_file_that_cannot_be_there_sets_nothing(tmp_path, file):
    (tmp_path / "a-file").touch()
    assert load_settings(tmp_path / file, {}) == Settings()


def test_the_environment_stands_over_the_file(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('[citekeys]\npattern = "{auth}"\n[export]\nprotected_words = ["Bayes"]\n')
    from_file = load_settings(file, {})
    assert from_file.citekeys.pattern == "{auth}"
    assert from_file.export.protected_words == ("Bayes",)
    both = load_settings(
        file,
        {
            "REFMAN_CITEKEYS__PATTERN": "{year}",
            "REFMAN_READING__LIMIT_MB": "12",
            "REFMAN_EXPORT__PROTECTED_WORDS": "Markov, Gauss",
        },
    )
    assert both.citekeys.pattern == "{year}"
    assert both.reading.limit_mb == 12
    assert both.export.protected_words == ("Markov", "Gauss")


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("[citekeys]\ncolour = 'red'\n", "citekeys"),
        ("[weather]\nsun = true\n", None),
        ("citekeys = 1\n", "citekeys"),
        ("[[citekeys]]\n", "citekeys"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path, text, setting):
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match="see 'refman settings'") as caught:
        load_settings(file, {"REFMAN_CITEKEYS__PATTERN": "{year}"})
    assert caught.value.setting == setting


@pytest.mark.parametrize("text", ["[citekeys\n", "a = " + "[" * 5_000])
def test_a_file_that_is_no_toml_is_told(tmp_path, text):
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=r"settings\.toml cannot be read"):
        load_settings(file, {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[reading]\nlimit_mb = 0", "reading.limit_mb takes a whole number from 1 to 4096"),
        ("[reading]\nlimit_mb = 'much'", "reading.limit_mb takes a whole number from 1 to 4096"),
        ("[web]\ncontact = 'nobody'", "web.contact takes an e-mail address, as ada@example.org"),
        ("[web]\nretries = 11", "web.retries takes a whole number from 0 to 10"),
        ("[web]\ncache_days = -1", "web.cache_days takes a number from 0 to 3650"),
        ("[web]\nread_seconds = 0", "web.read_seconds takes a number above 0 and up to 600"),
        ("[web]\noffline = 'perhaps'", "web.offline takes true or false"),
        ("[web]\nallowed_hosts = 'a'", "web.allowed_hosts takes a list of texts"),
        ("[lookup]\nsources = ['dblb']", "lookup.sources takes names of sources, of arxiv, "),
        ("[library]\npath = 3", "library.path takes a text"),
        ("[citekeys]\npattern = ''", "citekeys.pattern takes a pattern, as {auth}{year}{word}"),
        ("[window]\ntheme = 'blue'", "window.theme takes one of system, light, dark"),
        ("[window]\nlanguage = 'German'", "window.language takes a language, as de or de_AT"),
        ("[window.keys]\na = [1]", "window.keys takes a list of keys for each action"),
    ],
)
def test_what_a_setting_takes_is_told(tmp_path, text, told):
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(file, {})
    assert str(caught.value).startswith(f"the setting {told}")
    assert str(caught.value) == f"the setting {caught.value.setting} takes {caught.value.expected}"


def test_every_setting_is_declared_with_its_help_and_can_be_set():
    rows = list(declared_settings(Settings()))
    assert len({row.name for row in rows}) == len(rows) > 40
    for row in rows:
        assert row.help
        assert row.takes
        assert row.value == row.default
        assert row.variable.startswith("REFMAN_") or isinstance(row.default, dict)


def test_sections_may_hold_sections_and_what_is_not_named_stays(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('[sources.arxiv]\nconcurrency = 2\n[sources.dblp]\nkey = "a-key"\n')
    settings = load_settings(
        file,
        {
            "REFMAN_SOURCES__ARXIV__BASE_URL": "http://127.0.0.1:8080/mirror",
            "REFMAN_WEB__OFFLINE": "true",
            "REFMAN_WEB__CONTACT": "someone@example.org",
            "REFMAN_WEB__ALLOWED_HOSTS": "mirror.local, cache.local:81",
        },
    )
    assert settings.sources.arxiv.base_url == "http://127.0.0.1:8080/mirror"
    assert settings.sources.arxiv.concurrency == 2
    assert settings.sources.arxiv.requests_per_second == 0.33
    assert settings.sources.dblp.key == "a-key"
    assert settings.web.offline
    assert settings.web.contact == "someone@example.org"
    assert settings.web.allowed_hosts == ("mirror.local", "cache.local:81")


def test_a_key_is_not_shown(tmp_path):
    settings = load_settings(None, {"REFMAN_SOURCES__CROSSREF__KEY": "dont-tell"})
    assert settings.sources.crossref.key == "dont-tell"
    rows = list(declared_settings(settings))
    assert "dont-tell" not in repr(settings)
    assert "dont-tell" not in repr(rows)
    shown = {row.name: row.value for row in rows}
    assert shown["sources.crossref.key"] == "(set, not shown)"
    assert shown["sources.arxiv.key"] is None


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("[sources]\narxiv = 1\n", "sources.arxiv"),
        ("[sources.oracle]\nkey = 'dont-tell'\n", "sources"),
        ("[sources.arxiv]\nbase_url = 'ftp://a.example'\n", "sources.arxiv.base_url"),
        (
            "[sources.arxiv]\nbase_url = 'https://me:dont-tell@a.example'\n",
            "sources.arxiv.base_url",
        ),
        ("[sources.arxiv]\nrequests_per_second = 0\n", "sources.arxiv.requests_per_second"),
        ("[sources.arxiv]\nkey = ['dont-tell']\n", "sources.arxiv.key"),
        ("[web]\ncontact = 'me\\r\\nX-Key: dont-tell'\n", "web.contact"),
    ],
)
def test_a_wrong_setting_of_the_web_is_named_and_no_key_is_told(tmp_path, text, setting):
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=r"see 'refman settings'| takes an? ") as caught:
        load_settings(file, {"REFMAN_SOURCES__ARXIV__CONCURRENCY": "2"})
    assert caught.value.setting == setting
    assert "dont-tell" not in str(caught.value)
