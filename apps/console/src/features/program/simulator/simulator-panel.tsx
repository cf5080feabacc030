import { Alert, Stack } from '@mantine/core';
import type { Locale } from '@trofast/engine';
import { useFace } from '@trofast/ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { TakeAsExample } from '../examples/take-as-example.tsx';
import { type Basket, firstBasket } from './basket.ts';
import { BasketForm } from './basket-form.tsx';
import { simulateBasket } from './simulate-basket.ts';
import { SimulationView } from './simulation-view.tsx';

/** A basket to try, and what the draft makes of it while both are edited. */
export function SimulatorPanel({ onExampleTaken }: { readonly onExampleTaken: () => void }) {
  const { t } = useTranslation();
  const { program } = useDraft();
  const { language } = useFace();
  const [composed, setBasket] = useState<Basket>();
  const shown = useDeferredValue(program);
  const basket = composed ?? (program && firstBasket(program, today()));
  const simulation = useMemo(
    () => (shown && basket ? simulateBasket(shown, basket, language as Locale) : undefined),
    [shown, basket, language],
  );
  if (!program || !basket || !simulation) {
    return (
      <Alert color="gray" variant="light">
        {t('program.simulator.needsProgram')}
      </Alert>
    );
  }
  return (
    <Stack gap="md">
      <BasketForm basket={basket} onChange={setBasket} program={program} />
      {'rules' in simulation ? (
        <>
          <SimulationView simulation={simulation} program={program} />
          <TakeAsExample basket={basket} simulation={simulation} onTaken={onExampleTaken} />
        </>
      ) : (
        <Alert color="orange" variant="light" role="status">
          {simulation.field
            ? t(`program.simulator.unreadable.${simulation.field}`)
            : t('program.simulator.refused', { reason: simulation.refusal ?? '' })}
        </Alert>
      )}
    </Stack>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
