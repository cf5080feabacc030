import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@trofast/ui/face.css';
import { createQueryClient, showFace } from '@trofast/ui';
import { App } from './app.tsx';
import { words } from './words/words.ts';

await showFace({ words, queries: createQueryClient(), children: <App /> });
