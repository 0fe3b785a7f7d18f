import { acknowledgements, headerOf, TAKEN, type Verdict } from './acknowledgement.ts';

const AT = { time: '20260310120000+0000', id: 'X1' };
const REFUSED: Verdict = { code: 'AE', condition: 101, text: 'PID-3 is missing | and ^so on' };

function answers(msh: string, verdict: Verdict = TAKEN): readonly string[] {
  return acknowledgements(headerOf(Buffer.from(`${msh}\rPID|1`)), verdict, AT);
}

describe('an acknowledgement', () => {
  const msh = (more = ''): string =>
    `MSH|^~\\&|LAB|HOSP|EW|WARD|20260310115900||ORU^R01^ORU_R01|42|P|2.5.1${more}`;

  it('echoes the control id, turns sender and receiver round, and keeps version and processing id', () => {
    expect(answers(msh())).toEqual([
      'MSH|^~\\&|EW|WARD|LAB|HOSP|20260310120000+0000||ACK^R01^ACK|X1|P|2.5.1\rMSA|AA|42\r',
    ]);
  });

  it('says what is wrong in MSA and ERR, without delimiters of its own', () => {
    const [said = ''] = answers(msh(), REFUSED);
    expect(said.split('\r').slice(1)).toEqual([
      'MSA|AE|42|PID-3 is missing   and  so on',
      'ERR|||101^Required field missing^HL70357|E||||PID-3 is missing   and  so on',
      '',
    ]);
  });

  it.each<[string, Verdict, string[]]>([
    ['||AL|NE', TAKEN, ['CA']],
    ['||AL|NE', REFUSED, ['CE']],
    ['||NE|AL', TAKEN, ['AA']],
    ['||AL|AL', TAKEN, ['CA', 'AA']],
    ['||AL|ER', TAKEN, ['CA']],
    ['||ER|SU', REFUSED, ['CE']],
    ['||NE|NE', TAKEN, []],
    ['||NE', TAKEN, []],
  ])('in enhanced mode %s is answered as asked', (asked, verdict, codes) => {
    const said = answers(msh(`|${asked}`), verdict);
    expect(said.map((one) => /MSA\|(\w\w)/.exec(one)?.[1])).toEqual(codes);
  });

  it('of what is no HL7 v2 still says so', () => {
    const verdict: Verdict = { code: 'AR', condition: 100, text: 'there is no MSH' };
    const [said = ''] = acknowledgements(headerOf(Buffer.from('GET / HTTP/1.1')), verdict, AT);
    expect(said).toContain('MSA|AR||there is no MSH');
  });

  it('uses the delimiters of the message', () => {
    expect(answers('MSH#*!?%#LAB#HOSP######7')[0]).toContain('MSA#AA#7');
  });
});
