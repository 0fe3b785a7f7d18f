import { compile } from 'html-to-text';
import { definePDFJSModule, extractText, getDocumentProxy } from 'unpdf';
import type { Attachment, DiagnosticReport, Narrative } from 'fhir/r4.js';
import { textOfRtf } from './rtf.ts';
import { asObject, asText, objectsOf, type Unproven } from './unproven.ts';

interface Problem {
  /** What was there and could not be read. */
  readonly problem: string;
}

/** Text at once, text that takes time, or what is wrong. */
export type ReportText = string | { readonly later: () => Promise<string | Problem> } | Problem;

type Format = 'plain' | 'html' | 'rtf' | 'pdf';

/** In order of preference. */
const FORMATS: Readonly<Record<Format, ReadonlySet<string>>> = {
  plain: new Set(['text/plain']),
  html: new Set(['text/html', 'application/xhtml+xml', 'application/xhtml']),
  rtf: new Set(['text/rtf', 'application/rtf']),
  pdf: new Set(['application/pdf']),
};

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/** What the radiologist wrote: `conclusion`, else a presented form, else the narrative. */
export function reportText(report: Unproven<DiagnosticReport>): ReportText {
  const conclusion = tidy(asText(report.conclusion) ?? '');
  if (conclusion !== '') return conclusion;
  const forms = objectsOf<Attachment>(report.presentedForm);
  const problems: string[] = [];
  for (const format of ['plain', 'html', 'rtf'] as const) {
    const text = textOfForms(ofFormat(forms, format), format, problems);
    if (text !== '') return text;
  }
  const narrative = narrativeOf(report);
  const pdfs = ofFormat(forms, 'pdf').flatMap((form) => bytesOf(form, problems) ?? []);
  if (pdfs.length > 0) return { later: () => textOfPdfs(pdfs, narrative) };
  if (narrative !== '') return narrative;
  const types = forms.map((form) => mediaType(form) ?? 'without contentType');
  const tried = problems.length > 0 ? problems : types;
  return { problem: `no text in conclusion, presentedForm [${tried.join(', ')}] or text.div` };
}

function ofFormat(
  forms: readonly Unproven<Attachment>[],
  format: Format,
): readonly Unproven<Attachment>[] {
  return forms.filter((form) => FORMATS[format].has(mediaType(form) ?? ''));
}

function mediaType(form: Unproven<Attachment>): string | null {
  return asText(form.contentType)?.split(';')[0]?.trim().toLowerCase() ?? null;
}

function textOfForms(
  forms: readonly Unproven<Attachment>[],
  format: 'plain' | 'html' | 'rtf',
  problems: string[],
): string {
  const texts = forms.map((form) => {
    const bytes = bytesOf(form, problems);
    if (bytes === null) return '';
    try {
      return textOfBytes(bytes, form, format);
    } catch {
      problems.push(`${format} that cannot be read`);
      return '';
    }
  });
  // report and addendum may come as two forms of one type
  return texts.filter((text) => text !== '').join('\n\n');
}

function textOfBytes(
  bytes: Uint8Array,
  form: Unproven<Attachment>,
  format: 'plain' | 'html' | 'rtf',
): string {
  const charset = /charset="?([\w.:-]+)/i.exec(asText(form.contentType) ?? '')?.[1];
  if (format === 'rtf') return tidy(textOfRtf(Buffer.from(bytes).toString('latin1')) ?? '');
  const text = new TextDecoder(charset ?? 'utf-8', { fatal: charset === undefined }).decode(bytes);
  return format === 'html' ? textOfHtml(text) : tidy(text);
}

/** Null where there is none or where it is no base64; the latter is noted. */
function bytesOf(form: Unproven<Attachment>, problems: string[]): Uint8Array | null {
  const data = asText(form.data);
  const type = mediaType(form) ?? 'without contentType';
  if (data === null) {
    problems.push(form.url === undefined ? `${type} without data` : `${type} by url only`);
    return null;
  }
  if (!BASE64.test(data)) {
    problems.push(`${type} whose data is not base64`);
    return null;
  }
  return Buffer.from(data, 'base64');
}

/** Made once: to make it costs far more than to read a report. */
const readHtml = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
    { selector: 'title', format: 'skip' },
  ],
  limits: { maxInputLength: 2_000_000, maxDepth: 60 },
});

function textOfHtml(html: string): string {
  return tidy(readHtml(html));
}

function narrativeOf(report: Unproven<DiagnosticReport>): string {
  const narrative = asObject(report.text) as Unproven<Narrative> | null;
  const div = asText(narrative?.div);
  if (div === null) return '';
  try {
    return textOfHtml(div);
  } catch {
    return '';
  }
}

async function textOfPdfs(
  pdfs: readonly Uint8Array[],
  narrative: string,
): Promise<string | Problem> {
  try {
    // Two megabytes of parser, loaded with the first PDF only.
    await definePDFJSModule(() => import('unpdf/pdfjs'));
    const texts: string[] = [];
    for (const pdf of pdfs) {
      const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
      const { text } = await extractText(document, { mergePages: true });
      await document.loadingTask.destroy();
      texts.push(tidy(text));
    }
    const text = texts.filter((one) => one !== '').join('\n\n');
    if (text !== '') return text;
    if (narrative !== '') return narrative;
    return { problem: 'presentedForm application/pdf holds no text (a scan?)' };
  } catch {
    return narrative === ''
      ? { problem: 'presentedForm application/pdf cannot be read' }
      : narrative;
  }
}

/** Line ends of one kind, no blanks at line ends, at most one empty line. */
function tidy(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
