"""Gradient-boosted trees on the matrices of `npm run export-features`, by scikit-learn: a check from outside.

usage: gradient_boosted_trees.py TRAIN.csv TEST.csv
"""
import sys

import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupShuffleSplit

OUTCOMES = ["y_next24h", "y_by48h", "y_by7d"]
NOT_INPUTS = ["patient", "followed_hours", "end", *OUTCOMES]


def main(train_file: str, test_file: str) -> None:
    train, test = pd.read_csv(train_file), pd.read_csv(test_file)
    # What has no age has an empty column of it, which the binning of some versions refuses.
    inputs = [name for name in train.columns if name not in NOT_INPUTS and train[name].nunique() > 1]
    print(f"{train.patient.nunique()} patients to learn from, {test.patient.nunique()} to judge, {len(inputs)} inputs")
    outcome = "y_next24h"
    known = train[train[outcome].notna() & (train.hour > 0)]
    split = GroupShuffleSplit(n_splits=1, test_size=0.15, random_state=7)
    fit, validate = next(split.split(known, groups=known.patient))
    # The number of trees is chosen on patients of their own, as the network's epochs are.
    best = None
    for leaves in (7, 15, 31):
        for rate in (0.03, 0.08):
            model = HistGradientBoostingClassifier(
                learning_rate=rate, max_leaf_nodes=leaves, max_iter=250, l2_regularization=5.0,
                min_samples_leaf=50, random_state=7, early_stopping=False,
            )
            part = known.iloc[fit]
            model.fit(part[inputs], part[outcome])
            rest = known.iloc[validate]
            for n, p in enumerate(model.staged_predict_proba(rest[inputs]), start=1):
                if n % 25:
                    continue
                auc = roc_auc_score(rest[outcome], p[:, 1])
                if best is None or auc > best[0]:
                    best = (auc, leaves, rate, n)
    _, leaves, rate, n = best
    print(f"chosen: {n} trees of {leaves} leaves, learning rate {rate}")
    model = HistGradientBoostingClassifier(
        learning_rate=rate, max_leaf_nodes=leaves, max_iter=n, l2_regularization=5.0,
        min_samples_leaf=50, random_state=7, early_stopping=False,
    ).fit(known[inputs], known[outcome])
    judged = test[test[outcome].notna() & (test.hour > 0)]
    p = model.predict_proba(judged[inputs])[:, 1]
    for hour, rows in judged.assign(p=p).groupby("hour"):
        print(f"{hour:>4} h  n {len(rows):>5}  END {int(rows[outcome].sum()):>4}  AUC {roc_auc_score(rows[outcome], rows.p):.3f}")
    print(f" all    n {len(judged):>5}  END {int(judged[outcome].sum()):>4}  AUC {roc_auc_score(judged[outcome], p):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
