import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '@trofast/engine';
import { parse } from 'yaml';
import { z } from 'zod';

const programsFolder = join(import.meta.dirname, '../../../../programs');

export type Words = Readonly<Record<Locale, string>>;
export type Path = readonly (string | number)[];

/** A number that a shop sets, at one or more places of the document. */
export interface TemplateNumber {
  readonly id: string;
  /** `$market` stands for the market's code. */
  readonly paths: readonly Path[];
  readonly unit: 'money' | 'points' | 'percent' | 'days' | 'months' | 'times';
  /** The document writes the number times this: 0.01 where two percent is 0.02. */
  readonly scale?: number;
  readonly label: Words;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

export interface Template {
  readonly id: string;
  readonly about: Words;
  readonly numbers: readonly TemplateNumber[];
  /** What is written differently where the money is not the template's own. */
  readonly elsewhere: readonly { readonly path: Path; readonly value: unknown }[];
  /** The program document, as it lies in programs/. */
  readonly text: string;
}

const words = z.object({ en: z.string(), da: z.string(), sv: z.string(), nb: z.string() });
const path = z.array(z.union([z.string(), z.int()]));

const shape = z.strictObject({
  about: words,
  numbers: z.array(
    z.strictObject({
      id: z.string(),
      paths: z.array(path).min(1),
      unit: z.enum(['money', 'points', 'percent', 'days', 'months', 'times']),
      scale: z.number().exactOptional(),
      label: words,
      least: z.number(),
      most: z.number(),
      step: z.number(),
    }),
  ),
  elsewhere: z.array(z.strictObject({ path, value: z.unknown() })).default([]),
});

let read: Promise<readonly Template[]> | undefined;

/** The programs that come with a `template.yaml`, read once. */
export function templates(): Promise<readonly Template[]> {
  read ??= readTemplates();
  return read;
}

async function readTemplates(): Promise<readonly Template[]> {
  const folders = (await readdir(programsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const found = await Promise.all(folders.map(({ name }) => readTemplate(name)));
  return found.filter((template) => template !== undefined).toSorted((a, b) => order(a) - order(b));
}

/** The simplest to understand comes first. */
const inOrder = ['points-for-a-webshop', 'stamp-card-for-a-cafe', 'cashback-for-a-grocer', 'tiers-for-a-salon'];

function order({ id }: Template): number {
  const place = inOrder.indexOf(id);
  return place === -1 ? inOrder.length : place;
}

async function readTemplate(id: string): Promise<Template | undefined> {
  const settings = await readFile(join(programsFolder, id, 'template.yaml'), 'utf8').catch((error: Error) => {
    if ('code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (settings === undefined) return undefined;
  const text = await readFile(join(programsFolder, id, 'program.yaml'), 'utf8');
  return { id, text, ...shape.parse(parse(settings)) };
}
