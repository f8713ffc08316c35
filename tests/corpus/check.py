"""Check hand-made answers against their documents: `python tests/corpus/check.py [--show] [YAML…]`.

An answer quotes its document (`begins`, `ends`, `contains`, `title_contains`, …) and counts the words between
the quotes, so most slips of the hand show mechanically. `--show` prints each decision as the answer cuts it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))
from texts import flat, norm, read, words

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"

FORM = yaml.safe_load((HERE / "form.yaml").read_text("utf-8"))
KEYS = FORM["keys"]
_RRULE = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[\w,\-]+)*")


def answers() -> list[Path]:
    return sorted(p for folder in HERE.glob("**/*gold") for p in folder.glob("*.yaml"))


def document_of(answer: Path) -> Path:
    """The document that an answer is about: of a sample its folder's `source.*`, else `../docs/<source>`."""
    if answer.parent.name == "samples-gold":
        return next(iter(sorted((SAMPLES / answer.stem).glob("source.*"))), SAMPLES / answer.stem / "source")
    return answer.parent.parent / "docs" / yaml.safe_load(answer.read_text("utf-8"))["source"]


def problems(answer: Path) -> list[str]:
    """Everything that is wrong with an answer, as lines for people; empty when it fits its document."""
    gold = yaml.safe_load(answer.read_text("utf-8"))
    document = document_of(answer)
    if not document.is_file():
        return [f"no document {document}"]
    if Path(gold["source"]).name != document.name:
        return [f"source is {gold['source']}, the document {document.name}"]
    text = flat(read(document), gold.get("noise_lines", []) + gold.get("noise", []))
    whole = norm(read(document))
    return [*_head(gold, whole), *_form(gold), *_quotes(gold, text)]


def _head(gold: dict, text: str) -> Iterator[str]:
    """The document's own fields: closed lists, and words that must stand in the text."""
    head = gold.get("document", {})
    yield from _unknown("answer", gold)
    yield from _unknown("document", head)
    yield from _closed("document", head, "kind", *({"status"} & set(head)))
    for key in ("date", "date_end"):
        if head.get(key) is not None and not isinstance(head[key], date):
            yield f"{key}: {head[key]!r} is no date"
    quoted = [head.get("title_contains"), *gold.get("noise", []), *gold.get("noise_lines", [])]
    quoted += gold.get("agenda_contains", []) + [d["term"] for d in gold.get("definitions", [])]
    yield from (f"not in the document: {q!r}" for q in quoted if q and norm(q) not in text)
    yield from _inflected(gold, text)


def _inflected(gold: dict, text: str) -> Iterator[str]:
    """What an answer gives in the nominative stands in the document in some case: its words' stems are looked for."""
    head = gold.get("document", {})
    names = [head.get("place"), head.get("adopted_by"), *gold.get("people_contain", [])]
    names += [d["expansion"] for d in gold.get("definitions", [])]
    owners = [owner for d in gold["decisions"] for owner in d.get("owners", [])]
    names += [name for owner in owners for name in owner.get("name_any") or [owner.get("name")]]
    for name in dict.fromkeys(filter(None, names)):
        stems = [word[: max(2, len(word) - 3)] for word in re.split(r"[ \-]", " ".join(words(name)))]
        yield from (
            f"not in the document in any case: {stem!r} of {name!r}" for stem in stems if stem not in text
        )


def _form(gold: dict) -> Iterator[str]:
    """The decisions' fields: keys, closed lists, ids, values."""
    ids = [d["id"] for d in gold["decisions"]]
    yield from (f"id twice: {i}" for i in sorted({i for i in ids if ids.count(i) > 1}))
    for d in gold["decisions"]:
        at = f"decision {d['id']}"
        yield from _unknown("decision", d, at)
        yield from _closed(at, d, *({"act", "outcome"} & set(d)))
        if not isinstance(d["id"], str) or not re.fullmatch(r"[\w.\-§]+", d["id"]):
            yield f"{at}: not an id"
        lists = ("verbs", "owners", "deadlines")
        yield from (f"{at}: {key} missing" for key in lists if not isinstance(d.get(key), list))
        yield from (f"{at}: verb {v!r}" for v in d.get("verbs", []) if not re.fullmatch(r"[а-яё\-]+", v))
        yield from (f"{at}: owner {x}" for x in d.get("owners", []) if not _good_owner(x))
        yield from (f"{at}: deadline {x}" for x in d.get("deadlines", []) if not _good_deadline(x))
        yield from (f"{at}: measure {x}" for x in d.get("measures", []) if not _good_measure(x))
        yield from _unknown("vote", d.get("vote", {}), at)


