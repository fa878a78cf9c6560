"""Fine-tune the encoder for entities: `python entities.py --help`.

AdamW with linear warm-up and decay, batches of 32 sentences of like length, spelling noise drawn anew each epoch,
decoding by Viterbi within IOB2. Seeded; the last tenth of ANERcorp and half of UNER EWT are held back.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import Counter
from pathlib import Path

import numpy
import torch
from corpora import Sentence, anercorp, annotated_articles, fane, universal_ner
from encoder import HIDDEN, Encoder, from_e5
from noise import noisy, plain
from tokenizers import Tokenizer
from torch import Tensor, nn

TAGS = ["O", *(f"{mark}-{kind}" for kind in ("PER", "LOC", "ORG") for mark in "BI")]
_INDEX = {tag: index for index, tag in enumerate(TAGS)}
_LONGEST = 126
_FORBIDDEN = -1e4
Chunk = tuple[int, list[int], list[tuple[int, int]]]  # sentence, piece ids, (word, position of its first piece)


class Tagger(nn.Module):
    """The encoder with one linear head."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(HIDDEN, len(TAGS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.head(self.encoder.dropout(self.encoder(ids, mask)))


def chunks(sentences: list[Sentence], tokenizer: Tokenizer) -> list[Chunk]:
    """Sentences as piece ids, cut at word boundaries into stretches of at most 126 pieces."""
    made: list[Chunk] = []
    for number, sentence in enumerate(sentences):
        ids: list[int] = []
        firsts: list[tuple[int, int]] = []
        for index, (word, _) in enumerate(sentence):
            pieces = tokenizer.encode(plain(word), add_special_tokens=False).ids[:_LONGEST]
            if len(ids) + len(pieces) > _LONGEST:
                made.append((number, [0, *ids, 2], firsts))
                ids, firsts = [], []
            if pieces:
                firsts.append((index, len(ids) + 1))
                ids += pieces
        if firsts:
            made.append((number, [0, *ids, 2], firsts))
    return made


def padded(batch: list[Chunk]) -> tuple[Tensor, Tensor]:
    length = max(len(ids) for _, ids, _ in batch)
    ids = torch.ones((len(batch), length), dtype=torch.long)
    mask = torch.zeros((len(batch), length))
    for row, (_, pieces, _) in enumerate(batch):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        mask[row, : len(pieces)] = 1
    return ids, mask


_MOVES = numpy.array([[_FORBIDDEN if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in TAGS] for a in TAGS])
_START = numpy.array([_FORBIDDEN if tag[0] == "I" else 0.0 for tag in TAGS])


def viterbi(scores: numpy.ndarray) -> list[int]:
    """The best tag sequence within IOB2 for log scores of shape (words, tags)."""
    best, back = scores[0] + _START, []
    for row in scores[1:]:
        paths = best[:, None] + _MOVES
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


@torch.no_grad()
def predict(model: nn.Module, sentences: list[Sentence], tokenizer: Tokenizer) -> list[list[str]]:
    """The tags of each word."""
    model.eval()
    tags = [["O"] * len(sentence) for sentence in sentences]
    made = sorted(chunks(sentences, tokenizer), key=lambda chunk: len(chunk[1]))
    for start in range(0, len(made), 64):
        batch = made[start : start + 64]
        scores = torch.log_softmax(model(*padded(batch)).float(), -1).numpy()
        for (number, _, firsts), row in zip(batch, scores, strict=True):
            path = viterbi(row[[position for _, position in firsts]])
            for (word, _), tag in zip(firsts, path, strict=True):
                tags[number][word] = TAGS[tag]
    return tags


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """The entities of an IOB2 sequence as (first, last, kind)."""
    found: set[tuple[int, int, str]] = set()
    start = -1
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != "I-" + tags[start][2:]:
            found.add((start, index, tags[start][2:]))
            start = -1
        if tag[0] == "B":
            start = index
    return found


def scores(gold: list[Sentence], found: list[list[str]]) -> dict[str, float]:
    """Strict F1 in per cent, over all kinds and by kind."""
    hits, system, wanted = Counter[str](), Counter[str](), Counter[str]()
    for sentence, tags in zip(gold, found, strict=True):
        theirs, mine = spans([tag for _, tag in sentence]), spans(tags)
        for counter, items in ((hits, theirs & mine), (system, mine), (wanted, theirs)):
            for _, _, kind in items:
                counter[kind] += 1
                counter["all"] += 1
    return {
        kind: round(200 * hits[kind] / max(1, system[kind] + wanted[kind]), 2) for kind in ("all", "PER", "LOC", "ORG")
    }


