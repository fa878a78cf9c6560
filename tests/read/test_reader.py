"""Good inputs become documents; bad ones are told by file, place, value and remedy, and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import lzma
from pathlib import Path

import pytest
import zstandard

from graph.model import Document
from graph.read import Fields, Problem, Reader

ARTICLE = "وصل وزير الخارجية إلى مينسك\n\nقالت الوزارة إن الزيارة تستمر يومين.\n"
PAGE = """<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>زيارة إلى مينسك</title>
<meta property="og:site_name" content="مراسلو خبر"><meta property="article:published_time" content="2021-11-09T10:00:00Z">
</head><body><nav>الرئيسية اتصل بنا</nav><article><h1>زيارة إلى مينسك</h1>
<p>وصل وزير الخارجية صباح الثلاثاء إلى مينسك في زيارة تستمر يومين يلتقي خلالها عددا من المسؤولين هناك.</p>
<p>وقالت الوزارة في بيان إن المحادثات ستتناول الأوضاع على الحدود والعلاقات بين البلدين والتعاون الاقتصادي.</p>
</article></body></html>"""


def read(*paths: Path | str, **options: object) -> tuple[list[Document], list[str]]:
    told: list[str] = []

    def tell(problem: Problem) -> None:
        told.append(str(problem))

    reader = Reader(tell, **options)  # type: ignore[arg-type]
    documents = list(reader(map(str, paths)))
    assert (reader.read, reader.failed) == (len(documents), len(told))
    return documents, told


def test_title_is_the_first_line_before_a_blank_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    [document], told = read(tmp_path / "a.txt")
    assert document.title == "وصل وزير الخارجية إلى مينسك"
    assert document.text == ARTICLE
    assert document.language == "ar"
    assert told == []


def test_title_before_paragraphs_joined_with_full_stop_and_comma(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "عنوان قصير\nقالت الوزارة إن الزيارة مهمة., وأضافت أنها تستمر يومين.", encoding="utf-8"
    )
    [document], _ = read(tmp_path / "a.txt")
    assert document.title == "عنوان قصير"


def test_a_single_paragraph_has_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("سطر واحد فقط.", encoding="utf-8")
    [document], _ = read(tmp_path / "a.txt")
    assert document.title is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes((ARTICLE * 3).encode(encoding))
    [document], told = read(tmp_path / "a.txt")
    assert document.text == ARTICLE * 3
    assert told == []


def _zst(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("xz", lzma.compress), ("zst", _zst)])
def test_packed_files(tmp_path: Path, ending: str, pack) -> None:  # type: ignore[no-untyped-def]
    records = [{"id": "a", "text": ARTICLE}, {"id": "b", "text": ARTICLE + "زيادة"}]
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    (tmp_path / f"x.jsonl.{ending}").write_bytes(pack(lines.encode()))
    documents, told = read(tmp_path / f"x.jsonl.{ending}")
    assert [d.key for d in documents] == ["a", "b"]
    assert documents[0].source.endswith(f"x.jsonl.{ending}#a")
    assert told == []


def test_json_lines_fields_and_bad_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    rows = [
        '{"body": "نص أول", "day": "2021-12-07", "lang": "ar"}',
        "{broken",
        '["a list"]',
        '{"other": 1}',
        "",
        '{"body": "نص ثان"}',
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    documents, told = read(path, fields=Fields(text="body", published="day", language="lang"))
    assert [d.text for d in documents] == ["نص أول", "نص ثان"]
    assert documents[0].published == "2021-12-07"
    assert documents[1].source == f"{path}#6"
    assert [f"{path}:{n}" in line for n, line in zip((2, 3, 4), told, strict=True)] == [True] * 3
    assert "--text-field" in told[2]


def test_csv_with_semicolons_and_quotes(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('id;text;published\n1;"نص فيه ; فاصلة\nوسطران";2021-11-09\n2;;2021-11-09\n', encoding="utf-8")
    [document], told = read(path)
    assert (document.key, document.text, document.published) == ("1", "نص فيه ; فاصلة\nوسطران", "2021-11-09")
    assert len(told) == 1
    assert "is empty" in told[0]


def test_html_page(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(PAGE, encoding="utf-8")
    [document], told = read(tmp_path / "x.html")
    assert told == []
    assert "يلتقي خلالها" in document.text
    assert "اتصل بنا" not in document.text
    assert (document.publisher, document.published, document.language) == ("مراسلو خبر", "2021-11-09", "ar")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(ARTICLE.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    [document], _ = read("-")
    assert document.text == ARTICLE


def test_folders_are_read_by_name_and_other_files_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text(f"{ARTICLE} {name}", encoding="utf-8")
    documents, told = read(tmp_path)
    assert [Path(d.source).name for d in documents] == ["a.txt", "b.txt", "c.txt"]
    assert told == []


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    documents, told = read(tmp_path / "bad.txt", tmp_path / "missing.txt", tmp_path / "good.txt")
    assert len(documents) == 1
    assert "binary" in told[0]
    assert "no such file" in told[1]


@pytest.mark.parametrize("text", ["", "\n\n  \n", "\ufeff", "\0\0"])
def test_empty_files(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    documents, [problem] = read(tmp_path / "a.txt")
    assert documents == []
    assert "a.txt" in problem
    assert "empty" in problem or "binary" in problem


def test_broken_utf8_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((ARTICLE * 5).encode() + b"\xff\xfe " + ARTICLE.encode())
    [document], told = read(tmp_path / "a.txt")
    assert document.text.startswith(ARTICLE)
    assert "\ufffd" in document.text
    assert told == []


def test_html_without_text(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<html><body><script>var a=1</script></body></html>", encoding="utf-8")
    documents, [problem] = read(tmp_path / "x.html")
    assert documents == []
    assert "no article text" in problem


def test_duplicate_ids_keep_the_first(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(
        '{"id": "1", "text": "نص"}\n{"id": "1", "text": "نص آخر"}\n{"id": "1", "text": "نص"}\n', encoding="utf-8"
    )
    documents, told = read(path)
    assert [d.text for d in documents] == ["نص"]
    assert "the id stands twice" in told[0]
    assert f"{path}:1" in told[0]
    assert "read before" in told[1]


def test_damaged_archive(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n' * 500)[:-20])
    _, told = read(tmp_path / "x.jsonl.gz")
    assert any("x.jsonl.gz" in line for line in told)


def test_a_date_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(
        '{"text": "نص", "published": "yesterday-ish"}\n{"text": "نص 2", "published": "Dec 7, 2021"}\n', encoding="utf-8"
    )
    [document], [problem] = read(path)
    assert document.published == "2021-12-07T00:00:00"
    assert "yesterday-ish" in problem


def test_unknown_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    _, [problem] = read(tmp_path / "x.pdf")
    assert ".jsonl" in problem
