"""A sentence splitter in the form that argostranslate loads, by rule and not by training (some 2 KB of ONNX).

argostranslate ships none and downloads one at first use; this lets it run offline. A sentence ends at `.`, `!`, `?`
or `…` before a blank. Needs `pip install onnx`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_UNITS = ["<PAD>", "<UNK>", " ", ".", "!", "?", "…"]


def write(path: Path, language: str) -> None:
    """Write the splitter to `path`; inside a package it belongs at `minisbd/<language>.onnx`."""
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    def constant(name: str, value: object, kind: object) -> Any:
        return numpy_helper.from_array(np.array(value, kind), name)

    ends = [0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0]
    blanks = [1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    constants = [
        constant("ends", ends, np.float32), constant("blanks", blanks, np.float32),
        constant("first", [1], np.int64), constant("last", [2**31], np.int64), constant("along", [1], np.int64),
        constant("pad", [0, 0, 0, 1], np.int64), constant("nothing", 0, np.int64), constant("depth", [2], np.int64),
        constant("half", 0.5, np.float32), constant("zero", 0, np.float32), constant("minus", -1, np.float32),
    ]  # fmt: skip
    nodes = [
        helper.make_node("Slice", ["units", "first", "last", "along"], ["shifted"]),
        helper.make_node("Pad", ["shifted", "pad", "nothing"], ["next"]),
        helper.make_node("Gather", ["ends", "units"], ["is_end"]),
        helper.make_node("Gather", ["blanks", "next"], ["is_before_blank"]),
        helper.make_node("Mul", ["is_end", "is_before_blank"], ["cut"]),
        helper.make_node("Mul", ["cut", "zero"], ["zeros"]),
        helper.make_node("Add", ["zeros", "half"], ["inside"]),
        helper.make_node("Add", ["zeros", "minus"], ["never"]),
        *(helper.make_node("Unsqueeze", [name, "depth"], [f"{name}_3d"]) for name in ("inside", "never", "cut")),
        helper.make_node("Concat", ["inside_3d", "never_3d", "cut_3d", "never_3d", "never_3d"], ["pred"], axis=2),
    ]
    inputs = [
        helper.make_tensor_value_info("units", TensorProto.INT64, ["B", "N"]),
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["B", "N", "F"]),
    ]
    output = helper.make_tensor_value_info("pred", TensorProto.FLOAT, ["B", "N", 5])
    graph = helper.make_graph(nodes, "rules", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    config = {
        "skip_newline": False, "max_seqlen": 1000, "no_ssplit": False, "batch_size": 1000,
        "feat_funcs": ["end_of_para"], "use_dictionary": False, "num_dict_feat": 0,
    }  # fmt: skip
    numbers = {unit: number for number, unit in enumerate(_UNITS)}
    vocabulary = {"lang": language, "idx": 0, "cutoff": 0, "lower": False, "_id2unit": _UNITS, "_unit2id": numbers}
    for key, value in (("lang_code", language), ("config", json.dumps(config)), ("vocab", json.dumps(vocabulary))):
        model.metadata_props.add(key=key, value=value)
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