def optimiser(model: Tagger, rate: float, head_rate: float, decay: float) -> torch.optim.Optimizer:
    """AdamW with lower rates for lower layers."""
    depth = len(model.encoder.layers)
    groups = []
    for name, weight in model.named_parameters():
        height = int(name.split(".")[2]) + 1 if name.startswith("encoder.layers.") else 0
        own = head_rate if name.startswith("head") else rate * decay ** (depth - height)
        groups.append({"params": [weight], "lr": own, "weight_decay": 0.01 if weight.dim() > 1 else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def batches(made: list[Chunk], size: int, rng: random.Random) -> list[list[Chunk]]:
    """Shuffled batches of chunks of like length."""
    order = made[:]
    rng.shuffle(order)
    result: list[list[Chunk]] = []
    for start in range(0, len(order), size * 20):
        pool = sorted(order[start : start + size * 20], key=lambda chunk: len(chunk[1]))
        result += [pool[k : k + size] for k in range(0, len(pool), size)]
    rng.shuffle(result)
    return result


def train(
    model: Tagger,
    sentences: list[Sentence],
    tests: dict[str, list[Sentence]],
    tokenizer: Tokenizer,
    o: argparse.Namespace,
) -> None:
    rng = random.Random(o.seed)
    optimizer = optimiser(model, o.rate, o.head_rate, o.decay)
    base = [group["lr"] for group in optimizer.param_groups]
    total = math.ceil(len(chunks(sentences, tokenizer)) / o.batch) * o.epochs
    step = 0
    for epoch in range(1, o.epochs + 1):
        began, loss_sum = time.time(), 0.0
        drawn = noisy(sentences, 0.3, rng)
        model.train()
        for batch in batches(chunks(drawn, tokenizer), o.batch, rng):
            ids, mask = padded(batch)
            wanted = torch.full(ids.shape, -100)
            for row, (number, _, firsts) in enumerate(batch):
                for word, position in firsts:
                    wanted[row, position] = _INDEX[drawn[number][word][1]]
            loss = nn.functional.cross_entropy(model(ids, mask).view(-1, len(TAGS)), wanted.view(-1))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            warm = min(1.0, (step + 1) / (0.1 * total)) * min(1.0, max(0.0, (total - step) / (0.9 * total)))
            for group, rate in zip(optimizer.param_groups, base, strict=True):
                group["lr"] = rate * warm
            optimizer.step()
            step, loss_sum = step + 1, loss_sum + float(loss)
            if step % 50 == 0:
                print(f"step {step}/{total} loss {loss_sum / 50:.4f} {time.time() - began:.0f} s", flush=True)
                loss_sum = 0.0
        torch.save(model.state_dict(), o.out)
        found = {name: scores(test, predict(model, test, tokenizer)) for name, test in tests.items()}
        print(f"epoch {epoch} {time.time() - began:.0f} s {json.dumps(found)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--encoder", type=Path, required=True, help="weights of multilingual-e5-small (torch state dict)"
    )
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder with tokenizer.json and keep.json")
    parser.add_argument("--ner", type=Path, required=True, help="folder of the entity corpora")
    parser.add_argument("--articles", type=Path, help="folder of annotated articles")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument(
        "--decay", type=float, default=0.95, help="factor of the learning rate from a layer to the one below"
    )
    parser.add_argument("--wiki", type=int, default=4000, help="how many WikiFANE sentences")
    parser.add_argument("--seed", type=int, default=1)
    o = parser.parse_args()
    torch.manual_seed(o.seed)
    aner = anercorp(o.ner / "anercorp" / "train.bio.txt")
    held = len(aner) * 9 // 10
    ewt = universal_ner(o.ner / "uner_english" / "en_ewt-ud-dev.iob2") + universal_ner(
        o.ner / "uner_english" / "en_ewt-ud-test.iob2"
    )
    wiki = fane(o.ner / "wikifane" / "wikifane_fine.bio.tsv")
    random.Random(o.seed).shuffle(wiki)
    articles = annotated_articles(o.articles) if o.articles else []
    pud = universal_ner(o.ner / "uner_english" / "en_pud-ud-test.iob2")
    sentences = aner[:held] + ewt[0::2] + pud + wiki[: o.wiki] + articles
    tests = {"ANERcorp, last tenth": aner[held:], "UNER EWT, held back": ewt[1::2]}
    tokenizer = Tokenizer.from_file(str(o.tokenizer / "tokenizer.json"))
    model = Tagger(from_e5(torch.load(o.encoder), json.loads((o.tokenizer / "keep.json").read_text()), o.layers))
    print(len(sentences), "sentences,", sum(map(len, sentences)), "words,", len(articles), "from articles", flush=True)
    train(model, sentences, tests, tokenizer, o)


if __name__ == "__main__":
    main()
