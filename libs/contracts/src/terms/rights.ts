/** What somebody is to Endwatch. `display` is a screen on the wall, `integration` a program that sends messages. */
export const ROLES = [
  'nurse',
  'neurologist',
  'quality',
  'admin',
  'integration',
  'display',
] as const;
export type Role = (typeof ROLES)[number];

/** What can be done; every door of the server names exactly one of them, or says that it is open. */
export const RIGHTS = [
  'board.read',
  'patient.read',
  'alert.act',
  'examination.write',
  'messages.write',
  'rejections.read',
  'rota.read',
  'rota.write',
  'push.own',
  'review.read',
  'accounts.manage',
  'audit.read',
  'settings.manage',
] as const;
export type Right = (typeof RIGHTS)[number];

const CLINICAL: readonly Right[] = [
  'board.read',
  'patient.read',
  'alert.act',
  'examination.write',
  'rota.read',
  'push.own',
];

/** The least that each needs. An administrator may do everything: in a small house it is the one who is asked. */
const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  nurse: CLINICAL,
  neurologist: [...CLINICAL, 'rota.write'],
  quality: ['board.read', 'patient.read', 'rejections.read', 'review.read', 'rota.read'],
  admin: RIGHTS,
  integration: ['messages.write', 'rejections.read'],
  display: ['board.read'],
};

export function mayDo(role: Role, right: Right): boolean {
  return RIGHTS_OF[role].includes(right);
}

/** Whether a ward lies within what an account is for; null = every ward. */
export function coversWard(wards: readonly string[] | null, ward: string): boolean {
  return wards === null || wards.includes(ward);
}
