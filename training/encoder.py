"""The encoder: multilingual-e5-small, a BERT of 12 layers, as a small torch module over a pruned vocabulary."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

HIDDEN, HEADS, INNER, POSITIONS = 384, 12, 1536, 512


class Layer(nn.Module):
    """Post-norm self-attention and feed-forward."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attended_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = MaskDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            mixed = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + bias, -1) @ v
        else:
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.permute(0, 2, 1, 3).reshape(batch, length, HIDDEN)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class MaskDropout(nn.Module):
    """Dropout from one precomputed mask read at a random offset: drawing fresh ones is slow on a CPU."""

    _masks: dict[float, Tensor] = {}

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        size = x.numel()
        mask = self._masks.get(self.rate)
        if mask is None or mask.numel() < 2 * size + 1:
            mask = (torch.rand(2 * size + 4_000_037) >= self.rate).to(x.dtype) / (1 - self.rate)
            self._masks[self.rate] = mask
        offset = int(torch.randint(0, mask.numel() - size, (1,)))
        return x * mask[offset : offset + size].view(x.shape)


class Encoder(nn.Module):
    """Piece ids and a mask in, one vector of 384 a piece out."""

    def __init__(self, vocabulary: int, layers: int = 12, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = MaskDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.dropout(self.norm(self.word(ids) + self.position.weight[: ids.shape[1]]))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def from_e5(weights: dict[str, Tensor], keep: list[int], layers: int = 12) -> Encoder:
    """The encoder with the pre-trained weights of the pieces in `keep` and of the first `layers` layers."""
    encoder = Encoder(len(keep), layers)
    with torch.no_grad():
        encoder.word.weight.copy_(weights["embeddings.word_embeddings.weight"][torch.tensor(keep)])
        types = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.position.weight.copy_(weights["embeddings.position_embeddings.weight"] + types)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for index, layer in enumerate(encoder.layers):
            _copy_layer(layer, weights, f"encoder.layer.{index}")
    return encoder


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).copy_(weights[f"{name}.{part}"])


def _copy_layer(layer: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        three = [weights[f"{name}.attention.self.{which}.{part}"] for which in ("query", "key", "value")]
        getattr(layer.qkv, part).copy_(torch.cat(three))
    _copy(layer.attended, weights, f"{name}.attention.output.dense")
    _copy(layer.attended_norm, weights, f"{name}.attention.output.LayerNorm")
    _copy(layer.inner, weights, f"{name}.intermediate.dense")
    _copy(layer.outer, weights, f"{name}.output.dense")
    _copy(layer.outer_norm, weights, f"{name}.output.LayerNorm")
