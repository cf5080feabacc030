import '@trofast/ui/styles';
import '@mantine/core/styles/Badge.css';
import './till.css';
import { createQueryClient, showFace } from '@trofast/ui';
import { App } from './app.tsx';
import { startOffline } from './device/start-offline.ts';
import { words } from './words/words.ts';

startOffline();
await showFace({ words, queries: createQueryClient(), children: <App /> });
