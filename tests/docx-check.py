"""Opens files that the site made for word processors in programs that are not ours: python-docx and LibreOffice.

    python tests/docx-check.py FOLDER

FOLDER holds pairs of NAME.docx and NAME.txt, with one answer a line that must stand in it. Each file must have real
headings, tables whose first row is repeated, a language, notes at the foot of every page and nothing lost; and
LibreOffice must turn every one of them into a PDF.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

A4 = (11906, 16838)
WIDE = 7


def text_of(document):
    """Every paragraph, those of tables included."""
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            paragraphs += [cell.text for cell in row.cells]
    return " ".join(" ".join(paragraphs).split())


def problems_of(path):
    document = docx.Document(path)
    text = text_of(document)
    for answer in path.with_suffix(".txt").read_text("utf-8").splitlines():
        if " ".join(answer.split()) not in text:
            yield f"“{answer}” is lost"
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    # A letter has no title and no sections.
    is_letter = "letter" in path.name
    if not is_letter and not {"Heading 1", "Heading 2"} <= styles:
        yield f"no headings among its styles {sorted(styles)}"
    if not document.core_properties.title:
        yield "no title"
    if document.core_properties.author:
        yield "it names an author"
    language = document.styles.element.find(".//" + qn("w:lang"))
    if language is None or language.get(qn("w:val")) != "en-GB":
        yield "its language is not British English"
    for table in document.tables:
        head = table.rows[0]._tr.trPr
        if head is None or head.find(qn("w:tblHeader")) is None:
            yield "a table whose first row is not its head"
    sides = []
    for section in document.sections:
        size = (section.page_width.twips, section.page_height.twips)
        sides.append(section.orientation)
        if size != (A4 if section.orientation == WD_ORIENT.PORTRAIT else A4[::-1]):
            yield f"a sheet of {size}"
        foot = " ".join(paragraph.text for paragraph in section.footer.paragraphs)
        if "not an official form" not in foot:
            yield f"the foot says “{foot}”"
    wide = any(len(table.columns) >= WIDE for table in document.tables)
    if (WD_ORIENT.LANDSCAPE in sides) != wide:
        yield f"wide tables: {wide}, sheets: {sides}"


def main():
    folder = Path(sys.argv[1])
    files = sorted(folder.glob("*.docx"))
    problems = [f"{path.name}: {problem}" for path in files for problem in problems_of(path)]
    with tempfile.TemporaryDirectory() as made:
        # A profile of its own: another LibreOffice may be running.
        profile = f"-env:UserInstallation={(Path(made) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", made, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True)
        for path in files:
            pdf = Path(made) / f"{path.stem}.pdf"
            if not pdf.exists() or not pdf.read_bytes().startswith(b"%PDF"):
                problems.append(f"{path.name}: LibreOffice made no PDF of it: {done.stderr.strip()}")
    forms = {path.stem.rsplit("-", 1)[0] for path in files}
    print(f"{len(files)} files of {len(forms)} forms opened")
    if len(forms) < 11:
        problems.append(f"only {len(forms)} forms: {sorted(forms)}")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
