import type {
  Base,
  Benefit,
  Challenge,
  Club,
  Counter,
  Currency,
  Gift,
  Ladder,
  Locale,
  Market,
  MemberList,
  Offer,
  ProductGroup,
  Reward,
  TransferTerms,
  Words,
} from '../program.ts';
import type { Day } from '../time/days.ts';
import { nearestName } from './nearest-name.ts';
import type { Finding, Path, ProblemCode } from './problem.ts';

/** The parts of a document that others name, with what one of them is called. */
export const SECTIONS = {
  markets: 'market',
  parameters: 'parameter',
  products: 'product group',
  bases: 'base',
  currencies: 'currency',
  counters: 'counter',
  ladders: 'ladder',
  rewards: 'reward',
  clubs: 'club',
  lists: 'list',
  gifts: 'gift',
  transfers: 'transfer',
  names: 'name of a code',
  offers: 'offer',
  challenges: 'challenge',
  benefits: 'benefit',
} as const;

export type Section = keyof typeof SECTIONS;

/** A value of `parameters` as written, for one market, since a day or since ever. */
export interface ParameterPiece {
  readonly from: Day | undefined;
  readonly written: unknown;
  readonly path: Path;
}

/** What has been made of the document so far; the maps fill in the order of `readProgram`. */
export interface Made {
  readonly markets: Map<string, Market>;
  readonly products: Map<string, ProductGroup>;
  readonly bases: Map<string, Base>;
  readonly currencies: Map<string, Currency>;
  readonly counters: Map<string, Counter>;
  readonly ladders: Map<string, Ladder>;
  readonly rewards: Map<string, Reward>;
  readonly clubs: Map<string, Club>;
  readonly lists: Map<string, MemberList>;
  readonly gifts: Map<string, Gift>;
  readonly transfers: Map<string, TransferTerms>;
  readonly names: Map<string, Words>;
  readonly offers: Map<string, Offer>;
  readonly challenges: Map<string, Challenge>;
  readonly benefits: Map<string, Benefit>;
}

/** One reading of one document: what is declared, what is made, what was found wrong. */
export interface Reading {
  readonly findings: Finding[];
  /** The document as plain JSON. */
  readonly document: unknown;
  readonly languages: readonly Locale[];
  /** Everything that is written under a section, whether it could be made or not. */
  readonly declared: Readonly<Record<Section, ReadonlySet<string>>>;
  readonly levels: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly string[];
  readonly parameters: ReadonlyMap<string, ReadonlyMap<string, readonly ParameterPiece[]>>;
  readonly made: Made;
}

/** Where in the document something is being bound, and for which markets it counts. */
export class Binding {
  readonly reading: Reading;
  readonly path: Path;
  readonly markets: readonly Market[];

  constructor(reading: Reading, path: Path, markets: readonly Market[]) {
    this.reading = reading;
    this.path = path;
    this.markets = markets;
  }

  at(...steps: Path): Binding {
    return new Binding(this.reading, [...this.path, ...steps], this.markets);
  }

  /** Elsewhere in the document. */
  root(...path: Path): Binding {
    return new Binding(this.reading, path, this.markets);
  }

  forMarkets(markets: readonly Market[]): Binding {
    return new Binding(this.reading, this.path, markets);
  }

  /** What the document says under a word here. */
  written(word: string): unknown {
    let value: unknown = this.reading.document;
    for (const step of [...this.path, word]) value = (value as Record<string | number, unknown> | undefined)?.[step];
    return value;
  }

  report(code: ProblemCode, message: string, remedy?: string): void {
    this.reading.findings.push({ code, path: this.path, message, ...(remedy === undefined ? {} : { remedy }) });
  }

  reportAtKey(code: ProblemCode, message: string, remedy?: string): void {
    this.report(code, message, remedy);
    const finding = this.reading.findings.pop();
    if (finding) this.reading.findings.push({ ...finding, atKey: true });
  }

  /** Whether the section has the name; if not, the problem says which name is nearest. */
  knows(section: Section, name: string): boolean {
    return this.isOneOf(name, this.reading.declared[section], SECTIONS[section]);
  }

  knowsLevel(ladder: string, level: string): boolean {
    return this.isOneOf(level, this.reading.levels.get(ladder) ?? [], 'level', ` on the ladder "${ladder}"`);
  }

  knowsRule(rule: string): boolean {
    return this.isOneOf(rule, this.reading.rules, 'rule');
  }

  private isOneOf(name: string, names: Iterable<string>, what: string, where = ''): boolean {
    const known = [...new Set(names)];
    if (known.includes(name)) return true;
    this.report('unknown_reference', `There is no ${what} "${name}"${where}.`, remedyFor(name, known));
    return false;
  }
}

/** "Did you mean …?", or what there is. */
export function remedyFor(written: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(written, known);
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  if (known.length === 0) return undefined;
  const shown = known.slice(0, 12).map((name) => `"${name}"`);
  return `Possible here: ${shown.join(', ')}${known.length > shown.length ? ', …' : ''}.`;
}
