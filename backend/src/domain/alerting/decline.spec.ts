import { AlertOverTime as Life } from '../../testing/alert-over-time.ts';

describe('an alert that somebody declines', () => {
  it('who declines hands it to the next at once', () => {
    const life = new Life();
    expect(life.decline('Dr A', null)).toMatch(/^only who was told/);
    life.wait(6);
    expect(life.decline('Dr A', 'first-on-call')).toBeNull();
    expect(life.told).toEqual(['5 first-on-call', '6 second-on-call']);
    expect(life.history.slice(-2).map(({ reason }) => reason)).toEqual([
      'Declined: In theatre',
      'It was declined: the second on call is told',
    ]);
    life.take('Dr B');
    expect(life.decline('Dr A', 'first-on-call')).toMatch(/^only who was told/);
    expect(life.decline('Dr B', 'second-on-call')).toBeNull();
    expect(life.told.at(-1)).toBe('6 nurse-in-charge');
  });

  it('can be declined by nobody who was not told, until they have it', () => {
    const life = new Life().wait(6);
    expect(life.decline('Ola', null)).toMatch(/^only who was told/);
    life.take('Ola');
    expect(life.decline('Ola', null)).toBeNull();
    expect(life.told.slice(-2)).toEqual(['6 clear', '6 second-on-call']);
  });

  it('is one account’s, whoever else has that name', () => {
    const life = new Life().wait(6);
    expect(life.take('A. Meier', 'meier1')).toBeNull();
    expect(life.take('A. Meier', 'meier2')).toBe('A. Meier has taken it already');
    expect(life.decline('A. Meier', null, 'meier2')).toMatch(/^only who was told/);
    expect(life.alert).toMatchObject({ holderAccount: 'meier1', kept: false });
  });
});

describe('an alert that is declined at the last step', () => {
  it('begins again with the first, and passes over who has said no', () => {
    const life = new Life().wait(20);
    expect(life.told.at(-1)).toBe('20 nurse-in-charge');
    life.decline('Nora', 'nurse-in-charge');
    expect(life.told.at(-1)).toBe('20 first-on-call');
    life.wait(25);
    expect(life.told.slice(-2)).toEqual(['30 second-on-call', '45 second-on-call']);
    life.decline('Dr B', 'second-on-call');
    expect(life.told.at(-1)).toBe('45 first-on-call');
    expect(life.wait(15).told.at(-1)).toBe('60 first-on-call');
  });

  it('by all of them begins anew with all of them, after its time', () => {
    const life = new Life().wait(5);
    life.decline('Dr A', 'first-on-call');
    life.decline('Dr B', 'second-on-call');
    life.decline('Nora', 'nurse-in-charge');
    const told = ['5 first-on-call', '5 second-on-call', '5 nurse-in-charge'];
    expect(life.wait(4).told).toEqual(told);
    expect(life.wait(1).told).toEqual([...told, '10 first-on-call']);
    expect(life.wait(15).told.slice(-2)).toEqual(['20 second-on-call', '25 nurse-in-charge']);
  });

  it('that there is only one of is told again, not at once, and not left', () => {
    const life = new Life({ kind: 'examination-overdue', priority: 'low' }).wait(60);
    life.decline('Nora', 'nurse-in-charge');
    expect(life.wait(59).told).toEqual(['60 nurse-in-charge']);
    expect(life.wait(1).told).toEqual(['60 nurse-in-charge', '120 nurse-in-charge']);
  });

  it('may be declined by everybody again once it was raised anew', () => {
    const life = new Life().wait(5);
    life.decline('Dr A', 'first-on-call');
    life.take('Dr B');
    life.wait(60);
    expect(life.alert).toMatchObject({ state: 'raised', declinedDuties: [] });
    expect(life.wait(5).told.at(-1)).toBe('70 first-on-call');
  });
});
