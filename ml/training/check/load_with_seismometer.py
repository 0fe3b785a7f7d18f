"""Loads what `npm run export-seismometer` wrote with seismometer itself, and draws its views: a check from outside.

usage: load_with_seismometer.py FOLDER     (pip install seismometer)
"""
import logging
import os
import sys

import matplotlib

matplotlib.use("Agg")

import numpy as np
import pandas as pd
import seismometer as sm
from seismometer.api import plots, templates
from sklearn.metrics import roc_auc_score

KEYS = ["patient_id", "encounter_id"]


class Kept(logging.Handler):
    """What seismometer warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def end_within_24h(predictions: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """By the two tables alone: what seismometer has to find, too."""
    end = events[events.type == "END"][[*KEYS, "event_time"]]
    ahead = predictions.merge(end, on=KEYS, how="left")
    hours = (ahead.event_time - ahead.predict_time) / pd.Timedelta(hours=1)
    return hours.between(0, 24).astype(float)


def main(folder: str) -> int:
    # Its paths are relative to where it is started, as a notebook beside its configuration is.
    os.chdir(folder)
    kept = Kept()
    logging.getLogger("seismometer").addHandler(kept)
    sm.run_startup(config_path=".", output_path=os.environ.get("OUT", "outputs"), reset=True)
    found = sm.Seismogram()
    print(f"seismometer {sm.__version__}, pandas {pd.__version__}, Python {sys.version.split()[0]}")
    print(f"{found.modelname}, thresholds {found.thresholds}")
    print(f"{found.prediction_count} forecasts of {found.entity_count} patients, {found.start_time:%Y-%m-%d} to {found.end_time:%Y-%m-%d}")
    print("events merged:", ", ".join(name for name in found.config.events if f"{name}_Value" in found.dataframe))
    print("cohorts:", "; ".join(f"{name} ({len(found.available_cohort_groups[name])})" for name in found.cohort_cols))
    print("warnings:", "; ".join(kept.lines) or "none")

    predictions = pd.read_parquet("data/predictions.parquet")
    ours = predictions.assign(y=end_within_24h(predictions, pd.read_parquet("data/events.parquet")))
    both = found.dataframe.merge(ours[[*KEYS, "predict_time", "y"]], on=[*KEYS, "predict_time"])
    different = int((both[found.target] != both.y).sum()) + abs(len(both) - len(predictions))
    auc = roc_auc_score(found.dataframe[found.target], found.dataframe[found.output])
    print(f"END within 24 h after {int(both.y.sum())} forecasts; {different} labelled otherwise than by the tables; AUC {auc:.4f}")

    age, levels = "Age", tuple(found.available_cohort_groups["Age"][:2])
    views = {
        "summary": templates.show_info,
        "cohort summaries": lambda: templates.show_cohort_summaries(True, True),
        "performance": lambda: plots.plot_model_evaluation({}, found.target, found.output, found.thresholds, per_context=True),
        "performance by cohort": lambda: plots.plot_cohort_evaluation(age, levels, found.target, found.output, found.thresholds),
        "lead time": lambda: plots.plot_cohort_lead_time(age, levels, found.target_event, found.output, found.thresholds[0]),
        "scores beside another": lambda: plots.plot_model_score_comparison({}, found.target, tuple(found.output_list[::2]), per_context=True),
    }
    if len(found.config.interventions) > 0 and len(found.config.outcomes) > 0:
        views["intervention and outcome"] = plots.plot_trend_intervention_outcome
    failed = 0
    for name, draw in views.items():
        try:
            drawn = len(draw().data) > 0
        except Exception as problem:  # Whatever it is: the view does not come.
            print(f"view {name}: {type(problem).__name__}: {problem}")
            drawn = False
        failed += not drawn
    print(f"{len(views) - failed} of {len(views)} views drawn: {', '.join(views)}")
    return 1 if different or failed or not np.isfinite(auc) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
