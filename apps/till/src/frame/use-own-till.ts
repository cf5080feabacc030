import { ProblemError } from '@trofast/sdk';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tillClient } from '../calling/till-client.ts';
import type { OwnTill } from '../device/device-database.ts';
import { keepOwnTill, readOwnTill } from '../device/own-till.ts';

/** A till stays open for days; its clock, its store and its brand may change meanwhile. */
const askedAgainMilliseconds = 5 * 60_000;

export interface OwnTillState {
  readonly own: OwnTill | undefined;
  readonly state: 'opening' | 'paired' | 'unpaired';
  /** Asks the server again whose till this is. */
  readonly pair: () => void;
}

/** Opens with what the device knows, at once, and asks the server meanwhile. */
export function useOwnTill(): OwnTillState {
  const language = useTranslation().i18n.language;
  const [known, setKnown] = useState<Omit<OwnTillState, 'pair'>>({ own: undefined, state: 'opening' });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    const show = (own: OwnTill | undefined, state: OwnTillState['state']) => {
      if (isCurrent) setKnown({ own, state });
    };
    const open = async () => {
      const kept = await readOwnTill();
      if (kept && asked === 0) show(kept, 'paired');
      try {
        show(await askServer(language), 'paired');
      } catch (error) {
        const isUnpaired =
          error instanceof ProblemError && (error.problem.status === 401 || error.problem.status === 403);
        if (isUnpaired || !kept) show(kept, 'unpaired');
      }
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [language, asked]);

  const pair = useCallback(() => setAsked((times) => times + 1), []);
  useEffect(() => {
    const timer = setInterval(pair, askedAgainMilliseconds);
    return () => clearInterval(timer);
  }, [pair]);
  return { ...known, pair };
}

async function askServer(language: string): Promise<OwnTill> {
  const client = tillClient(language);
  const setup = await client.getOwnTill();
  const brand = await client.getBrand({ programId: setup.program.id }).catch(() => undefined);
  return await keepOwnTill(setup, brand?.brand.primary);
}
