"""Which files of a folder are saved pages."""

from news.importing.files import find_files


def write(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_a_folder_gives_its_pages_in_order_and_each_once(tmp_path):
    write(tmp_path, "b/2.TXT", "b/1.htm", "a.html", "c", "d.xhtml", "photo.jpg", "e.css")
    write(tmp_path, ".hidden.html", ".git/page.html")

    found = [
        file.relative_to(tmp_path).as_posix() for file in find_files([tmp_path, tmp_path / "c"])
    ]

    assert found == ["a.html", "c", "d.xhtml", "b/1.htm", "b/2.TXT"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    write(tmp_path, "pages/a.html", "secret/b.html")
    pages = tmp_path / "pages"
    (pages / "out.html").symlink_to(tmp_path / "secret/b.html")
    (pages / "folder").symlink_to(tmp_path / "secret")
    (pages / "round").symlink_to(pages)

    assert list(find_files([pages])) == [pages / "a.html"]


def test_a_named_file_is_given_whatever_it_is(tmp_path):
    write(tmp_path, "photo.jpg")

    named = [tmp_path / "photo.jpg", tmp_path / "missing.html"]

    assert list(find_files(named)) == named
