import { z } from 'zod';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { seconds } from '../../kernel/frames.ts';

const composed = z
  .string()
  .refine((text) => text === text.normalize('NFC') && text === text.trim(), 'not NFC or not trimmed');
const words = composed.min(1);
const hindi = words.refine((text) => /\p{Script=Devanagari}/u.test(text), 'holds no Devanagari');
const both = z.strictObject({ hi: hindi, en: words });
const code = z.string().regex(/^[A-Z]{3}$/, 'not three capital letters');
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'not an id of small letters, digits and hyphens');

// Where a row's facts were read, and the day on which they were last looked at.
const sourced = {
  source: words,
  checkedOn: z.string().refine((day) => parseBroadcastDay(day) !== undefined, 'not a day (YYYY-MM-DD)'),
};

/** Indian numbers that a viewer can dial: short codes (181, 14555) and toll-free numbers (1800-180-1551). */
export const HELPLINE = /^(\d{3,6}|1800-\d{2,4}-\d{4})$/;

// Longest first, so that a drawing can try them in order; none is ever cut by a machine.
function longestFirst<T extends z.ZodType<string>>(form: T) {
  return z
    .array(form)
    .min(1)
    .refine(
      (forms) => forms.every((text, at) => at === 0 || text.length <= (forms[at - 1] ?? '').length),
      'not longest first',
    );
}

export const divisionRow = z.strictObject({ code, hi: hindi, en: words, ...sourced });

export const districtRow = z.strictObject({
  code,
  hi: hindi,
  en: words,
  division: code,
  aliases: z.array(words).default([]),
  ...sourced,
});

/** Whose films these are, as the end card says it. */
export const departmentRow = both;

export const departmentFile = z.strictObject({ name: departmentRow });

export const placesFile = z.strictObject({
  sources: z.record(z.string(), words).default({}),
  divisions: z.array(divisionRow),
  districts: z.array(districtRow),
});

/** The facts of a scheme that its end card puts on air. */
export const ON_AIR = ['helpline', 'benefit', 'office'] as const;

/**
 * `quoted` names what says each thing that goes on air (a page, or an office's letter); without one the thing may not
 * stand in the row.
 */
export const schemeRow = z
  .strictObject({
    code,
    level: z.enum(['central', 'state']),
    mostUsed: z.boolean().default(false),
    icon: id.optional(),
    colour: z.string().regex(/^#[0-9A-F]{6}$/, 'not a colour like #1565C0'),
    names: z.strictObject({ hi: longestFirst(hindi), en: longestFirst(words) }),
    alsoCalled: z.array(words).default([]),
    department: both,
    helpline: z.string().regex(HELPLINE, 'not a helpline number').optional(),
    benefit: both.optional(),
    office: both.optional(),
    /** The scheme's own official page, for the QR code. Short, so that its squares are large. */
    url: z
      .url({ protocol: /^https$/ })
      .max(80)
      .optional(),
    quoted: z
      .strictObject({ helpline: words.optional(), benefit: words.optional(), office: words.optional() })
      .default({}),
    ...sourced,
  })
  .superRefine((row, context) => {
    for (const fact of ON_AIR) {
      if (row[fact] !== undefined && row.quoted[fact] === undefined)
        context.addIssue({
          code: 'custom',
          path: ['quoted', fact],
          message: `${fact} goes on air without a page that says it`,
        });
    }
  });

// What ships can be looked up by anybody: each quotation is a page.
const shippedScheme = schemeRow.refine(
  ({ quoted }) => Object.values(quoted).every((page) => page === undefined || z.url().safeParse(page).success),
  { path: ['quoted'], error: 'names no page (an address)' },
);

export const schemesFile = z.strictObject({ schemes: z.array(shippedScheme) });

/** One ad break of a channel: a broadcast-day time of day and how long it runs; `lengthSeconds` becomes whole frames. */
const adBreakRow = z
  .strictObject({
    id,
    at: z.string().regex(/^[0-3]\d:[0-5]\d:[0-5]\d$/, 'not a time like 06:58:00'),
    lengthSeconds: z.int().min(5).max(1800),
    daypart: id,
  })
  .transform(({ lengthSeconds, ...row }) => ({ ...row, lengthFrames: seconds(lengthSeconds) }));

export const operatorRow = z.strictObject({
  id,
  example: z.boolean().default(false),
  names: both,
  district: code,
  delivery: z.array(id).min(1),
  playlists: z.array(id).min(1),
  channels: z
    .array(z.strictObject({ id, names: both, tags: z.array(id).default([]), breaks: z.array(adBreakRow) }))
    .min(1),
  ...sourced,
});

export const operatorsFile = z.strictObject({ operators: z.array(operatorRow) });

export type DepartmentRow = z.infer<typeof departmentRow>;
export type DivisionRow = z.infer<typeof divisionRow>;
export type DistrictRow = z.infer<typeof districtRow>;
export type SchemeRow = z.infer<typeof schemeRow>;
export type AdBreakRow = z.infer<typeof adBreakRow>;
export type OperatorRow = z.infer<typeof operatorRow>;
