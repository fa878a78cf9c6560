"""The trained tagger as the files that khabar ships: `python export.py --help`.

Writes model.onnx (int8, dynamic, per channel), tokenizer.json and config.json with the files' SHA-256.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from encoder import Encoder
from entities import TAGS, Tagger


def exported(model: Tagger, vocabulary: int, path: Path) -> None:
    """The float model as ONNX with free batch and length."""
    ids = torch.randint(4, vocabulary, (2, 17))
    mask = torch.ones((2, 17))
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "mask", "logits")}
    names = {"input_names": ["ids", "mask"], "output_names": ["logits"]}
    torch.onnx.export(model, (ids, mask), str(path), dynamic_axes=axes, opset_version=17, dynamo=False, **names)


def quantised(source: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    kinds = ["MatMul", "Gather", "Gemm"]
    quantize_dynamic(
        str(source), str(target), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    o = parser.parse_args()
    weights = torch.load(o.weights)
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    vocabulary = weights["encoder.word.weight"].shape[0]
    model = Tagger(Encoder(vocabulary, layers))
    model.load_state_dict(weights)
    model.eval()
    o.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exported(model, vocabulary, Path(folder) / "float.onnx")
        quantised(Path(folder) / "float.onnx", o.out / "model.onnx")
    shutil.copy(o.tokenizer, o.out / "tokenizer.json")
    sums = {name: hashlib.sha256((o.out / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")}
    card = {"format": 1, "tags": TAGS, "sha256": sums}
    (o.out / "config.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
