import { LANGUAGES, type Language, languageSchema } from '@endwatch/contracts';
import * as z from 'zod';

/** How notices leave the house. */
export const NOTICE_VARIABLES = {
  SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\/\S+$/)
      .optional(),
    allowed: 'smtp://user:password@host:port or smtps://…',
    secret: true,
  },
  ENDWATCH_MAIL_FROM: {
    schema: z.email().default('endwatch@localhost.localdomain'),
    allowed: 'an address of mail',
  },
  ENDWATCH_LANGUAGE: { schema: languageSchema.default('en'), allowed: LANGUAGES.join(' or ') },
  ENDWATCH_PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    allowed: 'http:// or https:// address',
  },
  ENDWATCH_VAPID_SUBJECT: {
    schema: z
      .string()
      .regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/)
      .default('mailto:admin@localhost.localdomain'),
    allowed: 'mailto: or https: address',
  },
  /** For tests: a push service on this machine. */
  ENDWATCH_LOCAL_PUSH: { schema: z.enum(['0', '1']).optional(), allowed: '0 or 1' },
} satisfies Record<string, { schema: z.ZodType; allowed: string; secret?: boolean }>;

export interface NoticeSettings {
  /** Whom a push service may write to. */
  readonly vapidSubject: string;
  /** Where Endwatch is reached from outside, for links in mail; null: none. */
  readonly publicUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Of pagers, and of what is sent to people who have chosen none. */
  readonly language: Language;
  readonly allowLocalPush: boolean;
}

export function noticeSettings(given: {
  readonly vapidSubject: string;
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly language: Language;
  readonly localPush: '0' | '1' | undefined;
}): NoticeSettings {
  const { localPush, publicUrl = null, smtpUrl = null, ...others } = given;
  return { ...others, publicUrl, smtpUrl, allowLocalPush: localPush === '1' };
}
