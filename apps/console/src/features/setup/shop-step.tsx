import { Button, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { PageHead, useFace } from '@trofast/ui';
import { type FormEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Country, Plan } from './plan.ts';

export interface ShopStepProps {
  readonly plan: Plan;
  readonly countries: readonly Country[];
  readonly onChange: (part: Partial<Plan>) => void;
  readonly onNext: () => void;
}

export function ShopStep({ plan, countries, onChange, onNext }: ShopStepProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const choose = (code: string) => {
    const country = countries.find((one) => one.code === code);
    if (country) onChange({ country: country.code, currency: country.currency });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what nobody has chosen yet is chosen for them
  useEffect(() => {
    if (plan.country === '') choose(usualCountry(countries, language));
  }, []);
  const currencies = [...new Set(countries.map(({ currency }) => currency))].toSorted();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg" pt="md">
        <PageHead title={t('setup.shop.title')} text={t('setup.shop.text')} />
        <TextInput
          label={t('setup.shop.name')}
          placeholder={t('setup.shop.example')}
          autoComplete="organization"
          required
          withAsterisk={false}
          maxLength={200}
          value={plan.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('setup.shop.country')}
            value={plan.country}
            onChange={(event) => choose(event.currentTarget.value)}
            data={countries.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <NativeSelect
            label={t('setup.shop.currency')}
            value={plan.currency}
            onChange={(event) => onChange({ currency: event.currentTarget.value })}
            data={currencies}
          />
        </SimpleGrid>
        <Button type="submit" style={{ alignSelf: 'flex-start' }}>
          {t('setup.next')}
        </Button>
      </Stack>
    </form>
  );
}

const usual: Readonly<Record<string, string>> = { da: 'DK', sv: 'SE', nb: 'NO', en: 'GB' };

/** The country that the browser's languages name, else that of the language on the screen. */
function usualCountry(countries: readonly Country[], language: string): string {
  const regions = navigator.languages.map((tag) => tag.split('-')[1]?.toUpperCase());
  const wanted = [...regions, usual[language], countries[0]?.code];
  return wanted.find((code) => countries.some((country) => country.code === code)) ?? '';
}
