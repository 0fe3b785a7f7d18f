import {
  endDefinitionChangeSchema,
  endDefinitionPreviewSchema,
  endDefinitionTrialSchema,
  endDefinitionViewSchema,
  endRuleViewSchema,
  escalationChangeSchema,
  escalationViewSchema,
  examinationPlanChangeSchema,
  examinationPlanPreviewSchema,
  examinationPlanTrialSchema,
  examinationPlanViewSchema,
  riskLimitsChangeSchema,
  riskLimitsViewSchema,
  wallChangeSchema,
  wallViewSchema,
  knownWardSchema,
  wardPlacesChangeSchema,
} from '@endwatch/contracts';
import { call, inQuery, listOf, ref } from './openapi-call.ts';

export const SETTINGS_SCHEMAS = {
  EndRule: endRuleViewSchema,
  EndDefinition: endDefinitionViewSchema,
  EndDefinitionChange: endDefinitionChangeSchema,
  EndDefinitionTrial: endDefinitionTrialSchema,
  EndDefinitionPreview: endDefinitionPreviewSchema,
  Escalation: escalationViewSchema,
  EscalationChange: escalationChangeSchema,
  ExaminationSchedule: examinationPlanViewSchema,
  ExaminationScheduleChange: examinationPlanChangeSchema,
  ExaminationScheduleTrial: examinationPlanTrialSchema,
  ExaminationSchedulePreview: examinationPlanPreviewSchema,
  RiskLimits: riskLimitsViewSchema,
  RiskLimitsChange: riskLimitsChangeSchema,
  KnownWard: knownWardSchema,
  WardPlacesChange: wardPlacesChangeSchema,
  WallSetting: wallViewSchema,
  WallChange: wallChangeSchema,
};

const tag = 'administration';

export const SETTINGS_PATHS = {
  '/api/end-definition': {
    get: call({
      ...{
        tag,
        summary: 'From which rise this house speaks of END, and the END that is forecast',
      },
      answer: ref('EndRule'),
    }),
  },
  '/api/settings/end-definition': {
    get: call({
      ...{ tag, summary: 'From which rise of the NIHSS the house speaks of END' },
      answer: ref('EndDefinition'),
    }),
    put: call({
      ...{ tag, summary: 'Another definition of END, as a new version' },
      ...{ body: 'EndDefinitionChange', answer: ref('EndDefinition') },
    }),
  },
  '/api/settings/end-definition/preview': {
    post: call({
      ...{
        tag,
        summary: 'In how many stays of the last 14 days it would find END; nothing is changed',
      },
      ...{ body: 'EndDefinitionTrial', answer: ref('EndDefinitionPreview') },
    }),
  },
  '/api/settings/escalation': {
    get: call({
      ...{ tag, summary: 'Who is told when nobody takes an alert' },
      ...{ parameters: [inQuery('ward')], answer: ref('Escalation') },
    }),
    put: call({
      ...{ tag, summary: 'Another escalation, as a new version' },
      ...{ body: 'EscalationChange', answer: ref('Escalation') },
    }),
  },
  '/api/settings/examination-schedule': {
    get: call({
      ...{ tag, summary: 'How often an NIHSS examination is due' },
      ...{ parameters: [inQuery('ward')], answer: ref('ExaminationSchedule') },
    }),
    put: call({
      ...{ tag, summary: 'How often to examine, as a new version' },
      ...{ body: 'ExaminationScheduleChange', answer: ref('ExaminationSchedule') },
    }),
  },
  '/api/settings/examination-schedule/preview': {
    post: call({
      ...{ tag, summary: 'What a schedule would ask for; nothing is changed' },
      ...{ body: 'ExaminationScheduleTrial', answer: ref('ExaminationSchedulePreview') },
    }),
  },
  '/api/settings/risk-limits': {
    get: call({
      ...{ tag, summary: 'When a forecast rings' },
      ...{ parameters: [inQuery('ward')], answer: ref('RiskLimits') },
    }),
    put: call({
      ...{ tag, summary: 'When a forecast rings, as a new version' },
      ...{ body: 'RiskLimitsChange', answer: ref('RiskLimits') },
    }),
  },
  '/api/settings/wards': {
    get: call({
      ...{ tag, summary: 'Wards and beds that are known, and how they are shown' },
      answer: listOf('KnownWard'),
    }),
    put: call({
      ...{ tag, summary: 'How a ward and its beds are shown, as a new version' },
      ...{ body: 'WardPlacesChange', answer: listOf('KnownWard') },
    }),
  },
  '/api/settings/wall': {
    get: call({
      ...{ tag, summary: 'How screens on the wall name patients' },
      answer: ref('WallSetting'),
    }),
    put: call({
      ...{ tag, summary: 'Names or initials on the wall, as a new version' },
      ...{ body: 'WallChange', answer: ref('WallSetting') },
    }),
  },
};
