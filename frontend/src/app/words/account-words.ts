import type { Role } from '@endwatch/contracts';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  nurse: $localize`:@@account.role.nurse:nurse`,
  neurologist: $localize`:@@account.role.neurologist:neurologist`,
  quality: $localize`:@@account.role.quality:quality`,
  admin: $localize`:@@account.role.admin:administrator`,
  display: $localize`:@@account.role.display:screen on the wall`,
  integration: $localize`:@@account.role.integration:integration`,
};

export function roleWord(role: string): string {
  return role in ROLE_WORDS ? ROLE_WORDS[role as Role] : role;
}
