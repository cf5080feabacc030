import '@trofast/ui/styles';
import './look/portal.css';
import './look/frame.css';
import './look/card.css';
import './look/home.css';
import './look/activity.css';
import './look/pages.css';
import './look/sign-in.css';
import { createQueryClient, showFace } from '@trofast/ui';
import { App } from './app.tsx';
import { askForFirstPage } from './offline/ask-ahead.ts';
import { placeOf } from './routing/routing.tsx';
import { words } from './words/words.ts';

const queries = createQueryClient();
void askForFirstPage(queries, placeOf(location.pathname).program);
await showFace({ words, queries, children: <App /> });
