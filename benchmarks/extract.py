"""Characters per second of `extract`, text to decisions on one core, beside natasha's own pipeline (segmenter,
morphology, syntax, names) on the same invented texts in the same run; and how the time grows with the length.

    python benchmarks/extract.py [--repeat N] [--longest CHARACTERS]
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

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


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


def seconds(work: Callable[[Source], object], sources: Sequence[Source], repeat: int) -> float:
    """The best of `repeat` runs over all sources, after one that loads and warms up."""
    work(sources[0])
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        for source in sources:
            work(source)
        best = min(best, time.perf_counter() - start)
    return best


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
    """A decree of `length` characters or somewhat more."""
    parts, total = [HEAD], len(HEAD)
    while total < length:
        parts.append(f"{len(parts)}. {ITEMS[len(parts) % len(ITEMS)]}\n")
        total += len(parts[-1])
    return Source("decree.txt", "".join(parts))


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--longest", type=int, default=600_000)
    chosen = arguments.parse_args()

    sources = [read(path) for path in sorted(SAMPLES.glob("*/source.*"))]
    characters = sum(len(source.text) for source in sources)
    print(f"{len(sources)} samples, {characters:,} characters, best of {chosen.repeat}")
    ours = characters / seconds(extract, sources, chosen.repeat)
    theirs = characters / seconds(natasha_pipeline(), sources, chosen.repeat)
    print(f"{'resodoc extract':30}{ours:12,.0f} characters/s")
    print(f"{'natasha, full pipeline':30}{theirs:12,.0f} characters/s")
    print(f"{'resodoc / natasha':30}{ours / theirs:12.1f}")

    print("\none document, grown")
    for length in (10_000, 50_000, 200_000, 600_000):
        if length <= chosen.longest:
            source = grown(length)
            speed = len(source.text) / seconds(extract, [source], 1)
            print(f"{len(source.text):>10,} characters{speed:18,.0f} characters/s")


if __name__ == "__main__":
    main()
