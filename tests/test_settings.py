import pytest

from refman.errors import SettingsError
from refman.settings import Settings, declared_settings, load_settings


def test_nothing_set_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.toml", {}) == Settings()
    assert load_settings(None, {}) == Settings()


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
        ("[reading]\nlimit_mb = 0\n", "reading.limit_mb"),
        ("[reading]\nlimit_mb = 'much'\n", "reading.limit_mb"),
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


def test_every_setting_is_declared_with_its_help_and_can_be_set():
    rows = list(declared_settings(Settings()))
    assert len(rows) == 3
    for row in rows:
        assert row.help
        assert row.value == row.default
        assert row.variable.startswith("REFMAN_")
