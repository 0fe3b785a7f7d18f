/** Fields of the FHIR resources that a message was made into → where a sender of HL7 v2 finds them. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/\bperiod\.start\b/g, 'PV1-44'],
  [/\bperiod\.end\b/g, 'PV1-45'],
  [/\beffectiveDateTime\b/g, 'OBX-14 or OBR-7'],
  [/\bvalueQuantity\.unit\b/g, 'OBX-6'],
  [/\bvalue(Quantity|String|CodeableConcept|Integer)\b/g, 'OBX-5'],
  [/\bperformedDateTime\b/g, 'PR1-5'],
  [/\bonsetDateTime\b/g, 'DG1-5'],
];

export function hl7Words(detail: string): string {
  return FIELDS.reduce((words, [field, name]) => words.replace(field, name), detail);
}
