import { Container } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sendQueued, tillClient } from '../calling/till-client.ts';
import type { OwnTill } from '../device/device-database.ts';
import { deviceStore } from '../device/device-store.ts';
import { EnrolPage } from '../features/enrolment/enrol-page.tsx';
import { MorePage } from '../features/more/more-page.tsx';
import { ResultPage } from '../features/result/result-page.tsx';
import { ReturnPage } from '../features/returns/return-page.tsx';
import { SalePage } from '../features/sale/sale-page.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { WaitingPage } from '../features/waiting/waiting-page.tsx';
import { openTillQueue } from '../queue/till-queue.ts';
import { TillContext } from './till-context.tsx';
import { TopBar } from './top-bar.tsx';
import { useView, type View } from './use-view.ts';

export interface FloorProps {
  readonly own: OwnTill;
  readonly onUnpaired: () => void;
}

/** A paired till: everything between two customers. */
export function Floor({ own, onUnpaired }: FloorProps) {
  const language = useTranslation().i18n.language;
  const client = useMemo(() => tillClient(language), [language]);
  const queue = useMemo(
    () => openTillQueue(deviceStore, own.setup.id, (queued) => sendQueued(client, queued)),
    [client, own.setup.id],
  );
  useEffect(() => queue.open(), [queue]);
  const till = useMemo(() => ({ own, client, queue }), [own, client, queue]);
  const [view, show] = useView();
  return (
    <TillContext value={till}>
      <TopBar view={view} show={show} />
      <Container component="main" id="content" size="sm" py="md" px="md">
        <Shown view={view} show={show} onUnpaired={onUnpaired} />
      </Container>
    </TillContext>
  );
}

interface ShownProps {
  readonly view: View;
  readonly show: (view: View) => void;
  readonly onUnpaired: () => void;
}

function Shown({ view, show, onUnpaired }: ShownProps) {
  switch (view.name) {
    case 'start':
      return <StartPage notice={view.notice} show={show} />;
    case 'enrol':
      return <EnrolPage said={view.said} show={show} />;
    case 'sale':
      return <SalePage found={view.found} show={show} />;
    case 'result':
      return <ResultPage sold={view.sold} show={show} />;
    case 'return':
      return <ReturnPage show={show} />;
    case 'waiting':
      return <WaitingPage />;
    case 'more':
      return <MorePage onUnpaired={onUnpaired} />;
  }
}
