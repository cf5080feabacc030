import { z } from 'zod';
import type { Condition, Households, Locale, Program, Referral, Rule, StartStep } from '../program.ts';
import { LOCALES } from '../program.ts';
import { checkAffordable } from './affordable.ts';
import { Binding, type Made, type ParameterPiece, type Reading, type Section } from './binding.ts';
import { readSource } from './document-source.ts';
import { checkFollowUps } from './follow-ups.ts';
import { Misread } from './leaf.ts';
import { readIdentifier } from './leaves/texts.ts';
import { words } from './leaves/words.ts';
import { scalarText } from './numeral.ts';
import type { Finding, Path, Problem } from './problem.ts';
import { baseShape, makeBase } from './sections/bases.ts';
import { benefitShape, makeBenefit } from './sections/benefits.ts';
import { challengeShape, makeChallenge } from './sections/challenges.ts';
import { clubShape, makeClub } from './sections/clubs.ts';
import { counterShape, makeCounter, type WrittenCounter, withConditions } from './sections/counters.ts';
import { currencyShape, makeCurrency } from './sections/currencies.ts';
import { giftShape, makeGift } from './sections/gifts.ts';
import { householdsShape, makeHouseholds } from './sections/households.ts';
import { ladderShape, makeLadder } from './sections/ladders.ts';
import { listShape, makeList } from './sections/lists.ts';
import { makeOffer, offerShape } from './sections/offers.ts';
import { makeStartStep, startStepShape } from './sections/on-start.ts';
import { readParameter } from './sections/parameters.ts';
import { makeProducts, productsShape } from './sections/products.ts';
import { headShape, makeHead, makeMarket, marketShape } from './sections/program-head.ts';
import { makeReferral, referralShape } from './sections/referral.ts';
import { makeReward, rewardShape } from './sections/rewards.ts';
import { makeRule, ruleShape } from './sections/rules.ts';
import { makeTransfer, transferShape } from './sections/transfers.ts';
import { findingsOf } from './shape-findings.ts';
import { type Bound, bindAll } from './unbound.ts';

export type { Problem } from './problem.ts';

export type ProgramReading =
  | { readonly program: Program; readonly document: unknown }
  | { readonly problems: readonly Problem[] };

type Group = Readonly<Record<string, unknown>>;

/** The document as a whole; each part has its own shape and is read by itself, so that one mistake hides no other. */
const rootShape = z.strictObject({
  program: z.unknown(),
  parameters: z.unknown().optional(),
  products: z.unknown().optional(),
  bases: z.unknown().optional(),
  currencies: z.unknown().optional(),
  counters: z.unknown().optional(),
  ladders: z.unknown().optional(),
  rules: z.unknown().optional(),
  rewards: z.unknown().optional(),
  clubs: z.unknown().optional(),
  lists: z.unknown().optional(),
  households: z.unknown().optional(),
  transfers: z.unknown().optional(),
  referral: z.unknown().optional(),
  gifts: z.unknown().optional(),
  names: z.unknown().optional(),
  offers: z.unknown().optional(),
  challenges: z.unknown().optional(),
  benefits: z.unknown().optional(),
  onStart: z.unknown().optional(),
});

/** Reads a YAML 1.2 or JSON document. Never throws for what the author wrote. */
export function readProgram(text: string): ProgramReading {
  const source = readSource(text);
  const findings: Finding[] = [];
  const program =
    source.value === undefined ? undefined : new DocumentReader(source.value, source.plain, findings).read();
  const problems = [...source.problems, ...findings.map((finding) => source.place(finding))];
  if (program !== undefined && problems.length === 0) return { program, document: source.plain };
  return { problems: inOrder(problems) };
}

