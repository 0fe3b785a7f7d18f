import type { Role } from '@endwatch/contracts';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  nurse: $localize`:@@account.role.nurse:Nurse`,
  neurologist: $localize`:@@account.role.neurologist:Neurologist`,
  quality: $localize`:@@account.role.quality:Quality`,
  admin: $localize`:@@account.role.admin:Administrator`,
  display: $localize`:@@account.role.display:Screen on the wall`,
  integration: $localize`:@@account.role.integration:Integration`,
};

export function roleWord(role: string): string {
  return role in ROLE_WORDS ? ROLE_WORDS[role as Role] : role;
}
