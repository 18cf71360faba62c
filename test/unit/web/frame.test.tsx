import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seconds } from '../../../src/kernel/frames.ts';
import { LoginPage } from '../../../src/web/accounts/login-page.tsx';
import type { PageContext } from '../../../src/web/frame/context.ts';
import {
  formatAge,
  formatClock,
  formatCount,
  formatDate,
  formatDay,
  formatLength,
  formatRupees,
  formatSize,
  formatSpan,
  formatTime,
  formatTotal,
  formatWaiting,
  formatWeekday,
  formatWhen,
} from '../../../src/web/frame/format.ts';
import { ICON_NAMES, Icon } from '../../../src/web/frame/icon.tsx';
import { Waveform } from '../../../src/web/frame/waveform.tsx';
import { translator } from '../../../src/web/locales/index.ts';

const folder = join(import.meta.dirname, '../../../src/web/assets');

const context: PageContext = {
  language: 'hi',
  t: translator('hi'),
  now: new Date('2026-11-23T09:00:00Z'),
  path: '/login?next=%2Fspots',
  csrfToken: 'token-1',
  assets: (name) => `/assets/0123456789abcdef/${name}`,
};

it('names exactly the symbols that the icon sheet holds', () => {
  const sheet = readFileSync(join(folder, 'icons.svg'), 'utf8');
  const symbols = [...sheet.matchAll(/<symbol id="i-([^"]+)"/g)].map(([, name]) => name);
  expect([...ICON_NAMES].sort()).toEqual(symbols.sort());
});

it('draws a whole document whose switch comes back to the same page, without inline style or script', () => {
  const html = String(<LoginPage context={context} view={{ action: '/login', to: '/spots', why: 'ग़लत <b>' }} />);
  expect(html).toMatch(/^<!doctype html><html lang="hi">/);
  expect(html).toContain('href="/lang/en?to=%2Flogin%3Fnext%3D%252Fspots"');
  expect(html).toContain('<input type="hidden" name="_csrf" value="token-1"/>');
  expect(html).toContain('ग़लत &lt;b&gt;');
  expect(html).not.toMatch(/ style=| on\w+=|<script>/);
});

it('throws when a component is drawn outside a page', () => {
  expect(() => String(<Icon name="send" />)).toThrow('outside a page');
});

it('writes numbers with Indian grouping and sizes people know', () => {
  expect(formatCount(1_200_000)).toBe('12,00,000');
  expect(formatRupees(120_000)).toBe('₹1,20,000');
  const sizes = [0, 3, 4000, 999_499, 999_500, 15_170_000, 41_200_000, 999_500_000, 1_240_000_000];
  expect(sizes.map(formatSize).map((size) => size.replace('\u00a0', ' '))).toEqual([
    '0 kB',
    '1 kB',
    '4 kB',
    '999 kB',
    '1 MB',
    '15.2 MB',
    '41 MB',
    '1 GB',
    '1.2 GB',
  ]);
});

it('shows instants as they stood in India and days as dd-mm-yyyy', () => {
  const at = new Date('2026-11-22T18:45:00Z');
  expect(formatDate(at)).toBe('23-11-2026');
  expect(formatTime(at)).toBe('00:15');
  expect(formatDay('2026-11-23')).toBe('23-11-2026');
  expect(formatWeekday('2026-11-23', 'hi')).toBe('सोमवार');
  expect(formatWhen(at, context.now, 'hi')).toBe('आज 00:15');
  expect(formatWhen(new Date('2026-11-22T10:50:00Z'), context.now, 'en')).toBe('yesterday 16:20');
  expect(formatWhen(new Date('2026-11-18T10:50:00Z'), context.now, 'hi')).toBe('18-11-2026, 16:20');
  expect(formatAge(new Date('2026-11-19T10:50:00Z'), context.now, 'hi')).toBe('4 दिन पहले');
});

it('names the part of the day in Hindi, also past midnight', () => {
  const times = ['06:58:00', '12:05:00', '19:30:00', '23:00:00', '25:10:00'];
  expect(times.map((time) => formatClock(time, 'hi'))).toEqual([
    'सुबह 6:58',
    'दोपहर 12:05',
    'शाम 7:30',
    'रात 11:00',
    'रात 1:10',
  ]);
  expect(times.map((time) => formatClock(time, 'en'))).toEqual([
    '6:58 am',
    '12:05 pm',
    '7:30 pm',
    '11:00 pm',
    '1:10 am',
  ]);
});

it('says how long something has waited', () => {
  const since = (days: number) => new Date(context.now.getTime() - days * 86_400_000);
  expect([0, 1, 4].map((days) => formatWaiting(since(days), context.now, 'hi'))).toEqual(['आज', 'कल से', '4 दिन से']);
  expect([0, 1, 4].map((days) => formatWaiting(since(days), context.now, 'en'))).toEqual([
    'today',
    'since yesterday',
    'for 4 days',
  ]);
  expect(formatWhen(context.now, context.now, 'hi')).toBe('अभी');
});

it('writes lengths and waits in words', () => {
  expect([5, 90, 3723].map((s) => formatLength(seconds(s)))).toEqual(['0:05', '1:30', '1:02:03']);
  expect([0, 40, 100, 7000].map((s) => formatSpan(s, 'hi'))).toEqual(['1 सेकंड', '40 सेकंड', '2 मिनट', '2 घंटे']);
  expect(formatTotal(seconds(450), 'hi')).toBe('7 मिनट 30 सेकंड');
  expect(formatTotal(seconds(0), 'en')).toBe('0 seconds');
});

it('draws one stroke for each peak, inside its box', () => {
  const html = String(<Waveform peaks={[0, 0.5, 2]} label="12 सेकंड" />);
  expect(html).toContain('d="M33.3 19.5V20.5M100.0 11.0V29.0M166.7 2.0V38.0"');
});
