import { Group, Text } from '@mantine/core';

/** Our own sign. */
export function Mark() {
  return (
    <Group gap="xs" wrap="nowrap">
      <img src="/console/icon.svg" alt="" width={28} height={28} />
      <Text fw={700} size="lg" style={{ letterSpacing: '-0.02em' }}>
        Trofast
      </Text>
    </Group>
  );
}
