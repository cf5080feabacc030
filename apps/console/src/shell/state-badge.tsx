import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

const colours = { good: 'green', bad: 'red', waiting: 'orange', coming: 'blue', past: 'gray' } as const;

export interface StateBadgeProps {
  readonly tone: keyof typeof colours;
  readonly icon?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
}

/** How something stands, in a word. The colour is never all that says it, and the word is dark enough to be read. */
export function StateBadge({ tone, icon, size = 'md', children }: StateBadgeProps) {
  return (
    <Badge
      color={colours[tone]}
      variant="light"
      size={size}
      c="var(--mantine-color-text)"
      tt="none"
      leftSection={icon}
      style={{ flexShrink: 0 }}
    >
      {children}
    </Badge>
  );
}
