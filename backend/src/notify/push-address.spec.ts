import { allowsPush } from './push-address.ts';

describe('where a push may go', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://web.push.apple.com/abc', true],
    ['http://fcm.googleapis.com/fcm/send/abc', false],
    ['https://10.0.0.5/push', false],
    ['https://0x7f.1/push', false],
    ['https://[::1]/push', false],
    ['https://database/push', false],
    ['https://database:5432/push', false],
    ['https://me:secret@push.example/abc', false],
    ['https://localhost/push', false],
    ['http://127.0.0.1:8080/push', false],
    ['file:///etc/passwd', false],
  ])('%s: %s', (endpoint, allowed) => {
    expect(allowsPush(endpoint, false)).toBe(allowed);
  });

  it('this machine only where it is said so', () => {
    expect(allowsPush('http://127.0.0.1:8080/push', true)).toBe(true);
    expect(allowsPush('http://localhost:8080/push', true)).toBe(true);
    expect(allowsPush('ftp://localhost/push', true)).toBe(false);
    expect(allowsPush('http://10.0.0.5/push', true)).toBe(false);
  });
});
