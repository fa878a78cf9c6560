"""The command `khabar`: words in, words out; every decision is made elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from graph import __version__
from graph.errors import KhabarError

_USAGE, _SOME_FAILED = 2, 1


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KhabarError as error:
            click.echo(f"khabar: {error}", err=True)
            sys.exit(_USAGE)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="khabar")
def main() -> None:
    """khabar: who says and does what to whom, from Arabic and English news.

    \b
    Example:
        khabar build articles/ -o output/
    """


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the results.",
)
@click.option("--language", default="", metavar="TAG", help="Language of all documents (ar, en); else it is detected.")
@click.option(
    "--actors",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of further actors' tables.",
)
@click.option("--title", default=None, help="Title of the page.")
@click.option("--text-field", default="text", show_default=True, help="Field of a record that holds its text.")
@click.option("--id-field", default="id", show_default=True, help="Field that holds its id.")
@click.option("--title-field", default="title", show_default=True, help="Field that holds its title.")
@click.option("--published-field", default="published", show_default=True, help="Field that holds its date.")
@click.option("--url-field", default="url", show_default=True, help="Field that holds its address.")
@click.option("--publisher-field", default="publisher", show_default=True, help="Field that holds its outlet.")
@click.option("--language-field", default="language", show_default=True, help="Field that holds its language.")
def build(
    paths: tuple[str, ...], output: Path, language: str, folders: tuple[Path, ...], title: str | None, **names: str
) -> None:
    """Build the graph of articles: text, HTML, CSV, JSON Lines, folders, or - for standard input.

    \b
    Example:
        khabar build articles/ more.jsonl.gz -o output/
        cat article.txt | khabar build - -o output/
    """
    from graph.pipeline import build_folder
    from graph.progress import progress
    from graph.read import Fields, Reader

    fields = Fields(**{name.removesuffix("_field"): value for name, value in names.items()})
    reader = Reader(lambda problem: click.echo(f"khabar: {problem}", err=True), fields, language)
    with progress("articles") as tick:
        kg = build_folder(tick(reader(paths)), output, folders=folders, title=title)
    click.echo(
        f"{reader.read} articles read, {reader.failed} failed: {len(kg.entities)} entities, {len(kg)} statements in {output}/"
    )
    sys.exit(_SOME_FAILED if reader.failed else 0)


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("output"))
@click.option("--top", default=10, show_default=True, help="How many actors and pairs to show.")
@click.option(
    "--language", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the names."
)
def stats(folder: Path, top: int, language: str) -> None:
    """Count what a build holds: documents, entities, statements, top actors and pairs, coverage.

    \b
    Example:
        khabar stats output/ --top 20
    """
    from graph.store.folder import load
    from graph.summary import summary

    for line in summary(load(folder), top, language):
        click.echo(line)


@main.command()
@click.argument("what")
@click.option(
    "--in",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The build to look in.",
)
def explain(what: str, folder: Path) -> None:
    """Tell how a statement came about, or why a sentence yields none.

    WHAT is a statement's id (or IRI) of a build, or a sentence of your own.

    \b
    Example:
        khabar explain 3f2a9c41d07be856 --in output/
        khabar explain "نفى الكرملين أن تكون روسيا تخطط لغزو أوكرانيا"
    """
    from graph.explain import explain_sentence, explain_statement, is_statement_id
    from graph.store.folder import load

    lines = explain_statement(load(folder), what) if is_statement_id(what) else explain_sentence(what)
    for line in lines:
        click.echo(line)


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("output"))
def validate(folder: Path) -> None:
    """Check a build: every offset and quote reads back, ids meet, the RDF parses and fits its shapes.

    \b
    Example:
        khabar validate output/
    """
    from graph.validate import validate as problems_of

    problems = list(problems_of(folder))
    for problem in problems:
        click.echo(f"khabar: {problem}", err=True)
    click.echo(f"{folder}: {len(problems)} problems" if problems else f"{folder}: all of it holds")
    sys.exit(_SOME_FAILED if problems else 0)


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--errors", is_flag=True, help="List what was missed and what was made up.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(gold: tuple[Path, ...], errors: bool, as_json: bool) -> None:
    """Measure khabar on annotated articles: GOLD are .json files (their texts as .txt beside them) or folders.

    \b
    Example:
        khabar evaluate my-gold/ --errors
    """
    from graph.evaluate import evaluate_files, report

    for line in report(evaluate_files(gold), errors=errors, as_json=as_json):
        click.echo(line)


if __name__ == "__main__":
    main()
