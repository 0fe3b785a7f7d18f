import { TestBed } from '@angular/core/testing';
import type { ContactView } from '@endwatch/contracts';
import { WardApi } from '../core/ward-api.ts';
import { MyWays } from './my-ways.ts';
import { PhonePush } from './phone-push.ts';

const phone: ContactView = { id: 'c1', channel: 'web-push', label: 'Phone', place: 'push.example' };

describe('how the reader is reached', () => {
  let contacts: ContactView[];
  let sent: { path: string; method: string; body: unknown }[];

  async function opened() {
    TestBed.configureTestingModule({
      providers: [
        {
          provide: WardApi,
          useValue: {
            send: (path: string, body?: unknown, method = body ? 'POST' : 'GET') => {
              sent.push({ path, method, body });
              if (method === 'DELETE') contacts = [];
              return Promise.resolve([...contacts]);
            },
          },
        },
      ],
    });
    TestBed.inject(PhonePush).state.set('off');
    const fixture = TestBed.createComponent(MyWays);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { fixture, page };
  }

  beforeEach(() => {
    contacts = [phone];
    sent = [];
  });

  it('is listed, and taken away', async () => {
    const { fixture, page } = await opened();
    expect(page.querySelector('li')?.textContent).toMatch(/Phone.*phone · push\.example/s);
    page.querySelector<HTMLButtonElement>('[aria-label="Remove Phone"]')?.click();
    await fixture.whenStable();
    expect(sent.at(-2)).toMatchObject({ path: '/api/push/contacts/c1', method: 'DELETE' });
    expect(page.querySelector('li')?.textContent).toContain('no alert reaches you');
  });

  it('may be mail', async () => {
    const { fixture, page } = await opened();
    const field = page.querySelector<HTMLInputElement>('input');
    if (field) field.value = 'kay@ward.example';
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/push/contacts',
      body: { channel: 'email', address: 'kay@ward.example' },
    });
  });
});
