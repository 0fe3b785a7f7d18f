import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Language, PreferencesChange, Role } from '@endwatch/contracts';
import { AccountLanguage } from './account-language.ts';
import { wantedLanguage } from './language.ts';
import { Session } from './session.ts';
import { ApiError, WardApi } from './ward-api.ts';

describe('the language somebody is written to in', () => {
  /** What the server holds of the account. */
  let kept: Language | null;
  let isAway: boolean;
  const asked = jest.fn();

  beforeEach(() => {
    localStorage.clear();
    asked.mockClear();
    [kept, isAway] = [null, false];
  });

  const send = (path: string, body?: PreferencesChange): Promise<object> => {
    asked(path, body);
    if (isAway) return Promise.reject(new ApiError(0, 'away', null));
    if (body?.language) kept = body.language;
    return Promise.resolve({ myPatients: [], language: kept });
  };
  async function opened(role: Role | null = 'nurse'): Promise<AccountLanguage> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: WardApi, useValue: { send } }],
    });
    const view = { username: 'nora', name: 'Nora', role, wards: null };
    const answer = { ok: role !== null, status: 200, json: () => Promise.resolve(view) };
    globalThis.fetch = jest.fn().mockResolvedValue(answer);
    await TestBed.inject(Session).look();
    const language = TestBed.inject(AccountLanguage);
    for (let turn = 0; turn < 10; turn += 1) {
      TestBed.tick();
      await Promise.resolve();
    }
    return language;
  }

  it('is that of their page as long as they have chosen none', async () => {
    await opened();
    expect(kept).toBe('en');
  });

  it('is the one they have chosen, whatever another page of theirs speaks', async () => {
    await (await opened()).choose('de');
    expect([kept, wantedLanguage()]).toEqual(['de', 'de']);
    asked.mockClear();
    await opened();
    expect(asked.mock.calls).toEqual([['/api/preferences', undefined]]);
    expect(kept).toBe('de');
  });

  it('is told later where the server cannot be reached, or nobody is signed in yet', async () => {
    kept = 'de';
    const language = await opened();
    isAway = true;
    await language.choose('en');
    isAway = false;
    await opened();
    expect(kept).toBe('en');
    kept = 'de';
    await (await opened(null)).choose('en');
    expect(kept).toBe('de');
    await opened();
    expect(kept).toBe('en');
  });

  it('is not asked of a screen on the wall', async () => {
    await opened('display');
    expect(asked).not.toHaveBeenCalled();
  });
});
