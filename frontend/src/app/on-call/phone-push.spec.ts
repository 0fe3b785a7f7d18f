import { TestBed } from '@angular/core/testing';
import { ApiError, WardApi } from '../core/ward-api.ts';
import { PhonePush } from './phone-push.ts';

describe('whether this browser rings', () => {
  let asked: string[];
  let answers: Record<string, unknown>;
  let subscription: object | null;

  beforeEach(() => {
    asked = [];
    subscription = { toJSON: () => ({ endpoint: 'https://push.example/1' }) };
    answers = { '/api/push/subscriptions': { id: 'c/1' } };
    const worker = { pushManager: { getSubscription: () => Promise.resolve(subscription) } };
    Object.assign(navigator, {
      serviceWorker: { getRegistration: () => Promise.resolve(worker) },
    });
    Object.assign(window, { PushManager: {}, Notification: { permission: 'granted' } });
    const send = (url: string): Promise<unknown> => {
      asked.push(url);
      const answer = answers[url];
      return answer === undefined
        ? Promise.reject(new ApiError(503, 'The server is not ready yet', null))
        : Promise.resolve(answer);
    };
    TestBed.configureTestingModule({ providers: [{ provide: WardApi, useValue: { send } }] });
  });
  afterEach(() => {
    for (const name of ['PushManager', 'Notification']) Reflect.deleteProperty(window, name);
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  it('is said only once the server knows it', async () => {
    const push = TestBed.inject(PhonePush);
    await push.look();
    expect([push.state(), asked]).toEqual(['on', ['/api/push/subscriptions']]);
  });

  it('is not so where the server does not take it', async () => {
    answers = {};
    const push = TestBed.inject(PhonePush);
    await expect(push.look()).rejects.toThrow('The server is not ready yet');
    expect(push.state()).toBe('off');
  });

  it('is not so where the browser is not subscribed', async () => {
    subscription = null;
    const push = TestBed.inject(PhonePush);
    await push.look();
    expect([push.state(), asked]).toEqual(['off', []]);
  });

  it('is tried with this browser and no other', async () => {
    answers['/api/push/contacts/c%2F1/test'] = { noticeId: 'n1' };
    answers['/api/push/tests/n1'] = [{ channel: 'web-push', state: 'confirmed', problem: null }];
    const push = TestBed.inject(PhonePush);
    await push.look();
    await push.tryIt();
    expect(asked.slice(1)).toEqual(['/api/push/contacts/c%2F1/test', '/api/push/tests/n1']);
    expect(push.test()).toBe('It got through.');
  });
});