def _unknown(part: str, mapping: dict, at: str = "") -> Iterator[str]:
    yield from (f"{at or part}: unknown key {key}" for key in sorted(set(mapping) - set(KEYS[part])))


def _closed(at: str, mapping: dict, *keys: str) -> Iterator[str]:
    yield from (f"{at}: {key} {mapping.get(key)!r}" for key in keys if mapping.get(key) not in FORM[key])


def _good_owner(owner: dict) -> bool:
    return set(owner) in ({"name", "role"}, {"name_any", "role"}) and owner["role"] in FORM["role"]


def _good_measure(measure: dict) -> bool:
    return set(measure) == {"comparator", "value", "unit"} and measure["comparator"] in FORM["comparator"]


def _good_deadline(deadline: dict) -> bool:
    kind, start, end = deadline.get("kind"), deadline.get("start"), deadline.get("end")
    days = [d for d in (start, end) if d is not None]
    if set(deadline) - set(KEYS["deadline"]) or kind not in FORM["deadline"]:
        return False
    if not all(isinstance(d, date) for d in days) or (len(days) == 2 and start > end):
        return False
    rule = deadline.get("recurrence")
    if rule and not (kind == "recurring" and _RRULE.fullmatch(rule)):
        return False
    dated = {"date": end is not None and start is None, "period": bool(days), "relative": start is None}
    return dated.get(kind, not days)


def _quotes(gold: dict, text: str) -> Iterator[str]:
    for d, cut, _ in cuts(gold, text):
        at = f"decision {d['id']}"
        if cut is None:
            quotes = f"{d.get('begins')!r} … {d.get('ends')!r}"
            yield f"{at}: not found after the decision before it: {quotes}"
        elif "words" in d and len(words(cut)) != d["words"]:
            yield f"{at}: {len(words(cut))} words, not {d['words']}"
        elif norm(d.get("contains", "")) not in cut:
            yield f"{at}: does not contain {d['contains']!r}"
        elif "ends" in d and "words" not in d and "contains" not in d:
            yield f"{at}: words missing ({len(words(cut))})"


def cuts(gold: dict, text: str) -> Iterator[tuple[dict, str | None, str]]:
    """Each decision with its stretch of `text` (None: not found) and what stands before it."""
    at = 0
    for d in gold["decisions"]:
        span = _cut(d, text, at)
        yield d, (text[slice(*span)] if span else None), (text[at : span[0]] if span else "")
        at = span[1] if span else at


def _cut(d: dict, text: str, at: int) -> tuple[int, int] | None:
    """From the first of `begins` after `at` to the `ends` with the right number of words, else the first."""
    wanted = d.get("begins_any") or [d["begins"]]
    begins = [m for b in wanted if (m := re.compile(_whole(b)).search(text, at))]
    if not begins:
        return None
    start = min(m.start() for m in begins)
    first = max(m.end() for m in begins if m.start() == start)
    stops = []
    for end in d.get("ends_any") or ([d["ends"]] if "ends" in d else []):
        # the end may overlap the beginning in a short decision
        stops += [m.end() for m in re.finditer(_whole(end), text) if m.end() >= first and m.start() >= start]
    if not stops:
        reach = text.find(norm(d["contains"]), start) + len(norm(d["contains"])) if "contains" in d else first
        return None if "ends" in d or "ends_any" in d else (start, max(first, reach))
    return start, next((s for s in sorted(stops) if len(words(text[start:s])) == d.get("words")), min(stops))


def _whole(quote: str) -> str:
    return rf"(?<!\w){re.escape(norm(quote))}(?!\w)"


def _show(answer: Path) -> None:
    gold = yaml.safe_load(answer.read_text("utf-8"))
    text = flat(read(document_of(answer)), gold.get("noise_lines", []) + gold.get("noise", []))
    print(f"\n######## {answer.stem}: {gold['document']}")
    for d, cut, before in cuts(gold, text):
        print(f"      {before.strip()}" if len(before) < 400 else f"      {before[:150]} <…> {before[-200:]}")
        print(f"[{d['id']}] {cut}")
        shown = {k: v for k, v in d.items() if k not in ("id", "begins", "ends", "words") and v}
        print(f"      == {len(words(cut or ''))} words, {shown}")


def main(arguments: list[str]) -> int:
    paths = [Path(a) for a in arguments if not a.startswith("-")] or answers()
    if "--show" in arguments:
        for path in paths:
            _show(path)
    wrong = [f"{path.name}: {problem}" for path in paths for problem in problems(path)]
    print("\n".join(wrong) or f"{len(paths)} answers fit their documents")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
