import { CloseButton } from '@mantine/core';
import { lazy, type RefObject, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spaced } from './spaced.ts';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));
const BarCode = lazy(async () => ({ default: (await import('./bar-code.tsx')).BarCode }));

export interface CardSheetProps {
  readonly sheet: RefObject<HTMLDialogElement | null>;
  readonly number: string;
  readonly name: string | undefined;
  readonly title?: string;
}

/** The codes as large as the screen, on white, and the screen stays on: for the scanner at the till. */
export function CardSheet({ sheet, number, name, title }: CardSheetProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useWakefulness(isOpen);
  return (
    <dialog
      ref={sheet}
      className="sheet"
      aria-label={title ?? t('card.title')}
      onToggle={(event) => setOpen(event.newState === 'open')}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.close();
      }}
    >
      <div className="sheet-inside">
        <CloseButton
          className="sheet-close"
          size="lg"
          aria-label={t('card.close')}
          onClick={() => sheet.current?.close()}
        />
        {isOpen && (
          <Suspense fallback={<div className="sheet-wait" />}>
            <div className="sheet-qr">
              <QrCode text={number} label={t('card.qr')} />
            </div>
            <div className="sheet-bars">
              <BarCode text={number} label={t('card.barcode')} />
            </div>
          </Suspense>
        )}
        <p className="sheet-number">{spaced(number)}</p>
        {name !== undefined && <p className="sheet-name">{name}</p>}
        <p className="sheet-hint">{t('card.hint')}</p>
      </div>
    </dialog>
  );
}

/** Keeps the screen from going dark while the till reads; where a device does not let us, nothing is lost. */
function useWakefulness(isWanted: boolean) {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return;
    const lock = navigator.wakeLock.request('screen').catch(() => undefined);
    return () => void lock.then((held) => held?.release());
  }, [isWanted]);
}
