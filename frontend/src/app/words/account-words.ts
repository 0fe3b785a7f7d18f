import { type AccountView, NO_PERSON, type Role } from '@endwatch/contracts';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  nurse: $localize`:@@account.role.nurse:Nurse`,
  neurologist: $localize`:@@account.role.neurologist:Neurologist`,
  quality: $localize`:@@account.role.quality:Quality`,
  admin: $localize`:@@account.role.admin:Administrator`,
  display: $localize`:@@account.role.display:Screen on the wall`,
  integration: $localize`:@@account.role.integration:Integration`,
};

/** Who did something, for those who also look it up by the user name. */
export function accountWords(username: string, name: string): string {
  return name === username ? name : `${name} (${username})`;
}

/** Nobody's doing: what no account did. */
export const ENDWATCH_ITSELF = $localize`:@@admin.audit.machine:Endwatch itself`;

/** What whoever has a user name is called; without an account that name itself. */
export function calledIn(
  accounts: readonly Pick<AccountView, 'username' | 'name'>[],
): (username: string) => string {
  const names = new Map(accounts.map(({ username, name }) => [username, name]));
  return (username) => names.get(username) ?? (username === NO_PERSON ? ENDWATCH_ITSELF : username);
}

export function roleWord(role: string): string {
  return role in ROLE_WORDS ? ROLE_WORDS[role as Role] : role;
}
