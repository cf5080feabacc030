import { Alert, Button, Stack, Text } from '@mantine/core';
import { BrowserMultiFormatReader } from '@zxing/browser';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface CameraProps {
  readonly onScanned: (text: string) => void;
  readonly onClose: () => void;
}

/** Reads QR codes and barcodes from the camera at the back, until one is found or it is closed. */
export function Camera({ onScanned, onClose }: CameraProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onScanned);
  told.current = onScanned;
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    let isOver = false;
    const reader = new BrowserMultiFormatReader();
    const started = reader.decodeFromConstraints(
      { video: { facingMode: 'environment' } },
      video.current ?? undefined,
      (result, _error, controls) => {
        if (!result || isOver) return;
        isOver = true;
        controls.stop();
        told.current(result.getText());
      },
    );
    started.catch(() => setBroken(true));
    return () => {
      isOver = true;
      void started.then((controls) => controls.stop()).catch(() => undefined);
    };
  }, []);

  return (
    <Stack gap="sm">
      {isBroken ? (
        <Alert color="orange" title={t('camera.none')} role="alert" />
      ) : (
        <>
          <Text id="camera-title">{t('camera.title')}</Text>
          <video ref={video} className="till-video" muted playsInline aria-labelledby="camera-title" />
        </>
      )}
      <Button variant="default" size="lg" onClick={onClose}>
        {t('close')}
      </Button>
    </Stack>
  );
}
