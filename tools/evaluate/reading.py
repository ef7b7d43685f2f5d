"""Reads annotated articles, Reports and tables of sources; says what is wrong with them and where.

A record (one line of the gold file, one annotator's reading of one article) is
    {"id", "text", "sentences": [[b, e]],
     "paragraphs": [{"tokens": [[b, e]], "labels": ["B-source", "I-source", "O", ...]}],
     "attributions": [{"id", "source": [[b, e]], "cue": [[b, e]], "content": [[b, e]]}]}
and a Report is what docs/report.md describes. All offsets are Unicode code points of the text, the
end exclusive. An id is PUBLISHER_..._ANNOTATOR: all before the last underscore names the article.
"""
import gzip
import json
import subprocess
import time

RECORD_KEYS = ("id", "text", "sentences", "paragraphs", "attributions")


class BadInput(Exception):
    """What a person must mend: the message says what is wrong, where, and what to do."""


def article_of(record_id):
    return record_id.rsplit("_", 1)[0]


def publisher_of(record_id):
    return record_id.split("_", 1)[0]


def open_text(path):
    """A text file in UTF-8, plain or (by its name) gzip."""
    opener = gzip.open if str(path).endswith(".gz") else open
    try:
        return opener(path, "rt", encoding="utf-8")
    except OSError as error:
        raise BadInput(f"cannot read {path}: {error.strerror}") from error


def read_json_lines(lines, where):
    values = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            values.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise BadInput(f"{where}, line {number}: no valid JSON ({error})") from error
    return values


def read_records(path):
    """All records of a gold file, in its order."""
    with open_text(path) as file:
        records = read_json_lines(file, path)
    for number, record in enumerate(records, 1):
        missing = [key for key in RECORD_KEYS if key not in record]
        if missing:
            raise BadInput(f"{path}, record {number}: {', '.join(missing)} missing; "
                           "an annotated article has " + ", ".join(RECORD_KEYS))
        for paragraph in record["paragraphs"]:
            if len(paragraph["tokens"]) != len(paragraph["labels"]):
                raise BadInput(f"{path}, record {record['id']}: a paragraph has "
                               f"{len(paragraph['tokens'])} tokens, but "
                               f"{len(paragraph['labels'])} labels")
    if not records:
        raise BadInput(f"{path}: no records in it")
    return records


def read_reports(path, records):
    """Reports written earlier, one a record and in the records' order."""
    with open_text(path) as file:
        return checked_reports(read_json_lines(file, path), records, path)


def run_engine(command, records):
    """-> (Reports, seconds it took): gives a shell command {"id", "text"} lines, reads Reports."""
    lines = "".join(json.dumps({"id": record["id"], "text": record["text"]}) + "\n"
                    for record in records)
    began = time.perf_counter()
    done = subprocess.run(command, shell=True, input=lines.encode(), capture_output=True,
                          check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip()[-2000:]
        raise BadInput(f"{command}: exit status {done.returncode}\n{last}")
    output = done.stdout.decode().split("\n")
    reports = read_json_lines(output, f"output of {command}")
    return checked_reports(reports, records, command), seconds


def checked_reports(reports, records, where):
    if len(reports) != len(records):
        raise BadInput(f"{where}: {len(reports)} Reports for {len(records)} records")
    for number, (report, record) in enumerate(zip(reports, records), 1):
        if report.get("id") != record["id"]:
            raise BadInput(f"{where}, Report {number}: its id is {report.get('id')}, but record "
                           f"{number} is {record['id']}; they must stand in the same order")
        if "error" in report:
            raise BadInput(f"{where}, Report {number} ({record['id']}): no Report but an error: "
                           f"{report['error'].get('message')}")
        if report.get("offsets", "codepoint") != "codepoint":
            raise BadInput(f"{where}, Report {number}: offsets in {report['offsets']}; "
                           "code points are needed (--offsets codepoint)")
    return reports


def read_sources(path):
    """Who the sources are -> {article: {attribution's id: {"type", "canonical", "title", ...}}}.

    A table with tabs and a head line; the first row of an attribution counts.
    """
    with open_text(path) as file:
        head, *rows = [line.rstrip("\n").split("\t") for line in file]
    missing = {"article", "event", "type", "canonical", "title"} - set(head)
    if missing:
        raise BadInput(f"{path}: its head line lacks {', '.join(sorted(missing))}")
    sources = {}
    for row in rows:
        source = dict(zip(head, row))
        sources.setdefault(source["article"], {}).setdefault(source["event"], source)
    return sources
