import { Paper, Stepper } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ProblemAlert, useFace, useOperation, useWrite, Waiting } from '@trofast/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainPage } from '../../shell/plain-page.tsx';
import { AdjustStep } from './adjust-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { LiveStep } from './live-step.tsx';
import type { Plan } from './plan.ts';
import { ShopStep } from './shop-step.tsx';

/** Another program, for who has one already. */
export function NewShopPage() {
  const go = useNavigate();
  return (
    <Paper withBorder p={{ base: 'lg', sm: 'xl' }} radius="lg">
      <NewShop onEnter={() => void go({ to: '/' })} />
    </Paper>
  );
}

/** The first program: there is nothing around it yet. */
export function FirstShop({ onEnter }: NewShopProps) {
  return (
    <PlainPage size="lg">
      <NewShop onEnter={onEnter} />
    </PlainPage>
  );
}

interface NewShopProps {
  readonly onEnter: () => void;
}

/** From a name to a program in force: the shop, a template, its numbers, live. */
function NewShop({ onEnter }: NewShopProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useFace();
  const templates = useOperation('listTemplates', { locale: language as 'en' });
  const [step, setStep] = useState(0);
  const [plan, setPlan] = useState<Plan>({ name: '', country: '', currency: '', template: '', numbers: {} });
  const create = useWrite('createShop', { outdates: ['listPrograms'], onDone: () => setStep(3) });
  const change = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  if (templates.data === undefined) {
    return templates.error ? <ProblemAlert error={templates.error} /> : <Waiting />;
  }
  const { items, countries } = templates.data;
  const publish = () => {
    const { name, country, currency, template, numbers } = plan;
    create.mutate({ name, organisationName: name, country, currency, template, numbers: { ...numbers } });
  };
  return (
    <Stepper active={step} size="sm" allowNextStepsSelect={false} onStepClick={step < 3 ? setStep : () => undefined}>
      <Stepper.Step label={t('setup.steps.shop')}>
        <ShopStep plan={plan} countries={countries} onChange={change} onNext={() => setStep(1)} />
      </Stepper.Step>
      <Stepper.Step label={t('setup.steps.template')}>
        <ChooseStep
          templates={items}
          chosen={plan.template}
          onChoose={(template) => {
            change({ template, numbers: {} });
            setStep(2);
          }}
        />
      </Stepper.Step>
      <Stepper.Step label={t('setup.steps.numbers')}>
        <AdjustStep
          plan={plan}
          onChange={change}
          onPublish={publish}
          isPublishing={create.isPending}
          error={create.error}
        />
      </Stepper.Step>
      <Stepper.Completed>{create.data && <LiveStep shop={create.data} onEnter={onEnter} />}</Stepper.Completed>
    </Stepper>
  );
}
