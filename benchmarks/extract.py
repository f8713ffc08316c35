"""Characters per second of `extract`, text to decisions on one core, beside natasha's own pipeline (segmenter,
morphology, syntax, names) on the same invented texts in the same run; and how the time grows with the length.

    python benchmarks/extract.py [--repeat N] [--longest CHARACTERS]

Processor time is measured, the best of rounds taken in turn, so that other work on the machine weighs little.
"""

from __future__ import annotations

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # before numpy is imported

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from resodoc import extract, read
from resodoc.model import Source

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (*ROOT.glob("samples/*/source.*"), *ROOT.glob("tests/corpus/tuned/docs/*"))
ITEMS_OF_SECTION = 40


def natasha_pipeline() -> Callable[[Source], object]:
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    segmenter, embedding = Segmenter(), NewsEmbedding()
    morph, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def run(source: Source) -> Doc:
        doc = Doc(source.text)
        doc.segment(segmenter)
        doc.tag_morph(morph)
        doc.parse_syntax(syntax)
        doc.tag_ner(names)
        return doc

    return run


def seconds(work: Callable[[Source], object], sources: Sequence[Source]) -> float:
    """Processor time that `work` takes over all sources."""
    start = time.process_time()
    for source in sources:
        work(source)
    return time.process_time() - start


def fastest(
    works: Sequence[Callable[[Source], object]], sources: Sequence[Source], rounds: int
) -> list[float]:
    """The best time of each of `works`, after one source that loads and warms up."""
    for work in works:
        work(sources[0])
    return [
        min(times)
        for times in zip(*([seconds(w, sources) for w in works] for _ in range(rounds)), strict=True)
    ]


HEAD = """\
АДМИНИСТРАЦИЯ ГОРОДА ЗАРЕЧЬЯ
ПОСТАНОВЛЕНИЕ
15 марта 2024 г. № 118
О подготовке города к зиме
В целях подготовки города к зиме администрация города Заречья ПОСТАНОВЛЯЕТ:
"""
ITEMS = (
    "Комитету по благоустройству (Лаптева О.Н.) до 1 сентября 2024 г. проверить не менее 80% тепловых сетей.",
    "Рекомендовать руководителям управляющих компаний совместно с отделом надзора составить планы работ.",
    "Утвердить состав комиссии по приёмке котельных согласно приложению № 1 к настоящему постановлению.",
    "Выделить из резервного фонда 1,2 млн рублей на ремонт теплотрассы по улице Садовой в III квартале 2024 г.",
    "Контроль за исполнением пункта возложить на заместителя главы города Брагина С.В., докладывать ежемесячно.",
)


def grown(length: int) -> Source:
    """A decree of `length` characters or somewhat more, its items numbered by sections: «12.7.»."""
    parts, total = [HEAD], len(HEAD)
    while total < length:
        section, item = divmod(len(parts) - 1, ITEMS_OF_SECTION)
        parts.append(f"{section + 1}.{item + 1}. {ITEMS[len(parts) % len(ITEMS)]}\n")
        total += len(parts[-1])
    return Source("decree.txt", "".join(parts))


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--longest", type=int, default=600_000)
    chosen = arguments.parse_args()

    sources = [read(path) for path in sorted(DOCUMENTS)]
    characters = sum(len(source.text) for source in sources)
    print(f"{len(sources)} documents, {characters:,} characters, best of {chosen.repeat}")
    ours, theirs = fastest([extract, natasha_pipeline()], sources, chosen.repeat)
    print(f"{'resodoc extract':30}{characters / ours:12,.0f} characters/s")
    print(f"{'natasha, full pipeline':30}{characters / theirs:12,.0f} characters/s")
    print(f"{'resodoc / natasha':30}{theirs / ours:12.1f}")

    print("\none document, grown")
    for length in (10_000, 50_000, 200_000, 600_000):
        if length <= chosen.longest:
            source = grown(length)
            speed = len(source.text) / min(seconds(extract, [source]) for _ in range(chosen.repeat))
            print(f"{len(source.text):>10,} characters{speed:18,.0f} characters/s")


if __name__ == "__main__":
    main()
