import { ALERT_KINDS, LANGUAGES } from '@endwatch/contracts';
import { noticeText } from './notice-text.ts';
import { payloadOf, type Notice } from './notice.ts';

const notice = (changes: Partial<Notice> = {}): Notice => ({
  ...{ id: 'n1', alertIds: ['a/1'], at: Date.UTC(2026, 0, 5, 8), stage: 'first-on-call' },
  ...{ priority: 'high', kind: 'end-confirmed', bed: '12' },
  ...{ ward: { id: 'w', name: 'Stroke unit' }, ...changes },
});
const SENT = {
  deliveryId: 'd',
  receipt: null,
  repeated: false,
  clear: false,
  language: 'en',
} as const;

describe('the words of a notice', () => {
  it.each<[string, Partial<Notice>, string, string]>([
    ['a bed', {}, 'Bed 12 · Deterioration confirmed', 'Stroke unit. Open Endwatch for details.'],
    ['no bed', { bed: null }, 'Deterioration confirmed', 'Stroke unit. Open Endwatch for details.'],
    ['no ward', { ward: null }, 'Bed 12 · Deterioration confirmed', 'Open Endwatch for details.'],
    [
      'several',
      { alertIds: ['a1', 'a2', 'a3'], bed: null },
      '3 alerts that nobody has taken',
      'Stroke unit. Open Endwatch for details.',
    ],
  ])('%s', (_, changes, title, body) => {
    expect(noticeText(notice(changes), SENT)).toEqual({ title, body });
  });

  it.each(LANGUAGES)('there are some for every kind of alert: %s', (language) => {
    const titles = ALERT_KINDS.map(
      (kind) => noticeText(notice({ kind, bed: null }), { ...SENT, language }).title,
    );
    expect(new Set(titles).size).toBe(ALERT_KINDS.length);
    expect(titles.every((title) => title.length > 5)).toBe(true);
  });

  it('are German for who reads German', () => {
    const german = { ...SENT, language: 'de' } as const;
    expect(noticeText(notice(), german)).toEqual({
      title: 'Bett 12 · Verschlechterung bestätigt',
      body: 'Stroke unit. Einzelheiten in Endwatch.',
    });
    const many = notice({ alertIds: ['a1', 'a2'], bed: null, ward: null });
    expect(noticeText(many, { ...german, repeated: true })).toEqual({
      title: '2 Alarme, die niemand übernommen hat',
      body: 'Einzelheiten in Endwatch. Wurde möglicherweise schon einmal gesendet.',
    });
    const missing = noticeText(notice({ kind: 'test-alert-missing' }), german);
    expect(missing.title).toBe('Alarme kommen womöglich nicht an');
    expect(missing.body).toMatch(/^Der Testalarm/);
  });

  it('of the model leads to the review', () => {
    const model = notice({
      ...{ alertIds: [], stage: 'administrators', kind: 'calibration-more' },
      ...{ bed: null, ward: null },
    });
    expect(payloadOf(model, SENT)).toMatchObject({
      ...{ title: 'More deterioration than forecast', tag: 'n1', url: '/review/drift' },
    });
  });

  it('leads to its alert, or to all of them', () => {
    expect(payloadOf(notice(), SENT)).toMatchObject({
      ...{ tag: 'a/1', url: '/on-call?alert=a%2F1', noticeId: 'n1' },
      at: '2026-01-05T08:00:00.000Z',
    });
    expect(payloadOf(notice({ alertIds: ['a', 'b', 'c'] }), SENT)).toMatchObject({
      ...{ tag: 'n1', url: '/on-call' },
    });
    expect(payloadOf(notice({ alertIds: [] }), SENT)).toMatchObject({ tag: 'n1', url: '/on-call' });
  });
});
