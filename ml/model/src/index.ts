export type { ModelManifest, ModelThresholds, ScoreInput, ScoreOutput } from './risk-model.ts';
export { loadRiskModel, DOCUMENT_FILE, WEIGHTS_FILE } from './load-model.ts';
export { LoadedRiskModel, forecast } from './loaded-risk-model.ts';
export {
  ArtefactError,
  packArtefact,
  packedChecksum,
  unpackArtefact,
  weightCount,
} from './model-artefact.ts';
export type {
  Artefact,
  ArtefactConfig,
  ArtefactProblem,
  NetworkConfig,
  Provenance,
} from './model-artefact.ts';
export { Network } from './network.ts';
export type { Matrix } from './network.ts';
export { readReference, REFERENCE_FILE, REFERENCE_HOUR } from './reference.ts';
export type { FeatureReference, ModelReference } from './reference.ts';
export { startEngine } from './engine.ts';
export type { Engine } from './engine.ts';
export {
  encodeReports,
  fuse,
  named,
  outputLogits,
  weightShapes,
  weightSlices,
} from './architecture.ts';
export type { FusionInputs, NetworkShape, Weights } from './architecture.ts';
export { UNCALIBRATED, calibratedLogit, calibratedProbabilities } from './calibration.ts';
export type { LogitCalibration, LogitCurve } from './calibration.ts';
export { fitScale, structuredWidth, writeStructured } from './scaling.ts';
export type { FeatureScale, InputLayout, StructuredRow } from './scaling.ts';
export { buildVocabulary, encodeText, tokenize, vocabularyOf } from './tokenizer.ts';
export type { TokenMode, Vocabulary, VocabularyLimits } from './tokenizer.ts';
export { exactShapley } from './explain/shapley.ts';
export type { ShapleyValues } from './explain/shapley.ts';
export { integratedGradients } from './explain/integrated-gradients.ts';
export type { Differentiable, IntegratedGradients } from './explain/integrated-gradients.ts';
export { sampledShapley } from './explain/sampled-shapley.ts';
export type { GrowingCoalition, SampledShapley } from './explain/sampled-shapley.ts';
export type { PlayerShare, ReportShares, RiskShares, WordShare } from './explain/risk-explainer.ts';
export { playerOf, REPORT, withheld } from './explain/players.ts';
export type { InputKind } from './input-kinds.ts';
export { FEATURES_OF } from './input-kinds.ts';
export { leadOf, leadShares } from './lead-line.ts';
export type { LeadLines, Line } from './lead-line.ts';
export type { MissingLine } from './missing-line.ts';
export { KINDS_WITH_LINES } from './missing-line.ts';