/** As one reads; the same problem is told once. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...told.values()].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

class DocumentReader {
  readonly root: Group;
  readonly findings: Finding[];
  readonly made: Made;
  readonly reading: Reading;

  constructor(value: unknown, plain: unknown, findings: Finding[]) {
    this.findings = findings;
    this.root = this.readShape(rootShape, value, []) === undefined ? asGroup(value) : (value as Group);
    this.made = {
      markets: new Map(),
      products: new Map(),
      bases: new Map(),
      currencies: new Map(),
      counters: new Map(),
      ladders: new Map(),
      rewards: new Map(),
      clubs: new Map(),
      lists: new Map(),
      gifts: new Map(),
      transfers: new Map(),
      names: new Map(),
      offers: new Map(),
      challenges: new Map(),
      benefits: new Map(),
    };
    this.reading = { findings, document: plain, made: this.made, ...this.declarations() };
  }

  read(): Program | undefined {
    const head = this.readHead();
    const binding = new Binding(this.reading, [], [...this.made.markets.values()]);
    this.readParameters(binding);
    this.readParts('names', words, (_, name) => name, binding);
    this.readParts('products', productsShape, makeProducts, binding);
    this.readParts('lists', listShape, makeList, binding);
    this.readParts('gifts', giftShape, makeGift, binding);
    this.readParts('bases', baseShape, makeBase, binding);
    this.readParts('currencies', currencyShape, makeCurrency, binding);
    this.readCounters(binding);
    this.readParts('ladders', ladderShape, makeLadder, binding);
    this.readParts('rewards', rewardShape, makeReward, binding);
    this.readParts('clubs', clubShape, makeClub, binding);
    this.readParts('transfers', transferShape, makeTransfer, binding);
    const households = this.readHouseholds(binding);
    const referral = this.readReferral(binding);
    this.readParts('benefits', benefitShape, makeBenefit, binding);
    const rules = [...this.readRules(binding), ...this.readOffers(binding), ...this.readChallenges(binding)];
    const onStart = this.readOnStart(binding);
    if (head === undefined || this.findings.length > 0) return undefined;
    const program = { ...head, ...this.made, households, referral, rules, onStart };
    checkFollowUps(program, binding);
    checkAffordable(program, binding);
    return program;
  }

  /** What is named in the document, whether it can be read or not, so that a reference to it is not a second problem. */
  private declarations(): Pick<Reading, 'declared' | 'languages' | 'levels' | 'rules' | 'parameters'> {
    const head = asGroup(this.root.program);
    const names = (section: Section) =>
      new Set(Object.keys(asGroup(section === 'markets' ? head.markets : this.root[section])));
    const languages = asList(head.languages).filter((language): language is Locale =>
      LOCALES.includes(language as Locale),
    );
    const ladders = Object.entries(asGroup(this.root.ladders));
    return {
      languages,
      declared: {
        markets: names('markets'),
        parameters: names('parameters'),
        products: names('products'),
        bases: names('bases'),
        currencies: names('currencies'),
        counters: names('counters'),
        ladders: names('ladders'),
        rewards: names('rewards'),
        clubs: names('clubs'),
        lists: names('lists'),
        gifts: names('gifts'),
        transfers: names('transfers'),
        names: names('names'),
        offers: names('offers'),
        challenges: names('challenges'),
        benefits: names('benefits'),
      },
      levels: new Map(ladders.map(([id, ladder]) => [id, idsOf(asGroup(ladder).levels)])),
      rules: [
        ...idsOf(this.root.rules),
        ...Object.keys(asGroup(this.root.offers)),
        ...Object.keys(asGroup(this.root.challenges)),
      ],
      parameters: new Map<string, ReadonlyMap<string, readonly ParameterPiece[]>>(),
    };
  }

  private readHead(): ReturnType<typeof makeHead> | undefined {
    const written = this.root.program;
    if (written === undefined) return undefined;
    const nowhere = new Binding(this.reading, ['program'], []);
    for (const [id, market] of Object.entries(asGroup(asGroup(written).markets))) {
      const place = nowhere.at('markets', id);
      const parsed = this.isName(id, place) ? this.readShape(marketShape, market, place.path) : undefined;
      const bound = parsed === undefined ? undefined : bindAll(parsed, place);
      if (bound !== undefined) this.made.markets.set(id, makeMarket(id, bound));
    }
    const parsed = this.readShape(headShape, written, nowhere.path);
    const bound = parsed === undefined ? undefined : bindAll(parsed, nowhere);
    if (bound !== undefined && Object.keys(bound.markets).length === 0) {
      nowhere.at('markets').report('empty', 'A program has at least one market.');
    }
    return bound === undefined ? undefined : makeHead(bound);
  }

  private readParameters(binding: Binding): void {
    const markets = [...this.made.markets.keys()];
    const declared = [...this.reading.declared.markets];
    const parameters = this.reading.parameters as Map<string, ReadonlyMap<string, readonly ParameterPiece[]>>;
    for (const [id, written] of this.entriesOf('parameters')) {
      parameters.set(
        id,
        readParameter(written, declared.length > 0 ? declared : markets, binding.at('parameters', id)),
      );
    }
  }

  private readParts<Schema extends z.ZodType, PartSection extends Exclude<keyof Made, 'markets'>>(
    section: PartSection,
    schema: Schema,
    make: (
      id: string,
      bound: Bound<z.output<Schema>>,
      binding: Binding,
    ) => (Made[PartSection] extends Map<string, infer Value> ? Value : never) | undefined,
    binding: Binding,
  ): void {
    for (const [id, written] of this.entriesOf(section)) {
      const place = binding.at(section, id);
      const parsed = this.readShape(schema, written, place.path);
      const bound = parsed === undefined ? undefined : bindAll(parsed, place);
      const made = bound === undefined ? undefined : make(id, bound, place);
      if (made !== undefined) (this.made[section] as Map<string, unknown>).set(id, made);
    }
  }

  /** Counters first without their conditions, which may name other counters and ladders. */
  private readCounters(binding: Binding): void {
    const conditions = new Map<string, WrittenCounter['when']>();
    for (const [id, written] of this.entriesOf('counters')) {
      const place = binding.at('counters', id);
      const parsed = this.readShape(counterShape, written, place.path);
      if (parsed === undefined) continue;
      const { when, ...rest } = parsed;
      const bound = bindAll(rest, place);
      if (bound === undefined) continue;
      this.made.counters.set(id, makeCounter(id, bound));
      conditions.set(id, when);
    }
    for (const [id, when] of conditions) {
      const counter = this.made.counters.get(id);
      const bound = bindAll(when ?? [], binding.at('counters', id, 'when')) as readonly Condition[] | undefined;
      if (counter === undefined) continue;
      if (bound === undefined) this.made.counters.delete(id);
      else this.made.counters.set(id, withConditions(counter, bound));
    }
  }

  private readHouseholds(binding: Binding): Households | undefined {
    const written = this.root.households;
    if (written === undefined) return undefined;
    const place = binding.at('households');
    const parsed = this.readShape(householdsShape, written, place.path);
    const bound = parsed === undefined ? undefined : bindAll(parsed, place);
    return bound === undefined ? undefined : makeHouseholds(bound, place);
  }

  private readReferral(binding: Binding): Referral | undefined {
    const written = this.root.referral;
    if (written === undefined) return undefined;
    const place = binding.at('referral');
    const parsed = this.readShape(referralShape, written, place.path);
    const bound = parsed === undefined ? undefined : bindAll(parsed, place);
    return bound === undefined ? undefined : makeReferral(bound, place);
  }

  private readRules(binding: Binding): readonly Rule[] {
    const rules: Rule[] = [];
    const seen = new Set<string>();
    for (const [index, written] of this.elementsOf('rules').entries()) {
      const place = binding.at('rules', index);
      const parsed = this.readShape(ruleShape, written, place.path);
      const id = scalarText(asGroup(written).id);
      if (id !== undefined && seen.has(id)) place.at('id').report('duplicate', `There is another rule "${id}".`);
      if (id !== undefined) seen.add(id);
      const rule = parsed === undefined ? undefined : makeRule(parsed, place);
      if (rule !== undefined) rules.push(rule);
    }
    return rules;
  }

  /** Their rules have their names, so nothing else may have them. */
  private readOffers(binding: Binding): readonly Rule[] {
    return this.entriesOf('offers').flatMap(([id, written]) => {
      const place = binding.at('offers', id);
      const parsed = this.readShape(offerShape, written, place.path);
      const made = parsed === undefined || !this.isOwnName(id, place) ? undefined : makeOffer(id, parsed, place);
      if (made === undefined) return [];
      this.made.offers.set(id, made.offer);
      if (made.counter) this.made.counters.set(made.counter.id, made.counter);
      return [made.rule];
    });
  }

  private readChallenges(binding: Binding): readonly Rule[] {
    return this.entriesOf('challenges').flatMap(([id, written]) => {
      const place = binding.at('challenges', id);
      const parsed = this.readShape(challengeShape, written, place.path);
      const made = parsed === undefined || !this.isOwnName(id, place) ? undefined : makeChallenge(id, parsed, place);
      if (made === undefined) return [];
      this.made.challenges.set(id, made.challenge);
      for (const counter of made.counters) this.made.counters.set(counter.id, counter);
      return [made.rule];
    });
  }

  private isOwnName(id: string, binding: Binding): boolean {
    if (this.reading.rules.filter((rule) => rule === id).length < 2) return true;
    const message = `There is another rule, offer or challenge "${id}".`;
    binding.reportAtKey('duplicate', message, 'Give it a name of its own.');
    return false;
  }

  private readOnStart(binding: Binding): readonly StartStep[] {
    return this.elementsOf('onStart').flatMap((written, index) => {
      const place = binding.at('onStart', index);
      const parsed = this.readShape(startStepShape, written, place.path);
      const bound = parsed === undefined ? undefined : bindAll(parsed[1], place.at(parsed[0]));
      return parsed === undefined || bound === undefined ? [] : [makeStartStep([parsed[0], bound])];
    });
  }

  private readShape<Schema extends z.ZodType>(
    schema: Schema,
    written: unknown,
    path: Path,
  ): z.output<Schema> | undefined {
    const result = schema.safeParse(written);
    if (result.success) return result.data;
    this.findings.push(...findingsOf(schema, result.error.issues, written, path));
    return undefined;
  }

  private entriesOf(section: Exclude<Section, 'markets'>): readonly (readonly [string, unknown])[] {
    const written = this.root[section];
    if (written === undefined) return [];
    if (this.readShape(z.record(z.string(), z.unknown()), written, [section]) === undefined) return [];
    const entries = Object.entries(asGroup(written));
    return entries.filter(([id]) => this.isName(id, new Binding(this.reading, [section, id], [])));
  }

  private elementsOf(section: 'rules' | 'onStart'): readonly unknown[] {
    const written = this.root[section];
    if (written === undefined) return [];
    return this.readShape(z.array(z.unknown()), written, [section]) ?? [];
  }

  private isName(id: string, binding: Binding): boolean {
    const read = readIdentifier(id);
    if (!(read instanceof Misread)) return true;
    binding.reportAtKey(read.code, read.message, read.remedy);
    return false;
  }
}

function asGroup(value: unknown): Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Group) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function idsOf(list: unknown): readonly string[] {
  return asList(list).flatMap((element) => scalarText(asGroup(element).id) ?? []);
}
