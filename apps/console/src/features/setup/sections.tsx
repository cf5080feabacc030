import { List, Stack, Text } from '@mantine/core';
import type { Template } from './plan.ts';

/** A program in plain sentences, by part. */
export function Sections({ sections }: { readonly sections: Template['sections'] }) {
  return (
    <Stack gap="sm" pt="xs">
      {sections.map(({ heading, sentences }) => (
        <div key={heading}>
          <Text fw={600} size="sm">
            {heading}
          </Text>
          <List size="sm" spacing={4}>
            {sentences.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}
