import { Button, Group, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type Locale, type ToldPart, tellParts } from '@trofast/engine';
import { useFace } from '@trofast/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { pointerOf } from '../fields/default-value.ts';
import { AddRule } from './add-rule.tsx';
import { PartForm } from './part-form.tsx';
import { spanText } from './span-text.ts';

/** All of the program in sentences; each part opens its editor where it stands. */
export function ToldProgram() {
  const { t } = useTranslation();
  const { program, mayEdit } = useDraft();
  const { language } = useFace();
  const [open, setOpen] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const sections = useMemo(() => (program ? tellParts(program, language as Locale) : []), [program, language]);
  return (
    <Stack gap="xl">
      {sections.map(({ heading, parts }, index) => (
        <Stack key={heading} gap="xs" component="section" aria-label={heading}>
          <Group justify="space-between">
            <Title order={2} size="h4">
              {heading}
            </Title>
            {mayEdit && parts.some(({ path }) => path?.[0] === 'rules') && (
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconPlus size={14} />}
                onClick={() => setAdding(true)}
              >
                {t('program.rules.add')}
              </Button>
            )}
          </Group>
          {parts.map((part, place) => (
            <TellingPart
              // Parts that only join others have no path; they stand where they stand.
              key={part.path ? `${pointerOf(part.path)}-${index}` : `joins-${place}`}
              part={part}
              isOpen={part.path !== undefined && open === `${pointerOf(part.path)}-${index}`}
              onToggle={() => {
                const key = part.path && `${pointerOf(part.path)}-${index}`;
                setOpen(open === key ? undefined : key);
              }}
            />
          ))}
        </Stack>
      ))}
      {isAdding && (
        <AddRule
          onClose={() => setAdding(false)}
          onAdded={(path) => {
            const rules = sections.findIndex(({ parts }) => parts.some((part) => part.path?.[0] === 'rules'));
            setAdding(false);
            setOpen(`${pointerOf(path)}-${rules}`);
          }}
        />
      )}
    </Stack>
  );
}

interface TellingPartProps {
  readonly part: ToldPart;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function TellingPart({ part: { path, id, span, paragraphs }, isOpen, onToggle }: TellingPartProps) {
  const { t } = useTranslation();
  const { mayEdit } = useDraft();
  const { language } = useFace();
  const dates = spanText(span, language);
  if (path === undefined) return <Text c="dimmed">{paragraphs.join(' ')}</Text>;
  const name = id ?? String(path[0]);
  return (
    <Paper withBorder p="md" data-part={pointerOf(path)}>
      <Group align="flex-start" justify="space-between" wrap="nowrap" gap="md">
        <Stack gap={6} style={{ minWidth: 0 }}>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ overflowWrap: 'anywhere' }}>
              {paragraph}
            </Text>
          ))}
          <Text size="xs" c="dimmed" ff="monospace">
            {[name, dates].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} style={{ flexShrink: 0 }} onClick={onToggle}>
          {isOpen ? t('program.rules.close') : mayEdit ? t('program.rules.edit') : t('program.rules.look')}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      </Group>
      {isOpen && <PartForm path={path} onClose={onToggle} />}
    </Paper>
  );
}
