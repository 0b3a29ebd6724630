from refman.formats.tex_groups import Groups


def comments(*members):
    groups = Groups()
    for path, key in members:
        groups.add(path, key)
    return "".join(groups.comments())


def test_without_collections_there_is_nothing():
    assert comments() == ""


def test_groups_stand_in_a_tree():
    assert comments(("HF Papers", "a"), ("HF Papers/World lamps", "b"), ("X", "a")) == (
        "\n@comment{jabref-meta: groupsversion:3;}\n"
        "\n@comment{jabref-meta: groupstree:\n"
        "0 AllEntriesGroup:;\n"
        "1 ExplicitGroup:HF Papers\\;0\\;a\\;;\n"
        "2 ExplicitGroup:World lamps\\;0\\;b\\;;\n"
        "1 ExplicitGroup:X\\;0\\;a\\;;\n"
        "}\n"
    )


def test_names_are_escaped_for_both_partings():
    assert r"1 ExplicitGroup:a\\\;b\\\\c\;0\;k\;;" in comments((r"a;b\c", "k"))


def test_a_name_cannot_end_the_comment_or_its_line():
    assert "1 ExplicitGroup:｛a b｝\\;0\\;k\\;;\n" in comments(("{a\nb}", "k"))


def test_a_path_is_no_deeper_than_one_digit_can_say():
    text = comments(("/".join("abcdefghijkl"), "k"))
    assert "\n9 ExplicitGroup:i/j/k/l\\;0\\;k\\;;\n" in text
    assert "\n10 " not in text


def test_an_empty_path_is_no_collection():
    assert comments(("", "k"), (" / ", "k")) == ""
