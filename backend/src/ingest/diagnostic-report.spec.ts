import type { Attachment, DiagnosticReport } from 'fhir/r4.js';
import { textOfRtf } from './rtf.ts';
import { codesOf, decode, MEASURED } from './testing/messages.ts';

const report: DiagnosticReport = {
  resourceType: 'DiagnosticReport',
  id: 'r1',
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] },
  ],
  code: { text: 'CT head' },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: MEASURED,
  issued: MEASURED,
};

function form(contentType: string, content: string | Uint8Array): Attachment {
  return { contentType, data: Buffer.from(content as string).toString('base64') };
}

async function textOf(rest: Partial<DiagnosticReport>): Promise<string> {
  const decoded = await decode({ ...report, ...rest });
  const [record] = decoded.records;
  return record?.type === 'report' ? record.text : codesOf(decoded).join();
}

/** The least PDF that shows one line of text. */
function pdf(line: string): Buffer {
  const stream = `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${String(stream.length)}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${String(i + 1)} 0 obj${object}endobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${String(body.length)}\n%%EOF`;
  return Buffer.from(body + tail, 'latin1');
}

describe('text', () => {
  const plain = form('text/plain', 'plain text');
  const html = form(
    'text/html; charset=utf-8',
    '<html><head><title>x</title></head><body><h1>CT</h1><p>Left M1 occlusion.<br>ASPECTS 8 &lt; 10</p></body></html>',
  );
  const rtf = form('text/rtf', String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 rtf text\par}`);
  const div = {
    status: 'generated' as const,
    div: '<div xmlns="http://www.w3.org/1999/xhtml">narrative text</div>',
  };

  it('comes from conclusion, plain, HTML, RTF, PDF, narrative, in this order', async () => {
    const pdfForm = form('application/pdf', pdf('pdf text'));
    const all = { presentedForm: [pdfForm, rtf, html, plain], text: div };
    expect(await textOf({ ...all, conclusion: ' Left M1 occlusion. ' })).toBe('Left M1 occlusion.');
    expect(await textOf(all)).toBe('plain text');
    expect(await textOf({ ...all, presentedForm: [pdfForm, rtf, html] })).toBe(
      'CT\n\nLeft M1 occlusion.\nASPECTS 8 < 10',
    );
    expect(await textOf({ ...all, presentedForm: [pdfForm, rtf] })).toBe('rtf text');
    expect(await textOf({ ...all, presentedForm: [pdfForm] })).toBe('pdf text');
    expect(await textOf({ text: div })).toBe('narrative text');
  });
  it('two forms of one type belong together', async () => {
    expect(await textOf({ presentedForm: [plain, form('text/plain', 'Addendum.')] })).toBe(
      'plain text\n\nAddendum.',
    );
  });
  it('charset is heeded', async () => {
    const latin = form('text/plain; charset=iso-8859-1', Buffer.from('Gefäßverschluß', 'latin1'));
    expect(await textOf({ presentedForm: [latin] })).toBe('Gefäßverschluß');
  });
  it('a form that cannot be read gives way to the next', async () => {
    const broken = { contentType: 'text/plain', data: 'no base64 !' };
    expect(await textOf({ presentedForm: [broken, html] })).toContain('Left M1 occlusion');
    expect(await textOf({ presentedForm: [form('application/pdf', 'no pdf')], text: div })).toBe(
      'narrative text',
    );
  });
  it.each([
    ['nothing', []],
    ['a link', [{ contentType: 'application/pdf', url: 'https://example.org/r.pdf' }]],
    ['bytes that are no UTF-8', [form('text/plain', Buffer.from([0xff, 0xfe, 0xfd]))]],
    ['a picture', [form('image/png', 'x')]],
    ['a broken PDF', [form('application/pdf', '%PDF-1.4 broken')]],
    ['no RTF', [form('text/rtf', 'words')]],
    ['a charset nobody knows', [form('text/plain; charset=klingon', 'x')]],
  ])('%s is unreadable', async (_what, presentedForm) => {
    const decoded = await decode({ ...report, presentedForm });
    expect(codesOf(decoded)).toEqual(['report-unreadable']);
    expect(decoded.rejections[0]).toMatchObject({
      patientId: 'p1',
      resource: 'DiagnosticReport/r1',
    });
    expect(decoded.records).toEqual([]);
  });
});

describe('report', () => {
  const conclusion = 'Left M1 occlusion.';

  it('has title, status and times; partial is preliminary', async () => {
    const decoded = await decode({ ...report, conclusion, status: 'partial' });
    expect(decoded.records).toMatchObject([
      {
        type: 'report',
        title: 'CT head',
        text: conclusion,
        status: 'preliminary',
        resourceKey: 'DiagnosticReport/r1',
      },
    ]);
  });
  it('is dated by its release when it does not say when the pictures were taken', async () => {
    const decoded = await decode({ ...report, conclusion, effectiveDateTime: undefined });
    expect(decoded.records[0]?.times.effectiveAt).toBe(Date.parse(MEASURED));
    const dateless = await decode({
      ...report,
      conclusion,
      effectiveDateTime: undefined,
      issued: undefined,
    });
    expect(codesOf(dateless)).toEqual(['no-time']);
  });
  it('taken back, it says nothing', async () => {
    const decoded = await decode({ ...report, status: 'entered-in-error' });
    expect(decoded.records).toMatchObject([{ retracted: true, text: '' }]);
    const rest = { ...report, category: undefined, code: undefined };
    const stripped = await decode({ ...rest, status: 'entered-in-error' });
    expect(stripped.records).toMatchObject([
      { retracted: true, resourceKey: decoded.records[0]?.resourceKey },
    ]);
    expect((await decode({ ...rest, status: 'final' })).records).toEqual([]);
  });
  it('is imaging by category; by its words only without one', async () => {
    const laboratory = { ...report, conclusion, category: [{ coding: [{ code: 'LAB' }] }] };
    expect(await decode(laboratory)).toMatchObject({
      records: [],
      ignored: { DiagnosticReport: 1 },
    });
    const uncategorised = { ...report, conclusion, category: undefined };
    expect((await decode(uncategorised)).records).toHaveLength(1);
    expect((await decode({ ...uncategorised, code: { text: 'CBC panel' } })).records).toEqual([]);
  });
});

describe('RTF', () => {
  it('words, breaks, code page, Unicode with fallback, no fonts, no pictures', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fnil Arial;}}{\*\generator Word;}{\pict\pngblip 89504e47}\f0\fs20 Gef\'e4\'df \u8805?2 \{mm\}\par
{\b bold}\line next\tab cell\~x}`;
    expect(textOfRtf(rtf)).toBe('Gefäß ≥2 {mm}\nbold\nnext\tcell\u00A0x');
  });
  it('is null for what is no RTF', () => {
    expect(textOfRtf('plain')).toBeNull();
  });
});
