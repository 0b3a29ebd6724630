import pytest

from refman.errors import OutputError, SettingsError
from refman.preferences import set_values
from refman.settings import Secret, Settings, load_settings


def test_a_file_that_is_not_there_is_made_for_its_owner_only(tmp_path):
    file = tmp_path / "deep" / "settings.toml"
    settings = set_values(
        file, {"web.contact": "ada@example.org", "sources.arxiv.key": Secret("k")}
    )
    assert settings.web.contact == "ada@example.org"
    assert settings == load_settings(file, {})
    assert str.__str__(settings.sources.arxiv.key or "") == "k"
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_what_is_not_set_stays_as_it_is(tmp_path):
    file = tmp_path / "settings.toml"
    text = '# mine\n[web]\ncontact = "ada@example.org"  # work\n\n[citekeys]\npattern = "{auth}"\n'
    file.write_text(text)
    set_values(file, {"web.offline": True, "export.protected_words": ("Bayes", "Gauss")})
    after = file.read_text()
    assert after.startswith('# mine\n[web]\ncontact = "ada@example.org"  # work\n')
    assert "offline = true" in after
    assert 'protected_words = ["Bayes", "Gauss"]' in after
    set_values(
        file, {"web.offline": None, "export.protected_words": None, "reading.limit_mb": None}
    )
    assert load_settings(file, {}).web.offline is False
    assert load_settings(file, {}).citekeys.pattern == "{auth}"


def test_a_table_of_keys_can_be_set(tmp_path):
    file = tmp_path / "settings.toml"
    keys = {"file.paste": ("Ctrl+P",), "edit.undo": ()}
    assert set_values(file, {"window.keys": keys}).window.keys == keys
    assert set_values(file, {"window.keys": None}) == Settings()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"weather.sun": 1}, "there is no setting weather.sun"),
        ({"reading.limit_mb": 0}, "reading.limit_mb takes a whole number"),
        ({"web.contact": "nobody"}, "web.contact takes an e-mail address"),
        ({"citekeys.pattern": "{nothing}"}, "knows no part {nothing}"),
        ({"citekeys.pattern": "{auth"}, "cannot be read"),
        ({"window.watched_folder": "/no/such/folder"}, "there is no folder /no/such/folder"),
        ({"window.watched_folder": "tests"}, "there is no folder tests"),
        ({"window.watched_folder": "~nobodyxx"}, "there is no folder ~nobodyxx"),
        ({"window.language": "fr"}, "does not speak fr; it speaks de, en"),
    ],
)
def test_a_wrong_value_changes_nothing(tmp_path, values, told):
    file = tmp_path / "settings.toml"
    file.write_text("# mine\n")
    with pytest.raises(SettingsError, match=told):
        set_values(file, values)
    assert file.read_text() == "# mine\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_was_of_use_when_it_was_set_hinders_no_other_change(tmp_path):
    file, folder = tmp_path / "settings.toml", tmp_path / "folder"
    folder.mkdir()
    values = {"window.watched_folder": str(folder), "citekeys.pattern": "{auth}"}
    settings = set_values(file, values | {"window.language": "de_AT"})
    assert (settings.window.watched_folder, settings.window.language) == (str(folder), "de_AT")
    folder.rmdir()
    assert set_values(file, {"web.offline": True}).web.offline
    assert set_values(file, dict.fromkeys(values)).window.watched_folder is None


def test_a_file_that_is_no_toml_is_not_written_over(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("[web\n")
    with pytest.raises(SettingsError, match="cannot be read"):
        set_values(file, {"web.offline": True})
    assert file.read_text() == "[web\n"


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "a-file").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        set_values(tmp_path / "a-file" / "settings.toml", {"web.offline": True})
