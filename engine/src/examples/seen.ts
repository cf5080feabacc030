import type { Balance } from '../account.ts';
import type { Fact } from '../facts.ts';
import type { Refusal } from '../refusals.ts';
import type { Day } from '../time/days.ts';
import type { Instant } from '../time/zones.ts';
import type { OfferView } from '../views/offers.ts';
import type { ToGo } from '../views/to-go.ts';
import type { LotView, StandingView } from '../views/views.ts';

/** What a step of an example left, wherever it was played. */
export interface Seen {
  readonly at: Instant;
  /** Id of the member's market. */
  readonly market: string;
  readonly refusal: Refusal | undefined;
  /** What the clock and the step's own event made follow. */
  readonly facts: readonly Fact[];
  /** The step's own event; the clock's last one where the step has none. */
  readonly own: SeenEvent | undefined;
  readonly standing: SeenStanding;
}

export interface SeenEvent {
  readonly facts: readonly Fact[];
  /** Rules that held. */
  readonly rules: readonly string[];
  /** Of a purchase: its money, and what it is short of. */
  readonly purchase?: { readonly currency: string; readonly toPay: number; readonly toGo: readonly ToGo[] };
}

/** How the account stands after the step. */
export interface SeenStanding {
  readonly balances: Readonly<Record<string, Balance>>;
  readonly lots: readonly Pick<LotView, 'currency' | 'amount' | 'from' | 'until'>[];
  readonly levels: readonly Pick<StandingView, 'ladder' | 'level' | 'until'>[];
  /** Sums by counter key, where the counter has counted or is asked for. */
  readonly counters: Readonly<Record<string, number>>;
  readonly vouchers: readonly SeenVoucher[];
  readonly offers: Readonly<Record<string, SeenOffer>>;
  readonly challenges: Readonly<Record<string, SeenChallenge>>;
  /** Benefits that the member is entitled to. */
  readonly entitled: readonly string[];
  /** By club key: the plan that is subscribed, and the day on which it ends. */
  readonly clubs: Readonly<Record<string, { readonly plan?: string; readonly until?: Day }>>;
}

export interface SeenOffer extends Omit<OfferView, 'offer' | 'progress' | 'code'> {
  /** Text as examples write it. */
  readonly toGo?: string;
}

export interface SeenChallenge {
  readonly done: number;
  /** By step, text as examples write it. */
  readonly toGo: Readonly<Record<string, string>>;
  readonly inARow?: number;
  readonly endsOn?: Day;
}

export interface SeenVoucher {
  readonly voucher: string;
  readonly reward: string;
  readonly remaining?: number;
  readonly currency?: string;
  readonly until?: Day;
}

export interface Pair {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}
